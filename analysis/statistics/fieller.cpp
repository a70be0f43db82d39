#include "fieller.hpp"

#include "distributions.hpp"
#include "log_t.hpp"

#include <cmath>

namespace abstat {

double RatioOfMeans::g(double alpha) const {
  const double q = student_t_critical(alpha, df);
  return q * q * variance_b / (mean_b * mean_b);
}

std::optional<Interval> RatioOfMeans::interval(double alpha) const {
  const double share = g(alpha);
  if (!(share < 1)) return std::nullopt;
  const double q = student_t_critical(alpha, df);
  const double half_width = q / mean_b * std::sqrt(variance_a * (1 - share) + ratio * ratio * variance_b);
  return Interval{(ratio - half_width) / (1 - share), (ratio + half_width) / (1 - share)};
}

std::optional<RatioOfMeans> ratio_of_means(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b) {
  const auto n_a = static_cast<double>(a.size());
  const auto n_b = static_cast<double>(b.size());
  const double variance_a = variance(a) / n_a;
  const double variance_b = variance(b) / n_b;
  const double ratio = a.mean() / b.mean();
  const double scaled_b = ratio * ratio * variance_b;
  const double sum = variance_a + scaled_b;
  if (!(sum > 0) || !std::isfinite(sum)) return std::nullopt;
  const double df = sum * sum / (variance_a * variance_a / (n_a - 1) + scaled_b * scaled_b / (n_b - 1));
  return RatioOfMeans{ratio, variance_a, variance_b, b.mean(), df};
}

}  // namespace abstat
