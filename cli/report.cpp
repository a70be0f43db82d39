#include "cli/audited_reports.hpp"
#include "cli/checked_documents.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/reports.hpp"
#include "cli/result_output.hpp"

#include <optional>
#include <utility>

#include <abstat/comparison.hpp>
#include <abstat/overview.hpp>
#include <abstat/ranking.hpp>
#include <abstat/report_page.hpp>
#include <abstat/shell_words.hpp>

namespace abstat {

namespace {

ComparisonTable nothing_compared(const CompareOptions& options) {
  ComparisonTable table{};
  table.metric = options.metric;
  table.level = options.level;
  table.margin = options.margin;
  return table;
}

// What the page shows beside the overview. The stacks of a sweep are compared at one number of connections.
ReportPage page_on(Overview&& overview, const RankOptions& ranking, const CompareOptions& comparison,
                   std::span<const std::string> args) {
  Scaling scaling = scaling_of(overview.reports, ranking.metric, ranking.level);
  std::optional<CommonLoad> load = common_load(overview.reports, scaling);
  if (load) {
    overview.ranking = rank_reports(load->reports, ranking);
    auto compared = compare_reports(load->reports, comparison);
    overview.comparison = compared ? std::move(*compared) : nothing_compared(comparison);
  }
  LatencyProfile latency = latency_profile(load ? load->reports : overview.reports, ranking.level);
  RunOrder runs = run_order(overview.reports, ranking.metric);
  return {std::move(overview),     std::move(latency), std::move(runs),
          std::move(scaling),      std::move(load),    "abstat report " + shell_line(args),
          "abstat " ABSTAT_VERSION};
}

}  // namespace

ExitCode report(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "report",
      "One page: what was measured, the ranking with its uncertainty, speedups against the first\n"
      "stack, the verdict on each claim, and what is wrong with the reports.",
      {{"abstat report samples/web-stacks.md", "everything about a benchmark note"},
       {"abstat report runs/ -f markdown -o RESULTS.md", "a page for a repository"},
       {"abstat report runs/ -f html -o report.html", "a page to look at, with drawings"}},
      {Format::html});
  RankOptions ranking;
  CompareOptions comparison;
  line.add_metric(ranking.metric);
  line.add_level(ranking.level);
  if (const auto over = line.parse(args, io)) return *over;
  comparison.metric = ranking.metric;
  comparison.level = ranking.level;

  ReadReports read = read_reports_of(line.common(), io, KeepDocuments::yes);
  if (read.reports.empty()) return read.exit_code;
  // "first" is a stack unless no report has a result: ab gave up in all of them.
  auto compared = compare_reports(read.reports, comparison);
  const ExitCode measured = compared ? ExitCode::ok : ExitCode::cannot_judge;
  ComparisonTable speedups = compared ? std::move(*compared) : nothing_compared(comparison);
  std::vector<CheckedDocument> documents = check_documents(read.reports, std::move(read.documents));
  std::vector<AuditedReport> audited = audit_all(read.reports);
  const ExitCode judged = worst(exit_code_of(documents, default_fail_on()), exit_code_of(audited));
  Ranking ranked = rank_reports(read.reports, ranking);

  Overview overview{std::move(read.reports), std::move(ranked), std::move(speedups), std::move(documents),
                    std::move(audited)};
  ResultOutput output(line.common(), io);
  if (line.common().format == Format::html) {
    output.stream() << html_of(page_on(std::move(overview), ranking, comparison, args));
  } else {
    output.write(overview);
  }
  return worst(worst(read.exit_code, measured), worst(judged, output.finish()));
}

}  // namespace abstat
