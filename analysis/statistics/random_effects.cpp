#include "random_effects.hpp"

#include "distributions.hpp"
#include "log_t.hpp"

#include <algorithm>
#include <cmath>

namespace abstat {

namespace {

double weighted_mean(const Eigen::ArrayXd& values, const Eigen::ArrayXd& weights) {
  return (weights * values).sum() / weights.sum();
}

// sum w (y - mean)^2 with w = 1 / (v + tau2): falls as tau2 grows.
double generalised_q(const Eigen::ArrayXd& values, const Eigen::ArrayXd& variances, double tau2) {
  const Eigen::ArrayXd weights = (variances + tau2).inverse();
  return (weights * (values - weighted_mean(values, weights)).square()).sum();
}

// The tau2 at which Q is its expectation, runs - 1; 0 where it is below that already.
double paule_mandel(const Eigen::ArrayXd& values, const Eigen::ArrayXd& variances) {
  const auto expected = static_cast<double>(values.size() - 1);
  double low = 0;
  double high = variance(values) + variances.maxCoeff();
  if (generalised_q(values, variances, low) <= expected) return 0;
  while (generalised_q(values, variances, high) > expected) high *= 2;
  // Halving ends when no number lies between the ends.
  for (double middle = high / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
    (generalised_q(values, variances, middle) > expected ? low : high) = middle;
  }
  return high;
}

}  // namespace

Interval RandomEffects::interval(double level) const {
  const double half_width = student_t_critical(1 - level, df) * standard_error;
  return {mean - half_width, mean + half_width};
}

std::optional<RandomEffects> random_effects(const Eigen::ArrayXd& values,
                                            const Eigen::ArrayXd& within_variances) {
  if (values.size() < 2 || !(within_variances > 0).all()) return std::nullopt;
  const auto df = static_cast<double>(values.size() - 1);
  const Eigen::ArrayXd weights = within_variances.inverse();
  RandomEffects result{
      weighted_mean(values, weights), generalised_q(values, within_variances, 0), 0, 0, 0, 0, df, 0};
  const double scale = weights.sum() - weights.square().sum() / weights.sum();
  result.tau2 = std::max(0.0, (result.q - df) / scale);
  result.tau2_pm = paule_mandel(values, within_variances);
  result.i2 = result.q > 0 ? std::max(0.0, (result.q - df) / result.q) : 0;
  const Eigen::ArrayXd with_tau2 = (within_variances + result.tau2).inverse();
  result.mean = weighted_mean(values, with_tau2);
  const double spread = (with_tau2 * (values - result.mean).square()).sum() / df;
  result.standard_error = std::sqrt(spread / with_tau2.sum());
  return result;
}

double between_variance(const Eigen::ArrayXd& values, const Eigen::ArrayXd& within_variances) {
  return std::max(0.0, variance(values) - within_variances.mean());
}

}  // namespace abstat
