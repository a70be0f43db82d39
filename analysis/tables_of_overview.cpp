#include "page_parts.hpp"
#include "result_cells.hpp"

#include <fmt/format.h>
#include <iterator>

#include <abstat/pages.hpp>

namespace abstat {

namespace {

template <typename T>
Cell cell_of(const std::optional<T>& value) {
  return value ? Cell(*value) : Cell();
}

Cell total_mean_of(const Report& report) {
  const bool known = report.connection_times_ms && report.connection_times_ms->total;
  return known ? Cell(report.connection_times_ms->total->mean) : Cell();
}

Cell percentile_of(const Report& report, int level) {
  return report.percentiles_ms ? cell_of(report.percentiles_ms->at(level)) : Cell();
}

Table measured_table(const std::vector<Report>& reports) {
  std::vector<Span> places;
  for (const Report& report : reports) places.push_back(report.source);
  const std::string file = common_file(places);
  Table table{file,
              {{"stack", Align::left},
               {file.empty() ? "report" : "lines", Align::left},
               {"requests", Align::right},
               {"at once", Align::right},
               {"seconds", Align::right},
               {"req/s", Align::right},
               {"mean ms", Align::right},
               {"p95 ms", Align::right},
               {"failed", Align::right},
               {"non-2xx", Align::right}},
              {},
              {}};
  for (const Report& report : reports) {
    table.rows.push_back(
        {report.stack.empty() ? Cell() : Cell(report.stack), place_within(report.source, file),
         cell_of(report.requests.complete), cell_of(report.concurrency), cell_of(report.time_taken_s),
         cell_of(report.requests_per_second), total_mean_of(report), percentile_of(report, 95),
         cell_of(report.requests.failed), cell_of(report.requests.non_2xx)});
  }
  drop_empty_columns(table);
  return table;
}

// What a reader in a hurry needs.
BulletList summary_of(const Overview& overview) {
  BulletList list{{fmt::format("{} of {}.", counted(overview.reports.size(), "report", "reports"),
                               counted(overview.ranking.stacks.size(), "stack", "stacks")),
                   sentence_on(overview.ranking)}};
  if (!overview.documents.empty()) list.items.push_back(sentence_on(overview.documents));
  list.items.push_back(sentence_on(overview.audit));
  return list;
}

void add_section(Page& page, const std::string& title, Parts parts) {
  page.parts.emplace_back(Section{title});
  page.parts.insert(page.parts.end(), std::make_move_iterator(parts.begin()),
                    std::make_move_iterator(parts.end()));
}

}  // namespace

Page page_of(const Overview& overview) {
  Page page{"Benchmark report", {summary_of(overview)}};
  add_section(page, "What was measured", {measured_table(overview.reports)});
  add_section(page, "Ranking by " + described(overview.ranking.metric), parts_of(overview.ranking));
  add_section(page, "Speedup by " + described(overview.comparison.metric), parts_of(overview.comparison));
  if (!overview.documents.empty()) add_section(page, "Claims", parts_of(overview.documents));
  add_section(page, "Audit", parts_of(overview.audit));
  return page;
}

}  // namespace abstat
