#include "cli/analysis_options.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/result_output.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ostream>
#include <vector>

#include <abstat/display_text.hpp>
#include <abstat/ranking.hpp>

namespace abstat {

namespace {

bool same_direction(const std::vector<Metric>& metrics) {
  return std::all_of(metrics.begin(), metrics.end(), [&](const Metric& metric) {
    return metric.higher_is_better() == metrics.front().higher_is_better();
  });
}

ExitCode say_nothing_to_rank(const Ranking& ranking, ExitCode so_far, Streams& io) {
  io.err << "abstat: rank: expected a stack with a value of " << ranking.metric.name() << ", found none";
  if (!ranking.unmeasured.empty()) io.err << ": " << visible(ranking.unmeasured.front().why.reason);
  io.err << "\n";
  return worst(so_far, ExitCode::cannot_judge);
}

void add_probabilities(CLI::App& app, RankProbabilities& probabilities) {
  app.add_option_function<std::string>(
         "--probabilities",
         [&probabilities](const std::string& asked) {
           const auto found = parse_rank_probabilities(asked);
           if (!found) {
             throw CLI::ValidationError(
                 fmt::format("--probabilities: expected one of none, best, all, found '{}'", visible(asked)));
           }
           probabilities = *found;
         },
         "One of none, best, all: the probability of being\nbest, or of every rank; best unless told")
      ->type_name("WHICH");
}

}  // namespace

ExitCode rank(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "rank",
      "Orders stacks and says how far the data establishes the order: rank ranges, which pairs are\n"
      "told apart and which are not. Stacks with failed or non-2xx responses stand below the others.",
      {{"abstat rank samples/web-stacks.md", "by goodput: successful responses per second"},
       {"abstat rank runs/ --metric p95,goodput", "by two metrics, one table each"}},
      {Format::bmf, Format::github_benchmark, Format::prometheus});
  AnalysisOptions options;
  RankOptions ranking;
  options.metrics = {ranking.metric};
  add_analysis_options(
      line, options,
      {{Method::log_t, Method::paired}, {Adjustment::holm, Adjustment::tukey, Adjustment::games_howell}});
  add_probabilities(line.app(), ranking.probabilities);
  line.app().add_flag("--strict", ranking.strict, "Prove each direction on its own: fewer pairs told apart");
  line.app().add_flag("--tainted", ranking.tainted_in_line, "Rank stacks with failures among the others");
  if (const auto over = line.parse(args, io)) return *over;
  if (line.common().format == Format::github_benchmark && !same_direction(options.metrics)) {
    io.err << "abstat: rank: -f github-action-benchmark takes metrics of one direction: all better when "
              "higher, or "
              "all when lower\n";
    return ExitCode::usage;
  }

  const auto selected = select_reports(line.common(), options, io);
  if (!selected) return selected.error();
  take_over(options, selected->grouping, ranking);
  std::vector<Ranking> rankings;
  bool ranked = false;
  for (const Metric& metric : options.metrics) {
    ranking.metric = metric;
    rankings.push_back(rank_reports(selected->reports, ranking));
    ranked = ranked || !rankings.back().stacks.empty();
  }
  if (!ranked) return say_nothing_to_rank(rankings.front(), selected->exit_code, io);
  ResultOutput output(line.common(), io);
  output.write_each(rankings);
  return worst(selected->exit_code, output.finish());
}

}  // namespace abstat
