// Rank test of two samples (statistics.md 3.4).
#pragma once

#include <Eigen/Core>

namespace abstat {

struct RankTest {
  double u;   // pairs in which a is above b; ties count half
  double p;   // two-sided
  bool ties;  // then p comes from the normal approximation with tie and continuity correction
};

// Mann and Whitney 1947: exact where no values tie and there are at most 40, p = min(1, 2 min(P(U<=u),
// P(U>=u))).
[[nodiscard]] RankTest mann_whitney(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b);

// How many of the C(m+n, m) orders give U = 0, 1, … m n; as doubles, exact below 2^53.
[[nodiscard]] Eigen::ArrayXd rank_sum_counts(Eigen::Index m, Eigen::Index n);

}  // namespace abstat
