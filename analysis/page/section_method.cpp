#include "result_cells.hpp"
#include "sections.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace abstat {

namespace {

std::vector<std::string> methods_of(const ReportPage& page) {
  const Ranking& ranking = page.overview.ranking;
  const ComparisonTable& comparison = page.overview.comparison;
  std::vector<std::string> methods{
      "The run is the unit. The requests of one run share its moment and its machine, so they are not "
      "counted as independent measurements; one run of a stack gets no interval.",
      fmt::format("Intervals hold at the {} level, computed with Student's t on the logarithms of the runs' "
                  "values, because a machine slows things down by a factor and not by an amount.",
                  percent(ranking.level)),
      fmt::format(
          "A speedup is a ratio in the better direction. A stack is faster or slower when its interval "
          "lies on one side of 1, the same when it lies within {:.3g} % of 1, and undetermined "
          "otherwise; all comparisons of a table are tested together (Holm).",
          100 * (comparison.margin - 1)),
      "Ranks are sets: every rank that the pairwise tests do not rule out. Stacks with failed or non-2xx "
      "responses stand below the others, because answering wrongly is no speed.",
      "Each report is recomputed from its own printed digits: rates, times, sizes and percentiles must agree "
      "within what rounding allows.",
      "A claim of a text is bound to the report whose headings, commands and figures fit best, and judged "
      "on the digits as written."};
  if (ranking.blocked) {
    methods.insert(
        methods.begin() + 2,
        "The runs were made side by side in blocks and are compared within them, which takes out what "
        "changed between blocks.");
  }
  return methods;
}

std::string versions_of(const ReportPage& page) {
  std::set<std::string> versions;
  for (const Report& report : page.overview.reports) {
    if (report.ab.version) versions.insert("ab " + *report.ab.version);
  }
  if (versions.empty()) versions.insert("ab (the reports do not say which version)");
  return fmt::format("Judged by {}; measured by {}.", page.program, fmt::join(versions, ", "));
}

}  // namespace

void write_method(HtmlWriter& html, const ReportPage& page) {
  html.begin_section("method", "How was it judged?");
  html.list(methods_of(page));
  html.paragraph(versions_of(page));
  html.paragraph("The command that makes this page again from the same files:");
  html.verbatim({page.command});
  html.end_section();
}

}  // namespace abstat
