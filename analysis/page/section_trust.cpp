#include "caveat_notes.hpp"
#include "plot_words.hpp"
#include "result_cells.hpp"
#include "sections.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include <abstat/plot.hpp>
#include <abstat/workload.hpp>

namespace abstat {

namespace {

struct Failures {
  std::int64_t failed = 0;
  std::int64_t non_2xx = 0;
  std::size_t tainted_runs = 0;
};

std::map<std::string_view, Failures> failures_of(const std::vector<Report>& reports) {
  std::map<std::string_view, Failures> of;
  for (const Report& report : reports) {
    Failures& failures = of[report.stack];
    failures.failed += report.requests.failed.value_or(0);
    failures.non_2xx += report.requests.non_2xx.value_or(0);
    failures.tainted_runs += is_tainted(report) ? 1 : 0;
  }
  return of;
}

std::string failures_sentence(const std::vector<Report>& reports) {
  const auto tainted =
      std::count_if(reports.begin(), reports.end(), [](const Report& report) { return is_tainted(report); });
  if (tainted == 0) return "No run had failed or non-2xx responses.";
  return fmt::format("In {} of {} some responses failed or were not 2xx.", tainted,
                     counted(reports.size(), "run", "runs"));
}

bool any_replicates(const RunOrder& order) {
  return std::any_of(order.stacks.begin(), order.stacks.end(),
                     [](const StackRuns& stack) { return stack.runs.size() > 1; });
}

// A stack that the ranking splits by workload has its failures under the name its reports carry.
Table runs_table(const RunOrder& order, const std::vector<Report>& reports) {
  CaveatNotes caveats;
  for (const StackRuns& stack : order.stacks) caveats.add_row(stack.stack, stack.caveats);
  Table table{"",
              {{"stack", Align::left},
               {"runs", Align::right},
               {"cv", Align::right},
               {"failed", Align::right},
               {"non-2xx", Align::right},
               {"caveats", Align::left}},
              {},
              caveats.notes()};
  const auto failures = failures_of(reports);
  for (const StackRuns& stack : order.stacks) {
    const auto found = failures.find(stack.stack);
    table.rows.push_back({stack.stack, static_cast<std::int64_t>(stack.runs.size()),
                          stack.cv ? Cell(Number{100 * *stack.cv, 1, " %"}) : Cell(),
                          found == failures.end() ? Cell() : Cell(found->second.failed),
                          found == failures.end() ? Cell() : Cell(found->second.non_2xx),
                          caveats.cell(stack.caveats)});
  }
  drop_empty_columns(table);
  return table;
}

Table every_run(const RunOrder& order) {
  Table table{"Every run",
              {{"stack", Align::left},
               {"run", Align::left},
               {label_of(order.metric), Align::right},
               {"report", Align::left},
               {"noticed", Align::left}},
              {},
              {}};
  for (const StackRuns& stack : order.stacks) {
    for (const OrderedRun& run : stack.runs) {
      Cell noticed;
      if (run.tainted) {
        noticed = Word{"responses failed", Tone::bad};
      } else if (run.outlier) {
        noticed = Word{"far from the others", Tone::doubt};
      }
      table.rows.push_back({stack.stack, run.name, value_cell(order.metric, run.value), place_of(run.source),
                            std::move(noticed)});
    }
  }
  drop_empty_columns(table);
  return table;
}

}  // namespace

void write_trust(HtmlWriter& html, const ReportPage& page) {
  const RunOrder& order = page.runs;
  html.begin_section("trust", "Can the runs be trusted?");
  html.paragraph(
      fmt::format("{} {}", sentence_on(page.overview.audit), failures_sentence(page.overview.reports)),
      "answer");
  if (any_replicates(order)) {
    html.figure(
        "Every run, in the order it was made",
        "A strip for each stack, all to one scale: a slope is drift, a lone first point a cold start. "
        "The order is that of the files.",
        svg_of(order, PlotUse::page));
  } else {
    html.paragraph(
        "There is one run of each stack: drift, outliers and "
        "cold starts cannot be seen. More runs would show them.");
  }
  if (!order.stacks.empty()) {
    html.table(runs_table(order, page.overview.reports), "runs by stack");
    html.table(every_run(order), "every run");
  }
  html.heading("Do the reports hang together?");
  for (const Page::Part& part : parts_of(page.overview.audit)) {
    if (!std::holds_alternative<std::string>(part)) html.part(part, "checks of each report");
  }
  html.end_section();
}

}  // namespace abstat
