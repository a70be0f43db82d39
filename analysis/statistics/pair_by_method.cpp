#include "pair_by_method.hpp"

#include "bootstrap.hpp"
#include "fieller.hpp"
#include "hodges_lehmann.hpp"
#include "mann_whitney.hpp"
#include "permutation.hpp"
#include "run_to_run.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace abstat {

namespace {

using Tested = tl::expected<PairTest, Refusal>;
using LogInterval = tl::expected<Interval, Refusal>;

Interval logs_of(Interval ratios) {
  return {std::log(ratios.low), std::log(ratios.high)};
}

// Two-sided p on the means' difference: what Fieller's interval says about a ratio of 1.
std::optional<MeanTest> difference_of_means(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b) {
  return welch(mean_of_logs(a), mean_of_logs(b));
}

// Failure rates are compared by their shares of good responses.
Eigen::ArrayXd shares_or_values(const Sample& sample, Metric metric) {
  if (metric.kind == MetricKind::failure_rate) return 1 - sample.values;
  return sample.values;
}

std::vector<Caveat> tie_caveats(const RankTest& test) {
  if (!test.ties) return {};
  return {{CaveatCode::ties, "equal values: p from the normal approximation"}};
}

// The smallest p that so many runs can reach is 2 / C(ra + rb, ra).
bool can_reach(std::size_t runs_a, std::size_t runs_b, double alpha) {
  double arrangements = 1;
  for (std::size_t i = 1; i <= runs_a; ++i) {
    arrangements *= static_cast<double>(runs_b + i) / static_cast<double>(i);
  }
  return 2 / arrangements <= alpha;
}

}  // namespace

Tested pair_by_fieller(const MeasuredStack& a, const MeasuredStack& b, Metric metric) {
  // Of times the speedup is the baseline's mean over the stack's.
  const bool rate = metric.higher_is_better() || metric.kind == MetricKind::failure_rate;
  const Eigen::ArrayXd values_a = shares_or_values((rate ? a : b).sample, metric);
  const Eigen::ArrayXd values_b = shares_or_values((rate ? b : a).sample, metric);
  const auto ratio = ratio_of_means(values_a, values_b);
  const auto test = difference_of_means(values_a, values_b);
  if (!ratio || !test) {
    return tl::unexpected(Refusal{"the runs of both print the same: there is no spread to judge by",
                                  "run longer, so that more digits are printed"});
  }
  const auto interval = [ratio = *ratio](double alpha) -> LogInterval {
    const auto bounds = ratio.interval(alpha);
    if (bounds && bounds->low > 0) return logs_of(*bounds);
    return tl::unexpected(
        Refusal{"the baseline's mean is too uncertain to divide by", "more runs of the baseline"});
  };
  return PairTest{std::log(ratio->ratio), interval, Method::fieller, ratio->df, test->p(), std::nullopt, {}};
}

Tested pair_by_hodges_lehmann(const MeasuredStack& a, const MeasuredStack& b) {
  RankEstimate shift = hodges_lehmann_shift(a.sample.logs, b.sample.logs);
  const RankTest test = mann_whitney(a.sample.logs, b.sample.logs);
  const double value = shift.value;
  const auto interval = [shift = std::move(shift)](double alpha) -> LogInterval {
    if (const auto bounds = shift.interval(alpha)) return *bounds;
    return tl::unexpected(
        Refusal{fmt::format("ranks of so few runs give no interval at {:.4g} %", 100 * (1 - alpha)),
                "more runs, or --method log-t"});
  };
  return PairTest{value,  interval,     Method::hodges_lehmann, std::nullopt,
                  test.p, std::nullopt, tie_caveats(test)};
}

Tested pair_by_benchstat(const MeasuredStack& a, const MeasuredStack& b, const EstimateOptions& options) {
  if (!can_reach(a.replicates(), b.replicates(), 1 - options.level)) {
    return tl::unexpected(Refusal{"too few runs for ranks to tell anything apart", "4 runs of each or more"});
  }
  const double log_ratio =
      to_log(options.metric, median(a.sample.values)) - to_log(options.metric, median(b.sample.values));
  const RankTest test = mann_whitney(a.sample.logs, b.sample.logs);
  const auto interval = [](double) -> LogInterval {
    return tl::unexpected(
        Refusal{"benchstat gives no interval of a ratio of medians", "--method hodges-lehmann"});
  };
  return PairTest{log_ratio, interval,     Method::benchstat, std::nullopt,
                  test.p,    std::nullopt, tie_caveats(test)};
}

Tested pair_by_permutation(const MeasuredStack& a, const MeasuredStack& b) {
  const auto interval = [](double) -> LogInterval {
    return tl::unexpected(Refusal{"a permutation test has a p-value and no interval", "--method log-t"});
  };
  return PairTest{a.sample.logs.mean() - b.sample.logs.mean(),
                  interval,
                  Method::permutation,
                  std::nullopt,
                  permutation_test(a.sample.logs, b.sample.logs).p(),
                  std::nullopt,
                  {}};
}

Tested pair_by_bca(const MeasuredStack& a, const MeasuredStack& b) {
  const std::size_t fewer = std::min(a.replicates(), b.replicates());
  if (fewer < fewest_for_bootstrap) return tl::unexpected(too_few_for_bootstrap(fewer));
  const auto interval = [logs_a = a.sample.logs, logs_b = b.sample.logs, fewer](double alpha) -> LogInterval {
    const double expanded = expanded_alpha(alpha, fewer);
    const auto resamples = resamples_for(expanded);
    if (resamples) return bootstrap_difference(logs_a, logs_b, *resamples).bca(expanded);
    return tl::unexpected(
        Refusal{"so many comparisons at once ask for more of the tails than resampling these runs gives",
                "fewer stacks, more runs, or --method log-t"});
  };
  PairTest test{a.sample.logs.mean() - b.sample.logs.mean(),
                interval,
                Method::bca,
                std::nullopt,
                std::nullopt,
                std::nullopt,
                {}};
  if (fewer < enough_for_bootstrap) {
    test.caveats.push_back({CaveatCode::boot_small_r, fmt::format("{} runs to resample", fewer)});
  }
  return test;
}

Refusal too_few_for_bootstrap(std::size_t runs) {
  return {fmt::format("resampling {} runs does not show how runs vary", runs),
          fmt::format("{} runs of each or more, or --method log-t", fewest_for_bootstrap)};
}

}  // namespace abstat
