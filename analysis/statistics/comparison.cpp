#include "comparability.hpp"
#include "holm.hpp"
#include "mann_whitney.hpp"
#include "measured_stacks.hpp"
#include "screen.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include <abstat/comparison.hpp>

namespace abstat {

namespace {

// More would be 125,000 comparisons that nobody reads.
constexpr std::size_t all_pairs_limit = 500;

using Pair = std::pair<std::size_t, std::size_t>;  // stack and baseline, indices into the measured stacks

struct Baseline {
  std::size_t stack;
  std::string group;  // stacks of this group are baselines each for their own workload
};

tl::expected<Baseline, UnknownBaseline> find_baseline(const MeasuredStacks& measured,
                                                      const std::string& asked) {
  const auto& stacks = measured.stacks;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    if (stacks[i].stack->name == asked || stacks[i].stack->group == asked)
      return Baseline{i, stacks[i].stack->group};
    known.push_back(stacks[i].stack->name);
  }
  if (asked == "first" && !stacks.empty()) return Baseline{0, stacks[0].stack->group};
  if (asked == "best" && !stacks.empty()) {
    const auto key = [](const MeasuredStack& s) { return std::pair(!s.tainted, s.sample.logs.mean()); };
    const auto best = std::ranges::max_element(stacks, {}, key);
    return Baseline{static_cast<std::size_t>(best - stacks.begin()), best->stack->group};
  }
  return tl::unexpected(UnknownBaseline{asked, std::move(known)});
}

// The baseline under this stack's own workload where there is one.
std::size_t baseline_for(const MeasuredStacks& measured, const std::vector<std::size_t>& baselines,
                         std::size_t stack) {
  const auto same = [&](std::size_t i) {
    return differences(measured.stacks[i].stack->workload, measured.stacks[stack].stack->workload).empty();
  };
  const auto it = std::ranges::find_if(baselines, same);
  return it == baselines.end() ? baselines.front() : *it;
}

std::vector<Pair> pairs_with(const MeasuredStacks& measured, const Baseline& baseline) {
  std::vector<std::size_t> baselines{baseline.stack};
  for (std::size_t i = 0; i < measured.stacks.size(); ++i) {
    if (i != baseline.stack && measured.stacks[i].stack->group == baseline.group) baselines.push_back(i);
  }
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < measured.stacks.size(); ++i) {
    if (std::ranges::find(baselines, i) == baselines.end())
      pairs.emplace_back(i, baseline_for(measured, baselines, i));
  }
  // Only workloads of one stack: they are what there is to compare.
  if (!pairs.empty()) return pairs;
  for (const std::size_t i : baselines) {
    if (i != baseline.stack) pairs.emplace_back(i, baseline.stack);
  }
  return pairs;
}

std::vector<Pair> all_pairs(std::size_t stacks) {
  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < stacks; ++a) {
    for (std::size_t b = a + 1; b < stacks; ++b) pairs.emplace_back(b, a);
  }
  return pairs;
}

struct Tested {
  Comparison comparison;
  std::optional<PairTest> test;
};

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

