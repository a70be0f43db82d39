// The state of reading HTML output of ab line by line: which run is open, and the text between the tables.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/html_report.hpp>
#include <abstat/report.hpp>

namespace abstat {

// What a row has shown so far; it goes into the report once the row is whole.
struct HtmlRow {
  std::string_view text;
  std::array<Figure, 3> figures;
  std::size_t count = 0;
};

// apache is the word behind the revision, "apache-1.3" or "apache-2.0"; empty since 2.2.9.
struct HtmlBanner {
  AbBanner ab;
  std::string apache;
  std::size_t line = 0;
};

class TextBetweenTables;

class HtmlReading {
 public:
  HtmlReading(std::string file, HtmlReportReader::Sink sink);
  ~HtmlReading();

  void begin_line();
  void take_banner(HtmlBanner banner);
  void take_text_banner(std::string_view line);
  void begin_table();
  // The report that the row just read belongs to.
  Report& open_report();
  void end_table();
  void mark_interrupted() { interrupted_ = true; }
  // A line that is not HTML of ab's.
  void take_other(std::string_view line);
  // Any other line; inside a table it says nothing. A line of HTML comes as "\n", so that text behind it
  // keeps its line number.
  void take_text_line(std::string_view line);
  void finish();

  [[nodiscard]] std::size_t line() const { return line_; }
  HtmlRow row;
  HtmlBanner banner;  // being read

 private:
  void end_report(ReportStatus status);

  std::string file_;
  HtmlReportReader::Sink sink_;
  std::size_t line_ = 0;
  std::size_t last_row_line_ = 0;
  std::optional<HtmlBanner> banner_;  // of the run whose table or text is to come
  std::optional<std::size_t> table_line_;
  std::optional<Report> report_;  // since its first row
  bool interrupted_ = false;
  std::unique_ptr<TextBetweenTables> text_;
};

}  // namespace abstat
