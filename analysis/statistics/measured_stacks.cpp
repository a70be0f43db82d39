#include "measured_stacks.hpp"

#include "block_table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string_view>
#include <utility>

namespace abstat {

namespace {

// Rows are the stacks that have a value in every block.
Eigen::MatrixXd complete_rows(const std::vector<MeasuredStack>& stacks) {
  std::size_t blocks = 0;
  for (const MeasuredStack& stack : stacks) blocks = std::max(blocks, stack.replicates());
  std::vector<Eigen::VectorXd> rows;
  for (const MeasuredStack& stack : stacks) {
    if (stack.replicates() != blocks) continue;
    std::map<std::string_view, double> by_block;
    for (std::size_t i = 0; i < blocks; ++i) {
      by_block.emplace(stack.sample.blocks[i], stack.sample.logs[static_cast<Eigen::Index>(i)]);
    }
    Eigen::VectorXd& row = rows.emplace_back(static_cast<Eigen::Index>(blocks));
    Eigen::Index next = 0;
    for (const auto& [block, log] : by_block) row[next++] = log;
  }
  Eigen::MatrixXd logs(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(blocks));
  for (std::size_t i = 0; i < rows.size(); ++i) logs.row(static_cast<Eigen::Index>(i)) = rows[i].transpose();
  return logs;
}

void warn_of_block_drift(MeasuredStacks& measured) {
  if (!measured.blocked) return;
  const auto table = block_table(complete_rows(measured.stacks));
  if (!table || !(table->p_blocks < 0.05)) return;
  measured.warnings.push_back(fmt::format(
      "the blocks differ from each other (F p {:.2g}): the machine changed between them; pairs are compared "
      "within blocks",
      table->p_blocks));
}

}  // namespace

std::optional<PooledSd> lent_sd(const std::vector<const MeasuredStack*>& stacks) {
  std::vector<Eigen::ArrayXd> samples;
  samples.reserve(stacks.size());
  for (const MeasuredStack* stack : stacks) samples.push_back(stack->sample.logs);
  return pooled_sd(samples);
}

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
    auto measured = measure_stack(stack, {options.metric, options.level, options.length_ok, options.naive});
    if (measured) {
      result.stacks.push_back(*std::move(measured));
    } else {
      result.unmeasured.push_back(std::move(measured).error());
    }
  }
  warn_of_block_drift(result);
  const Method by_design = result.blocked ? Method::paired : Method::log_t;
  const Method method = options.method.value_or(by_design);
  std::optional<PooledSd> borrowed;
  if (options.borrow_sd) {
    std::vector<const MeasuredStack*> lenders;
    for (const MeasuredStack& stack : result.stacks) lenders.push_back(&stack);
    borrowed = lent_sd(lenders);
    if (!borrowed) result.warnings.emplace_back(nobody_lends);
  }
  result.question = {
      method,
      options.margin,
      {options.metric, options.level, method, borrowed, options.assumed_cv, options.sensitivity}};
  return result;
}

}  // namespace abstat
