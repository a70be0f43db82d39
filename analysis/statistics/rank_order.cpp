#include "rank_order.hpp"

#include "compact_letters.hpp"
#include "comparability.hpp"
#include "family_adjustment.hpp"
#include "holm.hpp"
#include "rank_probability.hpp"
#include "rank_sets.hpp"
#include "screen.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>
#include <numeric>
#include <utility>

namespace abstat {

namespace {

const MeasuredStack& stack_at(const MeasuredStacks& measured, const RankOrder& order, std::size_t place) {
  return measured.stacks[order.stacks[place]];
}

void sort_stacks(const MeasuredStacks& measured, bool tainted_in_line, RankOrder& order) {
  order.stacks.resize(measured.stacks.size());
  std::iota(order.stacks.begin(), order.stacks.end(), std::size_t{0});
  const auto below = [&](std::size_t i) { return !tainted_in_line && measured.stacks[i].tainted; };
  std::ranges::stable_sort(order.stacks, std::less{}, [&](std::size_t i) {
    return std::pair(below(i), -measured.stacks[i].sample.logs.mean());
  });
  order.above_line =
      static_cast<std::size_t>(std::ranges::find_if(order.stacks, below) - order.stacks.begin());
}

// Which places of the line a run of equal values shares, as their mean.
std::vector<double> midranks(const MeasuredStacks& measured, const RankOrder& order) {
  std::vector<double> ranks(order.stacks.size());
  const auto value = [&](std::size_t place) { return stack_at(measured, order, place).sample.logs.mean(); };
  for (std::size_t first = 0; first < ranks.size();) {
    std::size_t end = first + 1;
    const std::size_t stop = first < order.above_line ? order.above_line : ranks.size();
    while (end < stop && value(end) == value(first)) ++end;
    const double shared = static_cast<double>(first + 1 + end) / 2;
    for (; first < end; ++first) ranks[first] = shared;
  }
  return ranks;
}

struct TestedPair {
  std::size_t better;
  std::size_t worse;
  double p;
  double log_ratio;
};

struct PairSearch {
  std::vector<TestedPair> tested;
  std::vector<OrderedPair> pairs;          // all of them; tested ones not yet settled
  std::vector<std::size_t> place_of_test;  // of each tested pair in `pairs`
};

void put_to_test(const MeasuredStacks& measured, const RankOptions& options, const RankOrder& order,
                 std::size_t i, std::size_t j, PairSearch& search) {
  const MeasuredStack& a = stack_at(measured, order, i);
  const MeasuredStack& b = stack_at(measured, order, j);
  OrderedPair pair{i, j, false, std::nullopt};
  if (options.force || !comparability(a, b, options.metric).refusal) {
    const auto test = test_pair(a, b, measured.question);
    if (test && test->p) {
      search.place_of_test.push_back(search.pairs.size());
      search.tested.push_back({i, j, *test->p, test->log_ratio});
    } else if (a.replicates() == 1 && b.replicates() == 1) {
      pair.separated = screen(a, b, options.metric).separated;
    }
  }
  search.pairs.push_back(pair);
}

// Two-sided Holm over all pairs; strict: both directions of every pair are hypotheses of their own.
std::vector<double> adjusted(const std::vector<TestedPair>& tested, bool strict) {
  std::vector<double> p;
  for (const TestedPair& test : tested) p.push_back(strict ? test.p / 2 : test.p);
  if (strict) {
    for (const TestedPair& test : tested) p.push_back(1 - test.p / 2);
  }
  std::vector<double> result = holm(p);
  result.resize(tested.size());
  return result;
}

// Tukey's or Games and Howell's p of every pair; nothing where they do not fit, which is said.
std::optional<std::vector<double>> adjusted_by_family(const MeasuredStacks& measured,
                                                      const RankOptions& options, const PairSearch& search,
                                                      RankOrder& order) {
  const FamilyAdjustment adjustment{options.adjustment, options.level, 1, true, options.force};
  StackList stacks;
  for (std::size_t place = 0; place < order.above_line; ++place) {
    stacks.push_back(&stack_at(measured, order, place));
  }
  const bool by_t = search.tested.size() == search.pairs.size() && !options.strict &&
                    measured.question.method == Method::log_t;
  std::string misfit = by_t ? misfit_of(stacks, adjustment) : std::string(family_needs_t);
  if (!misfit.empty()) {
    order.warnings.push_back(std::move(misfit));
    return std::nullopt;
  }
  const FamilyJudge family(stacks, adjustment, 0);
  std::vector<double> p;
  for (const TestedPair& pair : search.tested) p.push_back(family.judge(pair.better, pair.worse).p);
  order.adjustment = options.adjustment;
  return p;
}

struct Counts {
  std::vector<std::size_t> wins;
  std::vector<std::size_t> losses;
};

Counts settle(PairSearch& search, const std::vector<double>& p, std::size_t places, double level) {
  Counts counts{std::vector<std::size_t>(places), std::vector<std::size_t>(places)};
  for (std::size_t t = 0; t < p.size(); ++t) {
    OrderedPair& pair = search.pairs[search.place_of_test[t]];
    pair.p_adjusted = p[t];
    pair.separated = p[t] <= 1 - level;
    if (!pair.separated) continue;
    // A method may put a pair the other way round than the means do.
    const bool as_ordered = search.tested[t].log_ratio >= 0;
    ++counts.wins[as_ordered ? pair.better : pair.worse];
    ++counts.losses[as_ordered ? pair.worse : pair.better];
  }
  return counts;
}

Counts test_all_pairs(const MeasuredStacks& measured, const RankOptions& options, RankOrder& order) {
  PairSearch search;
  for (std::size_t i = 0; i < order.above_line; ++i) {
    for (std::size_t j = i + 1; j < order.above_line; ++j)
      put_to_test(measured, options, order, i, j, search);
  }
  std::optional<std::vector<double>> p;
  if (options.adjustment != Adjustment::holm && !search.tested.empty()) {
    p = adjusted_by_family(measured, options, search, order);
  }
  if (!p) p = adjusted(search.tested, options.strict);
  Counts counts = settle(search, *p, order.stacks.size(), options.level);
  order.tested = !search.tested.empty();
  order.pairs = std::move(search.pairs);
  return counts;
}

// How the first stack that was asked for something else than the best one differs from it.
std::vector<std::string> workload_differences(const MeasuredStacks& measured, const RankOrder& order) {
  for (std::size_t place = 1; place < order.above_line; ++place) {
    auto list = differences(stack_at(measured, order, 0).stack->workload,
                            stack_at(measured, order, place).stack->workload);
    if (!list.empty()) return list;
  }
  return {};
}

// "Undetermined" must not look like the data's word where nothing was compared.
void note_workloads(const std::vector<std::string>& differing, bool force, RankOrder& order) {
  if (differing.empty()) return;
  order.warnings.push_back(
      fmt::format("the stacks were not measured under one workload ({}): {}", fmt::join(differing, "; "),
                  force ? "compared all the same, as --force asks"
                        : "those that differ are not compared; choose one workload (--where), or --force"));
}

// Rows by place, columns by block; nothing when a stack lacks a block.
std::optional<Eigen::MatrixXd> log_matrix(const MeasuredStacks& measured, const RankOrder& order) {
  const Sample& first = stack_at(measured, order, 0).sample;
  Eigen::MatrixXd logs(static_cast<Eigen::Index>(order.above_line), first.logs.size());
  for (std::size_t place = 0; place < order.above_line; ++place) {
    const Sample& sample = stack_at(measured, order, place).sample;
    std::vector<std::pair<std::string_view, double>> row;
    for (std::size_t i = 0; i < sample.blocks.size(); ++i) {
      row.emplace_back(sample.blocks[i], sample.logs[static_cast<Eigen::Index>(i)]);
    }
    std::ranges::sort(row);
    if (static_cast<Eigen::Index>(row.size()) != logs.cols()) return std::nullopt;
    for (std::size_t b = 0; b < row.size(); ++b) {
      logs(static_cast<Eigen::Index>(place), static_cast<Eigen::Index>(b)) = row[b].second;
    }
  }
  return logs;
}

std::vector<MeanOfLogs> means_of(const MeasuredStacks& measured, const RankOrder& order) {
  std::vector<MeanOfLogs> means;
  for (std::size_t place = 0; place < order.above_line; ++place) {
    const MeasuredStack& stack = stack_at(measured, order, place);
    means.push_back(
        log_mean(stack, measured.question.estimate).value_or(MeanOfLogs{stack.sample.logs.mean(), 0, 0}));
  }
  return means;
}

Counts count_all_pairs(const MeasuredStacks& measured, const RankOptions& options, RankOrder& order) {
  Counts none{std::vector<std::size_t>(order.stacks.size()), std::vector<std::size_t>(order.stacks.size())};
  if (!options.force && !workload_differences(measured, order).empty()) return none;
  const Directions directions = options.strict ? Directions::strict : Directions::two_sided;
  const bool in_blocks = measured.question.method == Method::paired;
  const auto matrix = in_blocks ? log_matrix(measured, order) : std::nullopt;
  if (in_blocks && !matrix) {
    order.warnings.push_back(
        fmt::format("some stack lacks a block: more than {} stacks are then compared without their blocks",
                    kept_pairs_limit));
  }
  WinsAndLosses counted = matrix ? paired_wins(*matrix, 1 - options.level, directions)
                                 : welch_wins(means_of(measured, order), 1 - options.level, directions);
  order.tested = true;
  if (options.adjustment != Adjustment::holm) {
    order.warnings.push_back(
        fmt::format("more than {} stacks are ranked with Holm's adjustment only", kept_pairs_limit));
  }
  for (std::size_t place = 0; place + 1 < order.above_line; ++place) {
    const auto test =
        test_pair(stack_at(measured, order, place), stack_at(measured, order, place + 1), measured.question);
    order.pairs.push_back({place, place + 1, test && test->p && *test->p <= counted.threshold, std::nullopt});
  }
  counted.wins.resize(order.stacks.size());
  counted.losses.resize(order.stacks.size());
  return {std::move(counted.wins), std::move(counted.losses)};
}

// rank set = [1 + losses, k - wins] (Mogstad, Romano, Shaikh, Wilhelm).
void set_ranks(const MeasuredStacks& measured, const Counts& counts, RankOrder& order) {
  const std::vector<double> points = midranks(measured, order);
  const std::size_t k = order.above_line;
  for (std::size_t place = 0; place < order.stacks.size(); ++place) {
    if (place < k) {
      order.ranks.push_back({points[place], 1 + counts.losses[place], k - counts.wins[place]});
    } else {
      order.ranks.push_back({points[place], k + 1, order.stacks.size()});
    }
  }
}

// Letters for the stacks that took part in tests.
void set_letters(const MeasuredStacks& measured, RankOrder& order) {
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < order.above_line; ++place) {
    if (log_mean(stack_at(measured, order, place), measured.question.estimate)) places.push_back(place);
  }
  if (!order.tested || places.size() < 2 || order.above_line > kept_pairs_limit) return;
  SeparatedMatrix separated = SeparatedMatrix::Constant(static_cast<Eigen::Index>(order.above_line),
                                                        static_cast<Eigen::Index>(order.above_line), false);
  for (const OrderedPair& pair : order.pairs) {
    if (!pair.separated || !pair.p_adjusted) continue;
    separated(static_cast<Eigen::Index>(pair.better), static_cast<Eigen::Index>(pair.worse)) = true;
    separated(static_cast<Eigen::Index>(pair.worse), static_cast<Eigen::Index>(pair.better)) = true;
  }
  const SeparatedMatrix among = separated(places, places);
  const std::vector<std::string> letters = compact_letters(among);
  order.letters.resize(order.stacks.size());
  for (std::size_t i = 0; i < letters.size(); ++i) order.letters[places[i]] = letters[i];
}

void set_probabilities(const MeasuredStacks& measured, RankOrder& order) {
  if (!order.tested || order.above_line < 2 || order.above_line > probability_limit) return;
  const auto probabilities = rank_probabilities(means_of(measured, order));
  if (!probabilities) return;
  order.p_rank.resize(order.stacks.size());
  for (std::size_t place = 0; place < order.above_line; ++place) {
    const auto row = probabilities->row(static_cast<Eigen::Index>(place));
    order.p_rank[place].assign(row.begin(), row.end());
  }
}

}  // namespace

RankOrder rank_order(const MeasuredStacks& measured, const RankOptions& options) {
  RankOrder order{{}, 0, {}, {}, {}, {}, Adjustment::holm, false, {}};
  sort_stacks(measured, options.tainted_in_line, order);
  note_workloads(workload_differences(measured, order), options.force, order);
  const Counts counts = order.above_line <= kept_pairs_limit ? test_all_pairs(measured, options, order)
                                                             : count_all_pairs(measured, options, order);
  set_ranks(measured, counts, order);
  set_letters(measured, order);
  if (options.probabilities != RankProbabilities::none) set_probabilities(measured, order);
  return order;
}

}  // namespace abstat
