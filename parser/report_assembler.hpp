// Puts the lines of ab that were recognised together into reports. It alone decides where a report begins and
// ends; the actions of the grammar ask it before they store anything.
#pragma once

#include "learned_prefix.hpp"
#include "line_kind.hpp"
#include "line_text.hpp"
#include "line_values.hpp"
#include "report_outcome.hpp"
#include "report_traits.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

// A line as the reader hands it over.
struct PlacedLine {
  std::size_t number = 0;
  std::string_view text;    // as it came; empty when it was read in plain style
  std::string_view prefix;  // in front of ab's words
  PrefixKind prefix_kind = PrefixKind::none;
  // It follows a CR on a line that begins with the prefix of the report.
  bool behind_prefix = false;
  bool cr_is_no_line_end = false;
};

class ReportAssembler {
 public:
  using Sink = std::function<void(Report&&)>;

  ReportAssembler(std::string file, Sink sink);

  // Scratch of the rules.
  LineValues values{};

  // The line the next calls speak of.
  PlacedLine line;
  // In front of it, if it was read in plain style with a prefix.
  LearnedPrefix learned;

  // The next line may differ from the last in what stands in front of it.
  void look_closely() { last_smooth_ = LineKind::usage_error; }

  [[nodiscard]] Report& report() { return *report_; }
  [[nodiscard]] ReportTraits& traits() { return traits_; }

  // Asks where the current line belongs: to the report at hand, or to a new one. False when it belongs to
  // none; then nothing of it may be stored.
  [[nodiscard]] bool take(LineKind kind);

  // What ab says while it runs.
  [[nodiscard]] bool take_progress();
  // "..done" or "Finished N requests": the report comes next.
  void take_end_of_run();
  [[nodiscard]] bool take_message(std::string_view text, bool gives_up);
  // "Total of N requests completed" ends a run that failed.
  [[nodiscard]] bool take_abort(std::int64_t requests_done);
  [[nodiscard]] bool take_usage_error(std::string_view text, bool gives_up);
  [[nodiscard]] bool take_usage();
  // ab -v dumps headers and bodies from here on; what looked like a report so far was part of one.
  void take_dump();
  // A line that no rule takes, as shown and as it came.
  void take_unknown(std::string_view shown, std::string_view text);
  // The input ended. unfinished is the last line if it had no line end and no rule took it.
  void finish(bool last_line_open);
  // A banner comes next. False when more than that depends on what has been read.
  [[nodiscard]] bool finish_before_report();

  [[nodiscard]] bool is_open() const { return report_.has_value(); }
  [[nodiscard]] bool is_dumping() const { return dumping_; }
  // The prefix of the report at hand.
  [[nodiscard]] std::string_view prefix() const { return prefix_; }

 private:
  // A run that has begun but not yet reported, while a dump of ab -v follows.
  struct Run {
    Report report;
    ReportTraits traits;
    LineKinds seen;
    LineKind last;
    std::size_t last_line;
  };

  // A path may hold line breaks: what follows it, if not its length, is looked at.
  [[nodiscard]] static constexpr LineKind last_smooth_behind(LineKind kind) {
    return kind == LineKind::document_path ? LineKind::document_length : LineKind::none;
  }
  [[nodiscard]] bool take_in_context(LineKind kind);
  [[nodiscard]] bool fits_prefix() const;
  [[nodiscard]] bool continues(LineKind kind) const;
  void begin();
  void set_prefix();
  void accept(LineKind kind);
  void keep_gap();
  void clear_gap();
  void return_to_path();
  void return_to_run();
  void close(ReportEnd end);
  void hand_over(Report&& report);
  void release();
  [[nodiscard]] bool has_report_lines() const;

  std::string file_;
  Sink sink_;

  std::optional<Report> report_;
  ReportTraits traits_;
  LineKinds seen_;
  LineKind last_ = LineKind::none;
  std::size_t last_line_ = 0;
  // The next line of ab, if in order and no later than this, belongs to the report at hand without a doubt.
  LineKind last_smooth_ = LineKind::usage_error;
  bool confirmed_ = true;
  std::string prefix_;
  PrefixKind prefix_kind_ = PrefixKind::none;

  // Foreign lines since the last line of ab.
  std::vector<UnparsedLine> gap_;
  std::size_t gap_size_ = 0;
  bool gap_has_text_ = false;
  bool gap_has_break_ = false;

  // The report as it was when Document Path was read and something else than Document Length followed.
  std::optional<Run> path_;
  std::vector<UnparsedLine> since_path_;

  bool dumping_ = false;
  bool dump_done_ = false;
  std::optional<Run> run_;
  std::vector<Report> held_;
};

}  // namespace abstat
