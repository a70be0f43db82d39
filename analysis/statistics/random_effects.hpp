// How much of the spread of runs is within them, where each run knows its own variance (statistics.md 3.6).
#pragma once

#include <Eigen/Core>
#include <optional>

#include <abstat/figure.hpp>

namespace abstat {

struct RandomEffects {
  double fixed;           // mean by the within-run weights alone
  double q;               // Cochran's Q of that mean
  double tau2;            // between runs: DerSimonian and Laird 1986
  double tau2_pm;         // the same by Paule and Mandel 1982
  double mean;            // with tau2
  double standard_error;  // Hartung and Knapp 2001, Sidik and Jonkman 2002
  double df;              // runs - 1
  double i2;              // share of the spread that is between runs

  [[nodiscard]] Interval interval(double level) const;
};

// values[i] has the variance within_variances[i], above 0. Nothing of fewer than two.
[[nodiscard]] std::optional<RandomEffects> random_effects(const Eigen::ArrayXd& values,
                                                          const Eigen::ArrayXd& within_variances);

// The same for runs of one length, from their plain mean: max(0, s^2 - mean of the within-run variances).
[[nodiscard]] double between_variance(const Eigen::ArrayXd& values, const Eigen::ArrayXd& within_variances);

}  // namespace abstat
