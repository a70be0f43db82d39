#include "location.hpp"

#include "bootstrap.hpp"
#include "distributions.hpp"
#include "hodges_lehmann.hpp"
#include "log_t.hpp"
#include "order_statistics.hpp"
#include "run_to_run.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace abstat {

namespace {

Eigen::ArrayXd values_of(const MeasuredStack& stack, Metric metric) {
  return stack.sample.logs.unaryExpr([&](double y) { return from_log(metric, y); });
}

tl::unexpected<Refusal> too_few(std::size_t runs, double level) {
  return tl::unexpected(
      Refusal{fmt::format("{} runs have no order statistics at {:.4g} %", runs, 100 * level),
              "6 runs or more at 95 %"});
}

}  // namespace

Location arithmetic_mean(const MeasuredStack& stack, Metric metric, double level) {
  const Eigen::ArrayXd values = values_of(stack, metric);
  const MeanOfLogs mean = mean_of_logs(values);
  if (!(mean.variance_of_mean > 0)) {
    return {mean.mean,
            tl::unexpected(Refusal{"the runs do not vary", "run longer, so that more digits are printed"}),
            {}};
  }
  const MeanTest test{mean.mean, std::sqrt(mean.variance_of_mean), mean.df};
  return {mean.mean, test.interval(1 - level), {}};
}

Location rank_centre(const MeasuredStack& stack, Metric metric, double level) {
  const RankEstimate centre = hodges_lehmann_centre(stack.sample.logs);
  const auto interval = centre.interval(1 - level);
  if (!interval) return {from_log(metric, centre.value), too_few(stack.replicates(), level), {}};
  return {from_log(metric, centre.value), from_log(metric, *interval), {}};
}

Location median_of_runs(const MeasuredStack& stack, Metric metric, double level) {
  Eigen::ArrayXd values = values_of(stack, metric);
  std::sort(values.begin(), values.end());
  const auto r = static_cast<std::int64_t>(values.size());
  const OrderRange range = quantile_order_range(r, 0.5, level);
  if (range.low < 1 || range.high > r) return {median(values), too_few(stack.replicates(), level), {}};
  return {median(values), Interval{values[range.low - 1], values[range.high - 1]}, {}};
}

Location bootstrapped_mean(const MeasuredStack& stack, Metric metric, double level) {
  const Bootstrap bootstrap = bootstrap_mean(stack.sample.logs);
  Location location{from_log(metric, bootstrap.estimate), from_log(metric, bootstrap.bca(1 - level)), {}};
  if (stack.replicates() < fewest_for_bootstrap) {
    location.caveats.push_back({CaveatCode::boot_small_r, "a bootstrap of fewer than 30 runs is too narrow"});
  }
  return location;
}

}  // namespace abstat
