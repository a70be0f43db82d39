// The ratio of two arithmetic means (statistics.md 3.3).
#pragma once

#include <Eigen/Core>
#include <optional>

#include <abstat/figure.hpp>

namespace abstat {

// Fieller 1954 with df of Satterthwaite at the observed ratio.
struct RatioOfMeans {
  double ratio;
  double variance_a;  // of the mean of a
  double variance_b;
  double mean_b;
  double df;

  // q^2 vB / B^2 with q = t(1 - alpha/2, df): from 1 on the denominator may be 0 and the ratio has no bound.
  [[nodiscard]] double g(double alpha) const;
  // [rho -+ (q/B) sqrt(vA (1 - g) + rho^2 vB)] / (1 - g). Nothing when g >= 1.
  [[nodiscard]] std::optional<Interval> interval(double alpha) const;
};

// Of two positive samples of two values or more each. Nothing when neither varies.
[[nodiscard]] std::optional<RatioOfMeans> ratio_of_means(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b);

}  // namespace abstat
