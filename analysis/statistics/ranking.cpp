#include "measured_stacks.hpp"
#include "rank_order.hpp"
#include "screen.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <utility>

#include <abstat/ranking.hpp>

namespace abstat {

namespace {

RankedPair pair_of(const MeasuredStacks& measured, const RankOrder& order, const OrderedPair& pair) {
  const MeasuredStack& better = measured.stacks[order.stacks[pair.better]];
  const MeasuredStack& worse = measured.stacks[order.stacks[pair.worse]];
  return {better.stack->name, worse.stack->name,
          std::exp(better.sample.logs.mean() - worse.sample.logs.mean()), pair.separated, pair.p_adjusted};
}

}  // namespace

std::optional<RankProbabilities> parse_rank_probabilities(std::string_view name) {
  if (name == "none") return RankProbabilities::none;
  if (name == "best") return RankProbabilities::best;
  if (name == "all") return RankProbabilities::all;
  return std::nullopt;
}

std::optional<double> mean_rank(const std::vector<double>& rank_probabilities) {
  if (rank_probabilities.empty()) return std::nullopt;
  double mean = 0;
  for (std::size_t i = 0; i < rank_probabilities.size(); ++i) {
    mean += static_cast<double>(i + 1) * rank_probabilities[i];
  }
  return mean;
}

Ranking rank_reports(const std::vector<Report>& reports, const RankOptions& options) {
  MeasuredStacks measured = measure_stacks(
      reports, {options.metric, options.level, 1, options.method, options.grouping, options.borrow_sd,
                options.assumed_cv, options.length_ok, options.naive, options.sensitivity});
  const RankOrder order = rank_order(measured, options);
  Ranking ranking{options.metric,   options.level,    {}, {}, {}, order.tested,
                  order.adjustment, measured.blocked, {}};
  for (std::size_t place = 0; place < order.stacks.size(); ++place) {
    const MeasuredStack& stack = measured.stacks[order.stacks[place]];
    RankedStack row{estimate_stack(stack, measured.question.estimate),
                    order.ranks[place],
                    order.letters.empty() ? "" : order.letters[place],
                    std::nullopt,
                    {},
                    stack.tainted};
    if (!order.p_rank.empty() && !order.p_rank[place].empty()) {
      row.p_best = order.p_rank[place].front();
      if (options.probabilities == RankProbabilities::all) row.rank_probabilities = order.p_rank[place];
    }
    ranking.stacks.push_back(std::move(row));
  }
  for (const OrderedPair& pair : order.pairs) ranking.pairs.push_back(pair_of(measured, order, pair));
  ranking.unmeasured = std::move(measured.unmeasured);
  ranking.warnings = std::move(measured.warnings);
  ranking.warnings.insert(ranking.warnings.end(), order.warnings.begin(), order.warnings.end());
  return ranking;
}

}  // namespace abstat
