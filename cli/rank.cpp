#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/reports.hpp"
#include "cli/result_output.hpp"

#include <abstat/ranking.hpp>

namespace abstat {

ExitCode rank(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "rank",
      "Orders stacks and says how far the data establishes the order: rank ranges, which pairs are\n"
      "told apart and which are not. Stacks with failed or non-2xx responses stand below the others.",
      {{"abstat rank samples/web-stacks.md", "by goodput: successful responses per second"},
       {"abstat rank runs/ --metric p95 -f markdown", "by the 95th percentile of latency"}});
  RankOptions options;
  line.add_metric(options.metric);
  line.add_level(options.level);
  line.app().add_flag("--strict", options.strict,
                      "Prove each direction on its own: fewer pairs, no wrong order");
  line.app().add_flag("--tainted-in-line", options.tainted_in_line,
                      "Rank stacks with failures among the others");
  line.app().add_flag("--force", options.force, "Rank what differs in workload all the same");
  if (const auto over = line.parse(args, io)) return *over;

  const ReadReports read = read_reports_of(line.common(), io);
  if (read.reports.empty()) return read.exit_code;
  ResultOutput output(line.common(), io);
  output.write(rank_reports(read.reports, options));
  return worst(read.exit_code, output.finish());
}

}  // namespace abstat
