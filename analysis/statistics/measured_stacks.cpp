#include "measured_stacks.hpp"

#include <utility>

namespace abstat {

namespace {

std::optional<PooledSd> lent_sd(const std::vector<MeasuredStack>& stacks, bool borrow) {
  if (!borrow) return std::nullopt;
  std::vector<Eigen::ArrayXd> samples;
  samples.reserve(stacks.size());
  for (const MeasuredStack& stack : stacks) samples.push_back(stack.sample.logs);
  return pooled_sd(samples);
}

}  // namespace

std::vector<StackEstimate> MeasuredStacks::estimates() const {
  std::vector<StackEstimate> rows;
  rows.reserve(stacks.size());
  for (const MeasuredStack& stack : stacks) rows.push_back(estimate_stack(stack, question.estimate));
  return rows;
}

MeasuredStacks measure_stacks(const std::vector<Report>& reports, const SampleOptions& options) {
  Stacks grouped = group_stacks(reports, options.grouping);
  MeasuredStacks result{std::move(grouped.stacks), {}, {}, std::move(grouped.warnings), {}, false};
  result.blocked = is_blocked(result.grouped);
  for (const Stack& stack : result.grouped) {
    auto measured = measure_stack(stack, {options.metric, options.level, options.length_ok});
    if (measured) {
      result.stacks.push_back(*std::move(measured));
    } else {
      result.unmeasured.push_back(std::move(measured).error());
    }
  }
  const Method by_design = result.blocked ? Method::paired : Method::log_t;
  const Method method = options.method.value_or(by_design);
  const auto borrowed = lent_sd(result.stacks, options.borrow_sd);
  if (options.borrow_sd && !borrowed) {
    result.warnings.emplace_back("no stack has replicates to borrow a run-to-run sd from");
  }
  result.question = {
      method, options.margin, {options.metric, options.level, method, borrowed, options.assumed_cv}};
  return result;
}

}  // namespace abstat
