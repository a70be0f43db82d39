#include "rank_sets.hpp"

#include "critical_t.hpp"
#include "distributions.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

namespace abstat {

namespace {

// Holm's last step without sorting the p-values: with R rejections the next is held against alpha / (m - R);
// R grows until the count at that level is R itself. `separated(level)` counts the pairs with two-sided p <=
// level.
template <typename Count>
double holm_threshold(double pairs, double alpha, Directions directions, Count&& separated) {
  // One-sided p of a pair's better direction is half the two-sided one; the other direction is never
  // rejected.
  const double hypotheses = directions == Directions::strict ? 2 * pairs : pairs;
  const double sides = directions == Directions::strict ? 2 : 1;
  double rejected = 0;
  double threshold = 0;
  while (rejected < pairs) {
    const double next = sides * alpha / (hypotheses - rejected);
    const double count = separated(next);
    if (count <= rejected) break;
    threshold = next;
    rejected = count;
  }
  return threshold;
}

struct ByMean {
  std::vector<std::size_t> order;  // best first, without the stacks that have no spread
  Eigen::ArrayXd mean;
  Eigen::ArrayXd variance;
  Eigen::ArrayXd df;
};

ByMean sort_by_mean(const std::vector<MeanOfLogs>& stacks) {
  ByMean sorted;
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    if (stacks[i].variance_of_mean > 0 && std::isfinite(stacks[i].mean)) sorted.order.push_back(i);
  }
  std::ranges::stable_sort(sorted.order, std::greater{}, [&](std::size_t i) { return stacks[i].mean; });
  const auto k = static_cast<Eigen::Index>(sorted.order.size());
  sorted.mean.resize(k);
  sorted.variance.resize(k);
  sorted.df.resize(k);
  for (Eigen::Index i = 0; i < k; ++i) {
    const MeanOfLogs& stack = stacks[sorted.order[static_cast<std::size_t>(i)]];
    sorted.mean[i] = stack.mean;
    sorted.variance[i] = stack.variance_of_mean;
    sorted.df[i] = stack.df;
  }
  return sorted;
}

// Calls won(i, j) for every pair told apart at that level, i the better, and all_beyond(i, j) where i beats j
// and everything after it.
template <typename Won, typename AllBeyond>
void for_each_separated(const ByMean& by, double level, Won&& won, AllBeyond&& all_beyond) {
  const CriticalT critical(level, by.df.minCoeff());
  const double largest_variance = by.variance.maxCoeff();
  const double smallest_variance = by.variance.minCoeff();
  const Eigen::Index k = by.mean.size();
  const double* begin = by.mean.data();
  for (Eigen::Index i = 0; i + 1 < k; ++i) {
    // Means descend: below `sure` every pair is told apart whatever its variance, above `unsure` none.
    const double near = std::sqrt(critical.smallest_square() * (by.variance[i] + smallest_variance));
    const double far = std::sqrt(critical.largest_square() * (by.variance[i] + largest_variance));
    const auto below = [&](double distance) {
      return std::upper_bound(begin + i + 1, begin + k, by.mean[i] - distance, std::greater{}) - begin;
    };
    const Eigen::Index unsure = below(near * (1 - 1e-9));
    const Eigen::Index sure = below(far * (1 + 1e-9));
    const double own = by.variance[i] * by.variance[i] / by.df[i];
    for (Eigen::Index j = std::max(i + 1, unsure); j < sure; ++j) {
      const double difference = by.mean[i] - by.mean[j];
      const double sum = by.variance[i] + by.variance[j];
      const double inverse_df = (own + by.variance[j] * by.variance[j] / by.df[j]) / (sum * sum);
      if (critical.reached(difference * difference / sum, inverse_df)) won(i, j);
    }
    if (sure < k) all_beyond(i, std::max(i + 1, sure));
  }
}

double pairs_of(std::size_t k) {
  return static_cast<double>(k) * (static_cast<double>(k) - 1) / 2;
}

}  // namespace

