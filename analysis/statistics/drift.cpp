#include "drift.hpp"

#include "distributions.hpp"
#include "log_t.hpp"
#include "run_to_run.hpp"

#include <algorithm>
#include <cmath>

namespace abstat {

namespace {

constexpr Eigen::Index exact_runs = 10;

// How many orders of n have 0, 1, … inversions: the product of (1 + x + … + x^(i-1)).
Eigen::ArrayXd inversion_counts(Eigen::Index n) {
  Eigen::ArrayXd counts = Eigen::ArrayXd::Zero(n * (n - 1) / 2 + 1);
  counts[0] = 1;
  for (Eigen::Index i = 2; i <= n; ++i) {
    Eigen::ArrayXd next = Eigen::ArrayXd::Zero(counts.size());
    for (Eigen::Index shift = 0; shift < i; ++shift) {
      next.tail(next.size() - shift) += counts.head(counts.size() - shift);
    }
    counts = next;
  }
  return counts;
}

double exact_p(double s, Eigen::Index n) {
  const Eigen::ArrayXd counts = inversion_counts(n);
  const auto pairs = static_cast<double>(counts.size() - 1);
  // S = pairs - 2 inversions.
  const auto inversions = static_cast<Eigen::Index>(std::llround((pairs - std::abs(s)) / 2));
  return std::min(1.0, 2 * counts.head(inversions + 1).sum() / counts.sum());
}

double normal_p(double s, double n) {
  const double sd = std::sqrt(n * (n - 1) * (2 * n + 5) / 18);
  return std::min(1.0, 2 * normal_cdf(-std::max(0.0, std::abs(s) - 1) / sd));
}

double lag1_correlation(const Eigen::ArrayXd& logs) {
  const Eigen::ArrayXd d = logs - logs.mean();
  const double squares = d.square().sum();
  return squares > 0 ? (d.head(d.size() - 1) * d.tail(d.size() - 1)).sum() / squares : 0;
}

}  // namespace

Trend trend(const Eigen::ArrayXd& logs) {
  const Eigen::Index n = logs.size();
  const Eigen::Index pairs = n * (n - 1) / 2;
  Eigen::ArrayXd slopes(pairs);
  double s = 0;
  bool ties = false;
  Eigen::Index next = 0;
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = i + 1; j < n; ++j) {
      const double rise = logs[j] - logs[i];
      s += rise > 0 ? 1 : rise < 0 ? -1 : 0;
      ties = ties || rise == 0;
      slopes[next++] = rise / static_cast<double>(j - i);
    }
  }
  const double p = n <= exact_runs && !ties ? exact_p(s, n) : normal_p(s, static_cast<double>(n));
  return {s, s / static_cast<double>(pairs), p, median(slopes), lag1_correlation(logs)};
}

std::optional<FirstRun> first_run(const Eigen::ArrayXd& logs) {
  const Eigen::Index rest_size = logs.size() - 1;
  if (rest_size < 2) return std::nullopt;
  const Eigen::ArrayXd rest = logs.tail(rest_size);
  const double spread = std::sqrt(variance(rest) * (1 + 1 / static_cast<double>(rest_size)));
  if (!(spread > 0)) return std::nullopt;
  const double t = (logs[0] - rest.mean()) / spread;
  return FirstRun{t, student_t_two_sided(t, static_cast<double>(rest_size - 1))};
}

}  // namespace abstat
