#include "comparison_row.hpp"

#include "comparability.hpp"
#include "holm.hpp"
#include "mann_whitney.hpp"
#include "screen.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include <abstat/sample_size.hpp>

namespace abstat {

namespace {

Interval exponential(Interval logs) {
  return {std::exp(logs.low), std::exp(logs.high)};
}

void screen_singles(const MeasuredStack& stack, const MeasuredStack& baseline, Metric metric,
                    Comparison& comparison) {
  const Screen screened = screen(stack, baseline, metric);
  comparison.speedup.rounding = screened.rounding;
  comparison.speedup.within_run = screened.within_run;
  comparison.caveats.push_back(
      {CaveatCode::single_run, "one run each: separated or not is a screen, no test"});
  if (!screened.separated) return;
  comparison.verdict =
      screened.log_ratio > 0 ? SpeedupVerdict::separated_faster : SpeedupVerdict::separated_slower;
}

// For the margin first: it is the difference that matters. Where the runs there are would have shown that,
// the true difference is likely smaller, such as the one seen.
std::optional<RunsNeeded> runs_needed(const TestedComparison& row, double level, double margin) {
  constexpr double power = 0.8;
  if (!row.test || !row.test->sd) return std::nullopt;
  const Design design = row.test->method == Method::paired ? Design::blocks : Design::two_samples;
  const double seen = std::exp(std::abs(row.test->log_ratio));
  for (const double ratio : {margin, std::min(margin, seen)}) {
    const auto size = runs_for_effect(*row.test->sd, ratio, power, level, design);
    if (size && size->runs > row.comparison.speedup.replicates) return RunsNeeded{size->runs, ratio, power};
  }
  return std::nullopt;
}

std::vector<double> collect(const std::vector<TestedComparison>& table,
                            std::optional<double> PairTest::*field) {
  std::vector<double> values;
  for (const TestedComparison& row : table) {
    if (row.test && (*row.test).*field) values.push_back(*((*row.test).*field));
  }
  return values;
}

}  // namespace

TestedComparison compare_pair(const MeasuredStack& stack, const MeasuredStack& baseline,
                              const PairQuestion& question, const RowOptions& options) {
  Comparability comparable = comparability(stack, baseline, options.metric);
  const double log_ratio = stack.sample.logs.mean() - baseline.sample.logs.mean();
  TestedComparison result{{stack.stack->name,
                           baseline.stack->name,
                           {std::exp(log_ratio),
                            tl::unexpected(Refusal{}),
                            options.level,
                            Method::point,
                            std::min(stack.replicates(), baseline.replicates()),
                            std::nullopt,
                            std::nullopt,
                            {}},
                           std::nullopt,
                           std::nullopt,
                           std::nullopt,
                           std::nullopt,
                           std::nullopt,
                           std::nullopt,
                           SpeedupVerdict::undetermined,
                           std::move(comparable.caveats)},
                          std::nullopt};
  Comparison& comparison = result.comparison;
  if (comparable.refusal && !options.force) {
    comparison.speedup.interval = tl::unexpected(*std::move(comparable.refusal));
    return result;
  }
  auto test = test_pair(stack, baseline, question);
  if (test) {
    comparison.caveats.insert(comparison.caveats.end(), test->caveats.begin(), test->caveats.end());
    result.test = *std::move(test);
  } else {
    comparison.speedup.interval = tl::unexpected(std::move(test).error());
  }
  const bool replicated = stack.replicates() > 1 && baseline.replicates() > 1;
  if (replicated) comparison.p_rank = mann_whitney(stack.sample.logs, baseline.sample.logs).p;
  if (stack.replicates() == 1 && baseline.replicates() == 1 && !result.test) {
    screen_singles(stack, baseline, options.metric, comparison);
  } else if (std::min(stack.replicates(), baseline.replicates()) == 2) {
    comparison.caveats.push_back({CaveatCode::two_runs, "two runs: t has one degree of freedom"});
  }
  return result;
}

SpeedupVerdict verdict_of(const Comparison& comparison, double margin) {
  const double alpha = 1 - comparison.speedup.level;
  const auto& interval = comparison.speedup.interval;
  const bool inside = interval && interval->low > 1 / margin && interval->high < margin;
  if (comparison.p_equivalence ? *comparison.p_equivalence <= alpha : inside) return SpeedupVerdict::same;
  // A method without p-values (bca) has its simultaneous interval.
  const bool excludes_one = interval && (interval->low > 1 || interval->high < 1);
  const bool significant = comparison.p_adjusted ? *comparison.p_adjusted <= alpha : excludes_one;
  if (!significant) return SpeedupVerdict::undetermined;
  return comparison.speedup.value > 1 ? SpeedupVerdict::faster : SpeedupVerdict::slower;
}

void settle_row(TestedComparison& row, double level, double margin, double family) {
  Comparison& comparison = row.comparison;
  std::erase_if(comparison.caveats, [](const Caveat& c) { return c.code == CaveatCode::not_significant; });
  comparison.needed.reset();
  comparison.verdict = verdict_of(comparison, margin);
  if (comparison.verdict != SpeedupVerdict::undetermined) return;
  comparison.needed = runs_needed(row, 1 - (1 - level) / family, margin);
  if (!comparison.p_adjusted) return;
  comparison.caveats.push_back(
      {CaveatCode::not_significant,
       fmt::format("adjusted p {:.3g}: neither told apart nor shown equal", *comparison.p_adjusted)});
}

std::size_t family_of(const std::vector<TestedComparison>& table) {
  return static_cast<std::size_t>(
      std::ranges::count_if(table, [](const TestedComparison& row) { return row.test.has_value(); }));
}

void settle_family(std::vector<TestedComparison>& table, double level, double margin, std::size_t family) {
  const std::size_t unseen = family - std::min(family, family_of(table));
  const std::vector<double> p = holm(collect(table, &PairTest::p), unseen);
  const std::vector<double> p_equivalence = holm(collect(table, &PairTest::p_equivalence), unseen);
  const auto m = static_cast<double>(std::max<std::size_t>(1, family));
  auto next_p = p.begin();
  auto next_equivalence = p_equivalence.begin();
  for (TestedComparison& row : table) {
    if (!row.test) continue;
    Comparison& comparison = row.comparison;
    const PairTest& test = *row.test;
    comparison.speedup.value = std::exp(test.log_ratio);
    comparison.speedup.method = test.method;
    comparison.speedup.interval = test.interval((1 - level) / m).map(exponential);
    if (const auto alone = test.interval(1 - level)) comparison.pointwise = exponential(*alone);
    if (test.df && std::isfinite(*test.df)) comparison.df = test.df;
    comparison.p = test.p;
    if (test.p) comparison.p_adjusted = *next_p++;
    if (test.p_equivalence) comparison.p_equivalence = *next_equivalence++;
    settle_row(row, level, margin, m);
  }
}

}  // namespace abstat
