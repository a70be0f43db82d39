#include "mann_whitney.hpp"

#include "distributions.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace abstat {

namespace {

constexpr Eigen::Index exact_limit = 40;

struct Ranked {
  double u;
  double tie_sum;  // sum of t^3 - t over groups of equal values
};

Ranked rank(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b) {
  std::vector<std::pair<double, bool>> all;
  for (const double value : a) all.emplace_back(value, true);
  for (const double value : b) all.emplace_back(value, false);
  std::ranges::sort(all);
  double rank_sum = 0;
  double tie_sum = 0;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    double of_a = 0;
    while (end < all.size() && all[end].first == all[i].first) of_a += all[end++].second ? 1 : 0;
    const auto t = static_cast<double>(end - i);
    rank_sum += of_a * (static_cast<double>(i + end) + 1) / 2;
    tie_sum += t * t * t - t;
    i = end;
  }
  const auto m = static_cast<double>(a.size());
  return {rank_sum - m * (m + 1) / 2, tie_sum};
}

double exact_p(double u, Eigen::Index m, Eigen::Index n) {
  const Eigen::ArrayXd counts = rank_sum_counts(m, n);
  const auto at = static_cast<Eigen::Index>(u);
  const double below = counts.head(at + 1).sum();
  const double above = counts.tail(counts.size() - at).sum();
  return std::min(1.0, 2 * std::min(below, above) / counts.sum());
}

double normal_p(const Ranked& ranked, double m, double n) {
  const double all = m + n;
  const double spread = m * n / 12 * (all + 1 - ranked.tie_sum / (all * (all - 1)));
  if (!(spread > 0)) return 1;
  const double distance = std::max(0.0, std::abs(ranked.u - m * n / 2) - 0.5);
  return std::min(1.0, 2 * normal_cdf(-distance / std::sqrt(spread)));
}

}  // namespace

// Generating function: the product over i = 1..m of (1 - x^(n+i)) / (1 - x^i).
Eigen::ArrayXd rank_sum_counts(Eigen::Index m, Eigen::Index n) {
  Eigen::ArrayXd counts = Eigen::ArrayXd::Zero(m * n + 1);
  counts[0] = 1;
  for (Eigen::Index i = 1; i <= m; ++i) {
    for (Eigen::Index u = counts.size() - 1; u >= n + i; --u) counts[u] -= counts[u - n - i];
    for (Eigen::Index u = i; u < counts.size(); ++u) counts[u] += counts[u - i];
  }
  return counts;
}

RankTest mann_whitney(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b) {
  const Ranked ranked = rank(a, b);
  const bool ties = ranked.tie_sum > 0;
  const bool exact = !ties && a.size() + b.size() <= exact_limit;
  const double p = exact ? exact_p(ranked.u, a.size(), b.size())
                         : normal_p(ranked, static_cast<double>(a.size()), static_cast<double>(b.size()));
  return {ranked.u, p, ties};
}

}  // namespace abstat
