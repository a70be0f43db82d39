#include "csv_writer.hpp"
#include "fields_of_report.hpp"

#include <abstat/csv.hpp>

namespace abstat {

std::string csv_header_of_reports() {
  CsvColumns columns;
  visit_fields(columns, Report{});
  CsvRow header;
  for (const std::string& name : columns.names()) header.field(name, name);
  return header.text();
}

std::string csv_row_of(const Report& report) {
  CsvRow row;
  visit_fields(row, report);
  return row.text();
}

}  // namespace abstat
