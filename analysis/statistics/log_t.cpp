#include "log_t.hpp"

#include "distributions.hpp"

#include <algorithm>
#include <cmath>

namespace abstat {

double variance(const Eigen::ArrayXd& values) {
  // Against the first value, so that equal values have exactly no variance.
  const Eigen::ArrayXd shifted = values - values[0];
  return (shifted - shifted.mean()).square().sum() / static_cast<double>(values.size() - 1);
}

MeanOfLogs mean_of_logs(const Eigen::ArrayXd& logs) {
  const auto n = static_cast<double>(logs.size());
  return {logs.mean(), variance(logs) / n, n - 1};
}

double MeanTest::p() const {
  return student_t_two_sided(t(), df);
}

Interval MeanTest::interval(double alpha) const {
  const double half_width = student_t_critical(alpha, df) * standard_error;
  return {difference - half_width, difference + half_width};
}

std::optional<MeanTest> welch(const MeanOfLogs& a, const MeanOfLogs& b) {
  const double sum = a.variance_of_mean + b.variance_of_mean;
  // Scaled by the sum, so that squares of tiny variances do not vanish.
  const double share_a = a.variance_of_mean / sum;
  const double share_b = b.variance_of_mean / sum;
  const double df = 1 / (share_a * share_a / a.df + share_b * share_b / b.df);
  // Two known variances leave df infinite: t is then the normal distribution.
  if (!(sum > 0) || std::isnan(df)) return std::nullopt;
  return MeanTest{a.mean - b.mean, std::sqrt(sum), std::max(df, std::min(a.df, b.df))};
}

std::optional<MeanTest> paired(const Eigen::ArrayXd& differences) {
  if (differences.size() < 2) return std::nullopt;
  const MeanOfLogs mean = mean_of_logs(differences);
  if (!(mean.variance_of_mean > 0)) return std::nullopt;
  return MeanTest{mean.mean, std::sqrt(mean.variance_of_mean), mean.df};
}

}  // namespace abstat
