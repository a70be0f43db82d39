#include "run_to_run.hpp"

#include "distributions.hpp"
#include "log_t.hpp"

#include <algorithm>
#include <cmath>

namespace abstat {

double median(Eigen::ArrayXd values) {
  auto* first = values.data();
  auto* last = first + values.size();
  std::sort(first, last);
  const Eigen::Index half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

std::optional<double> brown_forsythe_p(const std::vector<Eigen::ArrayXd>& samples) {
  std::vector<Eigen::ArrayXd> distances;
  double n = 0;
  double total = 0;
  for (const Eigen::ArrayXd& sample : samples) {
    if (sample.size() < 2) continue;
    distances.emplace_back((sample - median(sample)).abs());
    n += static_cast<double>(sample.size());
    total += distances.back().sum();
  }
  const auto k = static_cast<double>(distances.size());
  if (k < 2 || n <= k) return std::nullopt;
  double between = 0;
  double within = 0;
  for (const Eigen::ArrayXd& distance : distances) {
    between += static_cast<double>(distance.size()) * std::pow(distance.mean() - total / n, 2);
    within += (distance - distance.mean()).square().sum();
  }
  if (!(within > 0)) return std::nullopt;
  return fisher_f_upper((between / (k - 1)) / (within / (n - k)), k - 1, n - k);
}

CommonSd common_sd(const std::vector<Eigen::ArrayXd>& samples) {
  double squares = 0;
  double df = 0;
  for (const Eigen::ArrayXd& sample : samples) {
    if (sample.size() < 2) continue;
    const auto own_df = static_cast<double>(sample.size() - 1);
    squares += own_df * variance(sample);
    df += own_df;
  }
  return {df > 0 ? std::sqrt(squares / df) : 0, df};
}

std::optional<PooledSd> pooled_sd(const std::vector<Eigen::ArrayXd>& samples) {
  const CommonSd common = common_sd(samples);
  if (!(common.sd > 0)) return std::nullopt;
  const auto p = brown_forsythe_p(samples);
  if (!p || *p >= 0.05) return PooledSd{common.sd, common.df, false};
  PooledSd largest{0, 0, true};
  for (const Eigen::ArrayXd& sample : samples) {
    if (sample.size() < 2) continue;
    const double own = std::sqrt(variance(sample));
    if (own > largest.sd) largest = {own, static_cast<double>(sample.size() - 1), true};
  }
  return largest;
}

}  // namespace abstat