WinsAndLosses welch_wins(const std::vector<MeanOfLogs>& stacks, double alpha, Directions directions) {
  WinsAndLosses result{std::vector<std::size_t>(stacks.size()), std::vector<std::size_t>(stacks.size()), 0};
  const ByMean by = sort_by_mean(stacks);
  const std::size_t k = by.order.size();
  if (k < 2) return result;
  result.threshold = holm_threshold(pairs_of(k), alpha, directions, [&](double level) {
    double count = 0;
    for_each_separated(
        by, level, [&](Eigen::Index, Eigen::Index) { ++count; },
        [&](Eigen::Index, Eigen::Index first) {
          count += static_cast<double>(k) - static_cast<double>(first);
        });
    return count;
  });
  if (!(result.threshold > 0)) return result;
  std::vector<std::size_t> lost_from(k + 1);  // a loss for every stack from here on
  const auto stack_at = [&](Eigen::Index i) { return by.order[static_cast<std::size_t>(i)]; };
  for_each_separated(
      by, result.threshold,
      [&](Eigen::Index i, Eigen::Index j) {
        ++result.wins[stack_at(i)];
        ++result.losses[stack_at(j)];
      },
      [&](Eigen::Index i, Eigen::Index first) {
        result.wins[stack_at(i)] += k - static_cast<std::size_t>(first);
        ++lost_from[static_cast<std::size_t>(first)];
      });
  std::size_t lost = 0;
  for (std::size_t j = 0; j < k; ++j) {
    lost += lost_from[j];
    result.losses[by.order[j]] += lost;
  }
  return result;
}

namespace {

// A tile of 256 x 256 covariances stays in the second-level cache.
constexpr Eigen::Index tile = 256;

// Calls compare(i, j, mean difference, squared standard error) for all i < j.
template <typename Compare>
void for_each_paired_t(const Eigen::MatrixXd& centred, const Eigen::VectorXd& means, Compare&& compare) {
  const Eigen::Index k = centred.rows();
  const auto blocks = static_cast<double>(centred.cols());
  const Eigen::VectorXd squares = centred.rowwise().squaredNorm();
  const double scale = 1 / (blocks * (blocks - 1));
  for (Eigen::Index top = 0; top < k; top += tile) {
    const Eigen::Index rows = std::min(tile, k - top);
    for (Eigen::Index left = top; left < k; left += tile) {
      const Eigen::Index columns = std::min(tile, k - left);
      const Eigen::MatrixXd products =
          centred.middleRows(top, rows) * centred.middleRows(left, columns).transpose();
      for (Eigen::Index j = 0; j < columns; ++j) {
        const Eigen::Index last = std::min(rows, left + j - top);
        for (Eigen::Index i = 0; i < last; ++i) {
          const double difference = means[top + i] - means[left + j];
          const double spread = scale * (squares[top + i] + squares[left + j] - 2 * products(i, j));
          compare(top + i, left + j, difference, spread);
        }
      }
    }
  }
}

}  // namespace

WinsAndLosses paired_wins(const Eigen::MatrixXd& logs, double alpha, Directions directions) {
  const auto k = static_cast<std::size_t>(logs.rows());
  WinsAndLosses result{std::vector<std::size_t>(k), std::vector<std::size_t>(k), 0};
  if (k < 2 || logs.cols() < 2) return result;
  const Eigen::VectorXd means = logs.rowwise().mean();
  const Eigen::MatrixXd centred = logs.colwise() - means;
  const double df = static_cast<double>(logs.cols() - 1);
  const auto critical_square = [&](double level) { return std::pow(student_t_critical(level, df), 2); };
  result.threshold = holm_threshold(pairs_of(k), alpha, directions, [&](double level) {
    const double critical = critical_square(level);
    std::int64_t count = 0;
    for_each_paired_t(centred, means, [&](Eigen::Index, Eigen::Index, double difference, double spread) {
      count += difference * difference >= critical * spread && spread > 0 ? 1 : 0;
    });
    return static_cast<double>(count);
  });
  if (!(result.threshold > 0)) return result;
  const double critical = critical_square(result.threshold);
  for_each_paired_t(centred, means, [&](Eigen::Index i, Eigen::Index j, double difference, double spread) {
    if (!(difference * difference >= critical * spread && spread > 0)) return;
    const auto better = static_cast<std::size_t>(difference > 0 ? i : j);
    const auto worse = static_cast<std::size_t>(difference > 0 ? j : i);
    ++result.wins[better];
    ++result.losses[worse];
  });
  return result;
}

}  // namespace abstat
