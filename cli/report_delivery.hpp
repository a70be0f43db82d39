// The reports of one file on their way to the sink: named, with their companions attached, counted. Each
// leaves as soon as nothing can change it any more.
#pragma once

#include "cli/attaching.hpp"
#include "cli/discovery.hpp"
#include "cli/inputs.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

// Names and counts a report that nothing changes any more, and leaves it to the sink.
void hand_over_report(Report&& report, const InputFile& file, const InputSink& sink, InputCounts& counts);

class ReportDelivery {
 public:
  ReportDelivery(const InputFile& file, const InputSink& sink, InputCounts& counts);

  // The file's text from its beginning: kept whole while it may be a document whose headings name the stacks,
  // and the reports with it.
  // bytes_in_all is how long the whole text is, if that is known.
  void see_text(std::string_view text, std::optional<std::size_t> bytes_in_all);
  void take(Report&& report);
  void finish();

  // Nothing that follows changes a report any more once it is read.
  [[nodiscard]] bool delivers_at_once() const { return !is_document_ && companions_.files() == 0; }
  // That went to the sink beside this delivery.
  void count(std::size_t reports) { reports_ += reports; }

  [[nodiscard]] std::size_t reports() const { return reports_; }
  [[nodiscard]] bool saw_text() const { return saw_text_; }

 private:
  [[nodiscard]] std::size_t most_bytes() const;
  void make_room();
  void give_up_document();
  void release_held();
  void finish_document();
  void take_from_stderr();
  void deliver(Report&& report);

  const InputFile& file_;
  const InputSink& sink_;
  InputCounts& counts_;
  Companions companions_;
  std::size_t reports_ = 0;
  bool saw_text_ = false;
  bool is_document_ = false;
  std::string text_;
  std::vector<Report> held_;    // of a document, until its headings are known
  std::optional<Report> last_;  // companions belong to the last report of a file
};

}  // namespace abstat