Tested compare_pair(const MeasuredStack& stack, const MeasuredStack& baseline, const MeasuredStacks& measured,
                    const CompareOptions& options) {
  Comparability comparable = comparability(stack, baseline, options.metric);
  const double log_ratio = stack.sample.logs.mean() - baseline.sample.logs.mean();
  Tested result{{stack.stack->name,
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
  auto test = test_pair(stack, baseline, measured.question);
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

// Inside the margin beats real but small; otherwise Holm decides. Nothing is the same for lack of evidence.
SpeedupVerdict verdict_of(const Comparison& comparison, double margin) {
  const double alpha = 1 - comparison.speedup.level;
  const auto& interval = comparison.speedup.interval;
  const bool inside = interval && interval->low > 1 / margin && interval->high < margin;
  if (comparison.p_equivalence ? *comparison.p_equivalence <= alpha : inside) return SpeedupVerdict::same;
  if (!comparison.p_adjusted || !(*comparison.p_adjusted <= alpha)) return SpeedupVerdict::undetermined;
  return comparison.speedup.value > 1 ? SpeedupVerdict::faster : SpeedupVerdict::slower;
}

std::vector<double> collect(const std::vector<Tested>& table, std::optional<double> PairTest::*field) {
  std::vector<double> values;
  for (const Tested& row : table) {
    if (row.test && (*row.test).*field) values.push_back(*((*row.test).*field));
  }
  return values;
}

void settle_family(std::vector<Tested>& table, const CompareOptions& options) {
  const std::vector<double> p = holm(collect(table, &PairTest::p));
  const std::vector<double> p_equivalence = holm(collect(table, &PairTest::p_equivalence));
  const auto m = static_cast<double>(std::max<std::size_t>(1, p.size()));
  auto next_p = p.begin();
  auto next_equivalence = p_equivalence.begin();
  for (Tested& row : table) {
    if (!row.test) continue;
    Comparison& comparison = row.comparison;
    const PairTest& test = *row.test;
    comparison.speedup.value = std::exp(test.log_ratio);
    comparison.speedup.method = test.method;
    comparison.speedup.interval = test.interval((1 - options.level) / m).map(exponential);
    if (const auto alone = test.interval(1 - options.level)) comparison.pointwise = exponential(*alone);
    comparison.df = test.df;
    comparison.p = test.p;
    if (test.p) comparison.p_adjusted = *next_p++;
    if (test.p_equivalence) comparison.p_equivalence = *next_equivalence++;
    comparison.verdict = verdict_of(comparison, options.margin);
    if (comparison.verdict == SpeedupVerdict::undetermined && comparison.p_adjusted) {
      comparison.caveats.push_back(
          {CaveatCode::not_significant,
           fmt::format("Holm p {:.3g}: neither told apart nor shown equal", *comparison.p_adjusted)});
    }
  }
}

}  // namespace

std::string_view to_string(SpeedupVerdict verdict) {
  switch (verdict) {
    case SpeedupVerdict::faster:
    case SpeedupVerdict::separated_faster:
      return "faster";
    case SpeedupVerdict::slower:
    case SpeedupVerdict::separated_slower:
      return "slower";
    case SpeedupVerdict::same:
      return "same";
    case SpeedupVerdict::undetermined:
      break;
  }
  return "undetermined";
}

tl::expected<ComparisonTable, UnknownBaseline> compare_reports(const std::vector<Report>& reports,
                                                               const CompareOptions& options) {
  MeasuredStacks measured =
      measure_stacks(reports, {options.metric, options.level, options.margin, options.method,
                               options.grouping, options.borrow_sd, options.assumed_cv, options.length_ok});
  const auto baseline = find_baseline(measured, options.baseline);
  if (!baseline) return tl::unexpected(baseline.error());
  const bool every_pair = options.all_pairs && measured.stacks.size() <= all_pairs_limit;
  if (options.all_pairs && !every_pair) {
    measured.warnings.push_back(
        fmt::format("{} stacks have too many pairs (limit {} stacks): compared with the baseline",
                    measured.stacks.size(), all_pairs_limit));
  }
  std::vector<Tested> table;
  for (const auto& [stack, base] :
       every_pair ? all_pairs(measured.stacks.size()) : pairs_with(measured, *baseline)) {
    table.push_back(compare_pair(measured.stacks[stack], measured.stacks[base], measured, options));
  }
  settle_family(table, options);
  ComparisonTable result{options.metric,
                         options.level,
                         options.margin,
                         measured.stacks[baseline->stack].stack->name,
                         measured.estimates(),
                         std::move(measured.unmeasured),
                         {},
                         0,
                         measured.blocked,
                         std::move(measured.warnings)};
  for (Tested& row : table) {
    result.family += row.comparison.p ? 1 : 0;
    result.comparisons.push_back(std::move(row.comparison));
  }
  return result;
}

}  // namespace abstat
