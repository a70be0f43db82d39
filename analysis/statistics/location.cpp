#include "location.hpp"

#include "bootstrap.hpp"
#include "distributions.hpp"
#include "hodges_lehmann.hpp"
#include "log_t.hpp"
#include "order_statistics.hpp"
#include "pair_by_method.hpp"
#include "run_to_run.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace abstat {

namespace {

tl::unexpected<Refusal> too_few(std::size_t runs, double level) {
  return tl::unexpected(
      Refusal{fmt::format("{} runs have no order statistics at {:.4g} %", runs, 100 * level),
              "6 runs or more at 95 %"});
}

}  // namespace

Location arithmetic_mean(const MeasuredStack& stack, double level) {
  const Eigen::ArrayXd& values = stack.sample.values;
  const MeanOfLogs mean = mean_of_logs(values);
  if (!(mean.variance_of_mean > 0)) {
    return {mean.mean,
            tl::unexpected(Refusal{"the runs do not vary", "run longer, so that more digits are printed"}),
            std::nullopt};
  }
  const MeanTest test{mean.mean, std::sqrt(mean.variance_of_mean), mean.df};
  return {mean.mean, test.interval(1 - level), std::nullopt};
}

Location rank_centre(const MeasuredStack& stack, Metric metric, double level) {
  const RankEstimate centre = hodges_lehmann_centre(stack.sample.logs);
  const auto interval = centre.interval(1 - level);
  if (!interval) return {from_log(metric, centre.value), too_few(stack.replicates(), level), std::nullopt};
  return {from_log(metric, centre.value), from_log(metric, *interval), std::nullopt};
}

Location median_of_runs(const MeasuredStack& stack, double level) {
  Eigen::ArrayXd values = stack.sample.values;
  std::sort(values.begin(), values.end());
  const auto r = static_cast<std::int64_t>(values.size());
  const OrderRange range = quantile_order_range(r, 0.5, level);
  if (range.low < 1 || range.high > r)
    return {median(values), too_few(stack.replicates(), level), std::nullopt};
  return {median(values), Interval{values[range.low - 1], values[range.high - 1]}, range.coverage};
}

Location bootstrapped_mean(const MeasuredStack& stack, Metric metric, double level) {
  const double value = central_value(stack.sample, metric);
  const std::size_t runs = stack.replicates();
  if (runs < fewest_for_bootstrap) return {value, tl::unexpected(too_few_for_bootstrap(runs)), std::nullopt};
  const double alpha = expanded_alpha(1 - level, runs);
  const auto resamples = resamples_for(alpha);
  if (!resamples) {
    return {value,
            tl::unexpected(
                Refusal{fmt::format("{:.6g} % asks for more of the tails than resampling {} runs gives",
                                    100 * level, runs),
                        "a lower --level, more runs, or --method log-t"}),
            std::nullopt};
  }
  return {value, from_log(metric, bootstrap_mean(stack.sample.logs, *resamples).bca(alpha)), std::nullopt};
}

}  // namespace abstat
