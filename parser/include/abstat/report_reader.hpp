// Finds the reports of ab in any text and reads them into Report. Text arrives in pieces of any size; a
// report is handed over as soon as its last line has been seen, so memory does not grow with the input.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/position.hpp>
#include <abstat/report.hpp>

namespace abstat {

class ReportReader {
 public:
  using Sink = std::function<void(Report&&)>;

  // What kept the reader from taking all of the input: limits that were reached.
  using Problems = std::function<void(Problem&&)>;

  // Spans carry `file`; it is not opened. The text begins on first_line, behind the end of the line before
  // it.
  ReportReader(std::string file, Sink sink, Problems problems = {}, std::size_t first_line = 1);
  ~ReportReader();
  ReportReader(ReportReader&&) noexcept;
  ReportReader& operator=(ReportReader&&) noexcept;

  // UTF-8 bytes, cut anywhere.
  void feed(std::string_view bytes);
  // The input has ended.
  void finish();

  // Ends before a line that begins a report (last_report_beginning), behind which another reader goes on.
  // False, and nothing is ended, when that line or what follows it depends on what this reader has read: then
  // it has to go on itself.
  [[nodiscard]] bool finish_before_report();
  // The line that begins behind what has been read.
  [[nodiscard]] std::size_t line() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Where the last line begins that names ab and its version, with nothing but a prefix in front of it; looked
// for in the last 64 KiB. 0 if there is none.
[[nodiscard]] std::size_t last_report_beginning(std::string_view text);

// All reports of a text held in memory.
[[nodiscard]] std::vector<Report> read_reports(std::string_view text, std::string file);

}  // namespace abstat
