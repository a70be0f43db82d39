#include "cli/analysis_options.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/gate.hpp"
#include "cli/result_output.hpp"
#include "cli/unknown_baseline.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ostream>
#include <utility>

#include <abstat/arrangement.hpp>
#include <abstat/comparison.hpp>
#include <abstat/display_text.hpp>

namespace abstat {

namespace {

struct Arrangement {
  SortBy sort = SortBy::input;
  bool only_significant = false;
};

void add_arrangement(CLI::App& app, Arrangement& arrangement) {
  app.add_option_function<std::string>(
         "--sort",
         [&arrangement](const std::string& asked) {
           const auto sort = parse_sort(asked);
           if (!sort) {
             throw CLI::ValidationError(fmt::format("--sort: expected one of {}, found '{}'",
                                                    fmt::join(sort_names(), ", "), visible(asked)));
           }
           arrangement.sort = *sort;
         },
         fmt::format("Order of the rows: one of {}", fmt::join(sort_names(), ", ")))
      ->type_name("ORDER");
  app.add_flag("--only-significant", arrangement.only_significant,
               "Leave out what is the same or undetermined");
}

// An option that was given though it says nothing about old and new runs; empty when there is none.
std::string idle_with_a_gate(const CLI::App& app) {
  for (const char* name :
       {"--baseline", "--all-pairs", "--margin", "--adjust", "--sort", "--only-significant"}) {
    if (app.count(name) > 0) return name;
  }
  return {};
}

}  // namespace

ExitCode compare(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "compare",
      "Speedups against a baseline with their uncertainty: faster, slower, same, or undetermined\n"
      "where the data cannot tell.",
      {{"abstat compare samples/web-stacks.md --baseline 'flask 原生服务器'", "against one stack by name"},
       {"abstat compare sync=runs/sync gevent=runs/gevent", "the first stack is the baseline"},
       {"abstat compare old/ new/ --fail-if-slower 5%", "exit 1 on a real regression, and only then"}},
      {Format::github, Format::junit});
  AnalysisOptions options;
  CompareOptions comparing;
  Arrangement arrangement;
  GateFlags gate;
  options.metrics = {{MetricKind::throughput}};
  line.app()
      .add_option("--baseline", comparing.baseline, "A stack's name, first or best; first unless told")
      ->type_name("STACK");
  line.app().add_flag("--all-pairs", comparing.all_pairs, "Compare every stack with every other");
  line.add_margin(comparing.margin);
  add_analysis_options(
      line, options,
      {{Method::log_t, Method::paired, Method::fieller, Method::hodges_lehmann, Method::benchstat,
        Method::permutation, Method::bca},
       {Adjustment::holm, Adjustment::dunnett, Adjustment::tukey, Adjustment::games_howell}});
  add_arrangement(line.app(), arrangement);
  add_gate_flags(line, gate);
  if (const auto over = line.parse(args, io)) return *over;

  if (gate.asked()) {
    if (const std::string idle = idle_with_a_gate(line.app()); !idle.empty()) {
      io.err << fmt::format(
          "abstat: compare: expected no {} with --fail-if-slower and the like: each stack "
          "is held against its own old runs\n",
          idle);
      return ExitCode::usage;
    }
    return run_gate(line.common(), options, gate, io);
  }
  if (line.common().format == Format::junit) {
    io.err << "abstat: -f junit: expected --fail-if-slower or --fail-if-faster with it, by which a test case "
              "passes or fails\n";
    return ExitCode::usage;
  }

  const auto selected = select_reports(line.common(), options, io);
  if (!selected) return selected.error();
  take_over(options, selected->grouping, comparing);
  std::vector<ComparisonTable> tables;
  for (const Metric& metric : options.metrics) {
    comparing.metric = metric;
    auto table = compare_reports(selected->reports, comparing);
    if (!table) {
      const BaselineProblem problem = problem_of(table.error(), "compare");
      io.err << "abstat: " << problem.message << "\n";
      return problem.code;
    }
    sort_comparisons(*table, arrangement.sort);
    if (arrangement.only_significant) keep_significant(*table);
    tables.push_back(std::move(*table));
  }
  ResultOutput output(line.common(), io);
  output.write_each(tables);
  return worst(selected->exit_code, output.finish());
}

}  // namespace abstat
