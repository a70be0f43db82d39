// The reports that ab prints with -w, -x, -y or -z: an HTML table instead of lines of text. They have fewer
// lines (no times per request, waiting, sd, median or percentiles) and misprints of their own, which are
// listed as corrections; docs/formats.md has them.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

// Reads any number of HTML reports, and the text reports between them: when an HTML run of 2.2.9 to 2.4.x is
// interrupted by Ctrl-C, ab prints a text report behind its HTML banner. Such a report has html = false and
// status = interrupted.
class HtmlReportReader {
 public:
  using Sink = std::function<void(Report&&)>;

  // Spans carry `file`; it is not opened.
  HtmlReportReader(std::string file, Sink sink);
  ~HtmlReportReader();
  HtmlReportReader(HtmlReportReader&&) noexcept;
  HtmlReportReader& operator=(HtmlReportReader&&) noexcept;

  // UTF-8 bytes, cut anywhere.
  void feed(std::string_view bytes);
  // The input has ended.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] std::vector<Report> read_html_reports(std::string_view text, std::string file);

}  // namespace abstat
