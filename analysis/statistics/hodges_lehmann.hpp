// Shifts and centres that one wild run cannot move (statistics.md 3.4).
#pragma once

#include <Eigen/Core>
#include <optional>

#include <abstat/figure.hpp>

namespace abstat {

// A median of pairwise values with the interval that inverts the rank test on them.
struct RankEstimate {
  double value;
  Eigen::ArrayXd sorted;  // all pairwise differences or averages
  Eigen::ArrayXd below;   // below[k]: P(statistic <= k) under no shift; empty: normal approximation
  double mean;            // of the statistic
  double sd;

  // [sorted_(k), sorted_(N+1-k)], k the largest with P(statistic <= k - 1) <= alpha / 2. Nothing when k is 0.
  [[nodiscard]] std::optional<Interval> interval(double alpha) const;
  [[nodiscard]] std::size_t depth(double alpha) const;  // that k
};

// Hodges and Lehmann 1963: the median of all differences a - b; inverts Mann-Whitney.
[[nodiscard]] RankEstimate hodges_lehmann_shift(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b);
// The median of all averages of two runs; inverts Wilcoxon's signed ranks.
[[nodiscard]] RankEstimate hodges_lehmann_centre(const Eigen::ArrayXd& values);

}  // namespace abstat
