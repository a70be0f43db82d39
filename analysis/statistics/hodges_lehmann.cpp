#include "hodges_lehmann.hpp"

#include "distributions.hpp"
#include "mann_whitney.hpp"
#include "run_to_run.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace abstat {

namespace {

// Counts above are exact integers in doubles up to these sizes.
constexpr Eigen::Index exact_pairs = 40;
constexpr Eigen::Index exact_runs = 50;

Eigen::ArrayXd cumulative(const Eigen::ArrayXd& counts) {
  Eigen::ArrayXd below(counts.size());
  double sum = 0;
  const double total = counts.sum();
  for (Eigen::Index u = 0; u < counts.size(); ++u) {
    sum += counts[u];
    below[u] = sum / total;
  }
  return below;
}

// How many subsets of 1..n have the sum 0, 1, …: the product of (1 + x^i).
Eigen::ArrayXd signed_rank_counts(Eigen::Index n) {
  Eigen::ArrayXd counts = Eigen::ArrayXd::Zero(n * (n + 1) / 2 + 1);
  counts[0] = 1;
  for (Eigen::Index i = 1; i <= n; ++i) {
    for (Eigen::Index sum = counts.size() - 1; sum >= i; --sum) counts[sum] += counts[sum - i];
  }
  return counts;
}

RankEstimate from_pairwise(Eigen::ArrayXd pairwise, Eigen::ArrayXd below, double sd) {
  std::sort(pairwise.begin(), pairwise.end());
  const double centre = median(pairwise);
  const double mean = static_cast<double>(pairwise.size()) / 2;
  return {centre, std::move(pairwise), std::move(below), mean, sd};
}

}  // namespace

std::size_t RankEstimate::depth(double alpha) const {
  if (below.size() > 0) {
    const auto end = std::upper_bound(below.begin(), below.end(), alpha / 2);
    return static_cast<std::size_t>(end - below.begin());
  }
  const double k = std::floor(mean + normal_quantile(alpha / 2) * sd);
  return k > 0 ? static_cast<std::size_t>(k) : 0;
}

std::optional<Interval> RankEstimate::interval(double alpha) const {
  const auto k = static_cast<Eigen::Index>(depth(alpha));
  if (k == 0 || 2 * k > sorted.size()) return std::nullopt;
  return Interval{sorted[k - 1], sorted[sorted.size() - k]};
}

RankEstimate hodges_lehmann_shift(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b) {
  const Eigen::Index m = a.size();
  const Eigen::Index n = b.size();
  Eigen::ArrayXd differences(m * n);
  for (Eigen::Index i = 0; i < m; ++i) differences.segment(i * n, n) = a[i] - b;
  const auto pairs = static_cast<double>(m * n);
  const double sd = std::sqrt(pairs * static_cast<double>(m + n + 1) / 12);
  return from_pairwise(std::move(differences),
                       m + n <= exact_pairs ? cumulative(rank_sum_counts(m, n)) : Eigen::ArrayXd(), sd);
}

RankEstimate hodges_lehmann_centre(const Eigen::ArrayXd& values) {
  const Eigen::Index n = values.size();
  Eigen::ArrayXd averages(n * (n + 1) / 2);
  Eigen::Index next = 0;
  for (Eigen::Index i = 0; i < n; ++i) {
    averages.segment(next, n - i) = (values[i] + values.tail(n - i)) / 2;
    next += n - i;
  }
  const auto r = static_cast<double>(n);
  const double sd = std::sqrt(r * (r + 1) * (2 * r + 1) / 24);
  return from_pairwise(std::move(averages),
                       n <= exact_runs ? cumulative(signed_rank_counts(n)) : Eigen::ArrayXd(), sd);
}

}  // namespace abstat
