#include "measured_stacks.hpp"
#include "outliers.hpp"

#include <algorithm>

#include <abstat/run_order.hpp>
#include <abstat/workload.hpp>

namespace abstat {

namespace {

StackRuns runs_of(const MeasuredStack& stack, StackEstimate estimate, Metric metric) {
  StackRuns row{estimate.stack, {}, estimate.estimate.value, estimate.cv, std::move(estimate.caveats)};
  const std::vector<std::size_t> odd = outliers(stack.sample.logs);
  for (std::size_t i = 0; i < stack.replicates(); ++i) {
    row.runs.push_back({stack.sample.blocks[i],
                        from_log(metric, stack.sample.logs[static_cast<Eigen::Index>(i)]),
                        is_tainted(*stack.runs[i]), std::find(odd.begin(), odd.end(), i) != odd.end(),
                        stack.runs[i]->source});
  }
  return row;
}

}  // namespace

RunOrder run_order(const std::vector<Report>& reports, Metric metric, const Grouping& grouping) {
  const SampleOptions options{metric, 0.95, 1, std::nullopt, grouping, false, std::nullopt, false};
  const MeasuredStacks measured = measure_stacks(reports, options);
  std::vector<StackEstimate> estimates = measured.estimates();
  RunOrder order{metric, {}};
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    order.stacks.push_back(runs_of(measured.stacks[i], std::move(estimates[i]), metric));
  }
  return order;
}

}  // namespace abstat
