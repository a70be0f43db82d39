#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/reports.hpp"
#include "cli/result_output.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ostream>

#include <abstat/comparison.hpp>
#include <abstat/display_text.hpp>

namespace abstat {

ExitCode compare(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "compare",
      "Speedups against a baseline with their uncertainty: faster, slower, same, or undetermined\n"
      "where the data cannot tell.",
      {{"abstat compare samples/web-stacks.md --baseline 'flask 原生服务器'", "against one stack by name"},
       {"abstat compare sync=runs/sync gevent=runs/gevent", "the first stack is the baseline"}});
  CompareOptions options;
  options.metric = {MetricKind::throughput};
  line.add_metric(options.metric);
  line.add_level(options.level);
  line.app()
      .add_option("--baseline", options.baseline, "A stack's name, first or best; first unless told")
      ->type_name("STACK");
  line.add_margin(options.margin);
  line.app().add_flag("--all-pairs", options.all_pairs, "Compare every stack with every other");
  line.app().add_flag("--force", options.force, "Compare what differs in workload all the same");
  if (const auto over = line.parse(args, io)) return *over;

  const ReadReports read = read_reports_of(line.common(), io);
  if (read.reports.empty()) return read.exit_code;
  const auto comparison = compare_reports(read.reports, options);
  if (!comparison) {
    std::vector<std::string> known;
    for (const std::string& name : comparison.error().known) known.push_back(visible(name));
    io.err << fmt::format("abstat: --baseline: expected first, best or one of the stacks {}; found '{}'\n",
                          fmt::join(known, ", "), visible(comparison.error().asked));
    return ExitCode::usage;
  }
  ResultOutput output(line.common(), io);
  output.write(*comparison);
  return worst(read.exit_code, output.finish());
}

}  // namespace abstat
