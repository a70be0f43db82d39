#include "csv_writer.hpp"
#include "json_writer.hpp"

#include <numeric>

#include <abstat/csv.hpp>
#include <abstat/json.hpp>
#include <abstat/pages.hpp>
#include <abstat/status_counts.hpp>

namespace abstat {

namespace {

template <typename Visitor>
void visit_fields(Visitor& v, const StatusCounts& counts) {
  v.field("reports", counts.total());
  for (std::size_t i = 0; i < counts.by_status.size(); ++i) {
    v.field(to_string(static_cast<ReportStatus>(i)), counts.by_status.at(i));
  }
}

}  // namespace

std::size_t StatusCounts::total() const {
  return std::accumulate(by_status.begin(), by_status.end(), std::size_t{0});
}

Page page_of(const StatusCounts& counts) {
  Table table{"", {{"status", Align::left}, {"reports", Align::right}}, {}, {}};
  for (std::size_t i = 0; i < counts.by_status.size(); ++i) {
    table.rows.push_back({std::string(to_string(static_cast<ReportStatus>(i))),
                          static_cast<std::int64_t>(counts.by_status.at(i))});
  }
  table.rows.push_back({std::string("all"), static_cast<std::int64_t>(counts.total())});
  return {"", {table}};
}

std::string csv_of(const StatusCounts& counts) {
  CsvColumns columns;
  visit_fields(columns, counts);
  TextBlock first_line;
  CsvRow header(first_line);
  for (const std::string& name : columns.names()) header.field(name, name);
  TextBlock second_line;
  CsvRow row(second_line);
  visit_fields(row, counts);
  return header.text() + row.text();
}

std::string json_of(const StatusCounts& counts) {
  TextBlock block;
  JsonWriter json(block);
  json.begin_object();
  json.field("schema", json_schema);
  json.object("counts", [&] { visit_fields(json, counts); });
  json.end_object();
  return json.text() + "\n";
}

}  // namespace abstat
