#include "comparison_row.hpp"
#include "measured_stacks.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <utility>

#include <abstat/counted.hpp>
#include <abstat/gate.hpp>
#include <abstat/sample_size.hpp>

namespace abstat {

namespace {

// Speedups at which a change counts, as ratios in the better direction. Percents do not negate: 5 % more time
// is a speedup of 1 / 1.05.
struct Limits {
  std::optional<double> slower;
  std::optional<double> faster;
};

Limits limits_of(const GateOptions& options) {
  const bool rate = options.metric.higher_is_better();
  Limits limits;
  if (const auto share = options.fail_if_slower) limits.slower = rate ? 1 - *share : 1 / (1 + *share);
  if (const auto share = options.fail_if_faster) limits.faster = rate ? 1 + *share : 1 / (1 - *share);
  return limits;
}

MeasuredStacks measure_side(const std::vector<Report>& reports, const Grouping& grouping,
                            const GateOptions& options) {
  const Method method = options.paired ? Method::paired : Method::log_t;
  return measure_stacks(reports, {options.metric, options.level, 1, method, grouping, false,
                                  options.assumed_cv, options.length_ok});
}

// Runs of before and after vary alike until shown otherwise: both sides lend.
void borrow_from_both(const MeasuredStacks& old_side, MeasuredStacks& new_side, GateResult& result) {
  std::vector<const MeasuredStack*> lenders;
  for (const MeasuredStack& stack : old_side.stacks) lenders.push_back(&stack);
  for (const MeasuredStack& stack : new_side.stacks) lenders.push_back(&stack);
  new_side.question.estimate.borrowed = lent_sd(lenders);
  if (!new_side.question.estimate.borrowed) result.warnings.emplace_back(nobody_lends);
}

const MeasuredStack* partner_of(const MeasuredStack& stack, const MeasuredStacks& others) {
  const MeasuredStack* same_name = nullptr;
  for (const MeasuredStack& other : others.stacks) {
    if (other.stack->group != stack.stack->group) continue;
    if (differences(other.stack->workload, stack.stack->workload).empty()) return &other;
    if (same_name == nullptr) same_name = &other;
  }
  return same_name;
}

bool reaches_beyond(const Interval& interval, const Limits& limits) {
  return (limits.slower && interval.low < *limits.slower) ||
         (limits.faster && interval.high > *limits.faster);
}

// Beyond the share and told apart from no change.
GateOutcome outcome_of(const Comparison& comparison, const Limits& limits, const GateOptions& options) {
  const auto& interval = comparison.speedup.interval;
  if (!comparison.p_adjusted || !interval) return GateOutcome::cannot_judge;
  const double speedup = comparison.speedup.value;
  const bool significant = *comparison.p_adjusted <= 1 - options.level;
  if (significant && limits.slower && speedup < *limits.slower) return GateOutcome::regression;
  if (significant && limits.faster && speedup > *limits.faster) return GateOutcome::improvement;
  return options.require_significant && reaches_beyond(*interval, limits) ? GateOutcome::cannot_judge
                                                                          : GateOutcome::ok;
}

// At the level that Holm asks of the first of so many stacks.
Refusal why_not_judged(const TestedComparison& row, const Limits& limits, double level) {
  const auto& interval = row.comparison.speedup.interval;
  if (!interval) return interval.error();
  Refusal refusal{"the interval reaches beyond the margin", "more runs of both (abstat plan)"};
  const double limit = limits.slower ? *limits.slower : *limits.faster;
  if (!row.test || !row.test->sd || !(limits.slower || limits.faster)) return refusal;
  const Design design = row.test->method == Method::paired ? Design::blocks : Design::two_samples;
  const auto size = runs_for_effect(*row.test->sd, limit, 0.8, level, design);
  if (size && size->runs > row.comparison.speedup.replicates) {
    refusal.settle = fmt::format(
        "{0} runs of both, old and new, show such a change four times in five (abstat plan "
        "--replicates {0})",
        size->runs);
  }
  return refusal;
}

void match(const MeasuredStacks& old_side, const MeasuredStacks& new_side, const GateOptions& options,
           std::vector<TestedComparison>& table, GateResult& result) {
  for (const MeasuredStack& stack : new_side.stacks) {
    const MeasuredStack* partner = partner_of(stack, old_side);
    if (partner == nullptr) {
      result.only_new.push_back(stack.stack->name);
      continue;
    }
    TestedComparison row =
        compare_pair(stack, *partner, new_side.question, {options.metric, options.level, options.force});
    row.comparison.baseline = "old";
    table.push_back(std::move(row));
  }
  for (const MeasuredStack& stack : old_side.stacks) {
    if (partner_of(stack, new_side) == nullptr) result.only_old.push_back(stack.stack->name);
  }
}

void add_unmeasured(const MeasuredStacks& side, GateResult& result) {
  for (const Unmeasured& stack : side.unmeasured) {
    result.stacks.push_back({stack.stack, GateOutcome::cannot_judge, std::nullopt, stack.why});
  }
  result.warnings.insert(result.warnings.end(), side.warnings.begin(), side.warnings.end());
}

std::string change(const GatedStack& stack) {
  const Estimate& speedup = stack.comparison->speedup;
  return fmt::format("{} {:.3g}x [{:.3g}, {:.3g}]", stack.stack, speedup.value, speedup.interval->low,
                     speedup.interval->high);
}

std::string changes(const GateResult& result, GateOutcome outcome) {
  std::vector<std::string> list;
  for (const GatedStack& stack : result.stacks) {
    if (stack.outcome == outcome) list.push_back(change(stack));
  }
  return fmt::format("{}", fmt::join(list, ", "));
}

// All is well as far as it was seen: an interval that reaches beyond the margin has not shown that it is.
std::string no_change(const GateResult& result, const Limits& limits) {
  const std::size_t all = result.stacks.size();
  const auto open =
      static_cast<std::size_t>(std::ranges::count_if(result.stacks, [&](const GatedStack& stack) {
        return reaches_beyond(*stack.comparison->speedup.interval, limits);
      }));
  const std::string stacks = counted(all, "stack", "stacks");
  if (open == 0) return "no change beyond the margin in " + stacks;
  return fmt::format("no significant change beyond the margin in {}; {} beyond it (--require-significant)",
                     stacks, counted(open, "interval still reaches", "intervals still reach"));
}

std::string summary_of(const GateResult& result, const GateOptions& options) {
  const std::size_t all = result.stacks.size();
  const std::string what = result.metric.name();
  if (all == 0) return fmt::format("{}: no stack has both old and new runs", what);
  std::vector<std::string> parts;
  if (result.regressions > 0) {
    parts.push_back(fmt::format("{} of {} stacks worse by more than {:g} %: {}", result.regressions, all,
                                100 * *options.fail_if_slower, changes(result, GateOutcome::regression)));
  }
  if (result.improvements > 0) {
    parts.push_back(fmt::format("{} of {} stacks better by more than {:g} %: {}", result.improvements, all,
                                100 * *options.fail_if_faster, changes(result, GateOutcome::improvement)));
  }
  if (result.unjudged > 0)
    parts.push_back(fmt::format("{} of {} stacks cannot be judged", result.unjudged, all));
  if (parts.empty()) parts.push_back(no_change(result, limits_of(options)));
  return fmt::format("{}: {}", what, fmt::join(parts, "; "));
}

void conclude(GateResult& result, const GateOptions& options) {
  const auto count = [&](GateOutcome outcome) {
    return static_cast<std::size_t>(std::ranges::count(result.stacks, outcome, &GatedStack::outcome));
  };
  result.regressions = count(GateOutcome::regression);
  result.improvements = count(GateOutcome::improvement);
  result.unjudged = count(GateOutcome::cannot_judge);
  if (result.regressions > 0) {
    result.outcome = GateOutcome::regression;
  } else if (result.improvements > 0) {
    result.outcome = GateOutcome::improvement;
  } else if (result.unjudged > 0 || result.stacks.empty()) {
    result.outcome = GateOutcome::cannot_judge;
  }
  result.summary = summary_of(result, options);
}

}  // namespace

std::string_view to_string(GateOutcome outcome) {
  switch (outcome) {
    case GateOutcome::regression:
      return "regression";
    case GateOutcome::improvement:
      return "improvement";
    case GateOutcome::cannot_judge:
      return "cannot-judge";
    case GateOutcome::ok:
      break;
  }
  return "ok";
}

GateResult gate(const std::vector<Report>& old_reports, const std::vector<Report>& new_reports,
                const GateOptions& options) {
  const MeasuredStacks old_side = measure_side(old_reports, options.old_grouping, options);
  MeasuredStacks new_side = measure_side(new_reports, options.new_grouping, options);
  GateResult result{options.metric, GateOutcome::ok, {}, {}, {}, 0, 0, 0, {}, {}};
  if (options.borrow_sd) borrow_from_both(old_side, new_side, result);
  std::vector<TestedComparison> table;
  match(old_side, new_side, options, table, result);
  settle_family(table, options.level, 1, family_of(table));
  const Limits limits = limits_of(options);
  const double first_level =
      1 - (1 - options.level) / static_cast<double>(std::max<std::size_t>(1, family_of(table)));
  for (TestedComparison& row : table) {
    const GateOutcome outcome = outcome_of(row.comparison, limits, options);
    std::optional<Refusal> refusal;
    if (outcome == GateOutcome::cannot_judge) refusal = why_not_judged(row, limits, first_level);
    std::string name = row.comparison.stack;
    result.stacks.push_back({std::move(name), outcome, std::move(row.comparison), std::move(refusal)});
  }
  add_unmeasured(old_side, result);
  add_unmeasured(new_side, result);
  conclude(result, options);
  return result;
}

}  // namespace abstat
