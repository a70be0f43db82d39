#include "family_adjustment.hpp"

#include "dunnett.hpp"
#include "log_t.hpp"
#include "run_to_run.hpp"
#include "studentized_range.hpp"

#include <algorithm>
#include <cmath>

namespace abstat {

namespace {

// Games and Howell's error exceeds its level with fewer (statistics.md 4.2).
constexpr std::size_t fewest_for_games_howell = 6;

std::vector<Eigen::ArrayXd> samples_of(const StackList& stacks) {
  std::vector<Eigen::ArrayXd> samples;
  for (const MeasuredStack* stack : stacks) {
    if (stack->replicates() > 1) samples.push_back(stack->sample.logs);
  }
  return samples;
}

double distance(const MeasuredStack& a, const MeasuredStack& b) {
  return std::abs(a.sample.logs.mean() - b.sample.logs.mean());
}

}  // namespace

std::string misfit_of(const StackList& stacks, const FamilyAdjustment& adjustment) {
  const bool against_one = adjustment.kind == Adjustment::dunnett;
  if (against_one == adjustment.all_pairs) {
    return against_one ? "Dunnett's test is against one baseline: Holm's adjustment was used"
                       : "the adjustment asked for is over all pairs (--all-pairs): Holm's was used";
  }
  if (against_one && adjustment.baseline_by_value) {
    return "Dunnett's test is against a baseline chosen beforehand, not the best: Holm's adjustment was used";
  }
  if (adjustment.kind == Adjustment::games_howell) {
    const bool enough = std::ranges::all_of(
        stacks, [](const MeasuredStack* stack) { return stack->replicates() >= fewest_for_games_howell; });
    return enough || adjustment.force
               ? ""
               : "Games and Howell's test needs 6 runs of every stack: Holm's was used";
  }
  const auto p = brown_forsythe_p(samples_of(stacks));
  const bool unlike = !p || *p < 0.05;
  return unlike && !adjustment.force ? "the stacks vary unlike, so a common sd does not hold: Holm's was used"
                                     : "";
}

FamilyJudge::FamilyJudge(const StackList& stacks, const FamilyAdjustment& adjustment, std::size_t baseline)
    : stacks_(stacks), adjustment_(adjustment), baseline_(baseline), pool_(common_sd(samples_of(stacks))) {
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    if (i != baseline) others_.push_back(runs(i));
  }
  const double alpha = 1 - adjustment.level;
  if (adjustment.kind == Adjustment::dunnett) {
    critical_ = dunnett_critical(alpha, others_, runs(baseline), pool_.df);
  } else if (adjustment.kind == Adjustment::tukey) {
    critical_ = studentized_range_critical(alpha, count(), pool_.df);
  }
}

FamilyJudge::Judged FamilyJudge::judge(std::size_t a, std::size_t b) const {
  const double apart = distance(*stacks_[a], *stacks_[b]);
  const double shares = 1 / runs(a) + 1 / runs(b);
  if (adjustment_.kind == Adjustment::dunnett) {
    const double se = pool_.sd * std::sqrt(shares);
    return {dunnett_upper(apart / se, others_, runs(baseline_), pool_.df), critical_ * se};
  }
  if (adjustment_.kind == Adjustment::tukey) {
    const double se = pool_.sd * std::sqrt(shares / 2);
    return {studentized_range_upper(apart / se, count(), pool_.df), critical_ * se};
  }
  const auto test = welch(mean_of_logs(stacks_[a]->sample.logs), mean_of_logs(stacks_[b]->sample.logs));
  const double se = test->standard_error / std::sqrt(2.0);
  return {studentized_range_upper(apart / se, count(), test->df),
          studentized_range_critical(1 - adjustment_.level, count(), test->df) * se};
}

std::string adjust_family(std::vector<TestedComparison>& table,
                          const std::vector<std::pair<std::size_t, std::size_t>>& pairs,
                          const MeasuredStacks& measured, const FamilyAdjustment& adjustment) {
  if (adjustment.kind == Adjustment::holm || table.empty()) return {};
  const bool by_t = std::ranges::all_of(
      table, [](const TestedComparison& row) { return row.test && row.test->method == Method::log_t; });
  if (!by_t) return std::string(family_needs_t);
  StackList stacks;
  for (const MeasuredStack& stack : measured.stacks) stacks.push_back(&stack);
  std::string warning = misfit_of(stacks, adjustment);
  if (!warning.empty()) return warning;
  const FamilyJudge family(stacks, adjustment, pairs.front().second);
  for (std::size_t i = 0; i < table.size(); ++i) {
    Comparison& row = table[i].comparison;
    const double difference = table[i].test->log_ratio;
    const auto judged = family.judge(pairs[i].first, pairs[i].second);
    row.p_adjusted = std::clamp(judged.p, 0.0, 1.0);
    row.speedup.interval =
        Interval{std::exp(difference - judged.half_width), std::exp(difference + judged.half_width)};
    settle_row(table[i], adjustment.level, adjustment.margin, static_cast<double>(table.size()));
  }
  return {};
}

}  // namespace abstat
