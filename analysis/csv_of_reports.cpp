#include "csv_writer.hpp"
#include "fields_of_report.hpp"

#include <utility>

#include <abstat/csv.hpp>
#include <abstat/report_lines.hpp>

namespace abstat {

std::string csv_header_of_reports() {
  CsvColumns columns;
  visit_fields(columns, Report{});
  TextBlock block;
  CsvRow header(block);
  for (const std::string& name : columns.names()) header.field(name, name);
  return header.text();
}

[[gnu::flatten]] void append_csv_row(std::string& text, const Report& report) {
  TextBlock block(std::move(text));
  CsvRow row(block);
  visit_fields(row, report);
  text = row.text();
}

std::string csv_row_of(const Report& report) {
  std::string text;
  append_csv_row(text, report);
  return text;
}

}  // namespace abstat
