#include "field_cells.hpp"
#include "fields_of_report.hpp"

#include <fmt/format.h>
#include <utility>

#include <abstat/pages.hpp>

namespace abstat {

namespace {

// The blocks that have a table of their own.
bool in_a_block(std::string_view name) {
  return name.substr(0, 20) == "connection_times_ms." || name.substr(0, 15) == "percentiles_ms.";
}

Cell cell_of(const std::optional<Figure>& figure) {
  return figure ? Cell(*figure) : Cell();
}

Table fields_table(const FieldCells& fields) {
  Table table{"", {{"field", Align::left}, {"value", Align::left}}, {}, {}};
  for (const NamedCell& field : fields.cells()) {
    if (!in_a_block(field.name)) table.rows.push_back({field.name, field.cell});
  }
  return table;
}

Table times_table(const ConnectionTimes& times) {
  Table table{"",
              {{"connection_times_ms", Align::left},
               {"min", Align::right},
               {"mean", Align::right},
               {"sd", Align::right},
               {"median", Align::right},
               {"max", Align::right}},
              {},
              {}};
  const auto add = [&](const char* name, const std::optional<TimesRow>& row) {
    if (row)
      table.rows.push_back({name, row->min, row->mean, cell_of(row->sd), cell_of(row->median), row->max});
  };
  add("connect", times.connect);
  add("processing", times.processing);
  add("waiting", times.waiting);
  add("total", times.total);
  return table;
}

Table percentiles_table(const Percentiles& percentiles) {
  Table table{"", {{"percentiles_ms", Align::right}, {"ms", Align::right}}, {}, {}};
  for (std::size_t i = 0; i < Percentiles::levels.size(); ++i) {
    if (percentiles.ms.at(i)) {
      table.rows.push_back({std::int64_t{Percentiles::levels.at(i)}, cell_of(percentiles.ms.at(i))});
    }
  }
  return table;
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

Page page_of(const Report& report) {
  FieldCells fields;
  visit_fields(fields, report);

  const std::string place =
      fmt::format("{}:{}-{}", report.source.file, report.source.first_line, report.source.last_line);
  Page page;
  page.parts.emplace_back(Section{report.stack.empty() ? place : report.stack + " (" + place + ")"});
  page.parts.emplace_back(fields_table(fields));
  if (report.connection_times_ms) page.parts.emplace_back(times_table(*report.connection_times_ms));
  if (report.percentiles_ms) page.parts.emplace_back(percentiles_table(*report.percentiles_ms));
  if (!fields.absent().empty()) page.parts.emplace_back("Absent: " + joined(fields.absent()) + ".");
  return page;
}

}  // namespace abstat
