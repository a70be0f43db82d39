#include "rank_sets.hpp"

#include "critical_t.hpp"
#include "distributions.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <functional>

namespace abstat {

namespace {

// What one look at all pairs finds at a level: how many have p at or below it, and the p of those just above.
struct Scan {
  double separated;
  std::vector<double> just_above;  // up to the ceiling asked for
};

// How far above a level p-values are kept, and how many: Holm's last steps then need no look at all pairs.
constexpr double ceiling_share = 1.03;
constexpr std::size_t most_kept = 500'000;

// Holm's last step without sorting all p-values: with R rejections the next is held against alpha / (m - R);
// R grows until the count at that level is R itself.
template <typename ScanPairs>
double holm_threshold(double pairs, double alpha, Directions directions, ScanPairs&& scan_pairs) {
  // One-sided p of a pair's better direction is half the two-sided one; the other direction is never
  // rejected.
  const double hypotheses = directions == Directions::strict ? 2 * pairs : pairs;
  const double sides = directions == Directions::strict ? 2 : 1;
  double rejected = 0;
  double threshold = 0;
  while (rejected < pairs) {
    double level = sides * alpha / (hypotheses - rejected);
    const double ceiling = level * ceiling_share;
    Scan scan = scan_pairs(level, ceiling);
    if (scan.separated <= rejected) break;
    std::ranges::sort(scan.just_above);
    const double usable = scan.just_above.size() < most_kept ? ceiling : level;
    double count = scan.separated;
    while (count > rejected && level <= usable) {
      rejected = count;
      threshold = level;
      level = sides * alpha / (hypotheses - rejected);
      const auto reached = std::ranges::upper_bound(scan.just_above, level) - scan.just_above.begin();
      count = scan.separated + static_cast<double>(reached);
    }
    if (level <= usable) break;
  }
  return threshold;
}

void keep(Scan& scan, double p, double level, double ceiling) {
  if (p <= level) {
    ++scan.separated;
  } else if (p <= ceiling && scan.just_above.size() < most_kept) {
    scan.just_above.push_back(p);
  }
}

struct ByMean {
  std::vector<std::size_t> order;  // best first, without the stacks that have no spread
  Eigen::ArrayXd mean;
  Eigen::ArrayXd variance;
  Eigen::ArrayXd df;
  Eigen::ArrayXd square_over_df;
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
  sorted.square_over_df = sorted.variance.square() / sorted.df;
  return sorted;
}

// Pairs i < j of stacks sorted by mean, held against one level.
class WelchPairs {
 public:
  WelchPairs(const ByMean& by, double level, double ceiling)
      : by_(by),
        sure_(level, by.df.minCoeff()),
        possible_(ceiling, by.df.minCoeff()),
        // Welch's df is at most the sum of both: no critical value is smaller than that one's.
        least_square_(possible_.below(1 / (2 * by.df.maxCoeff()))),
        largest_variance_(by.variance.maxCoeff()) {}

  // Calls clear(i, j, separated) for pairs that the table decides (not for all that are not separated),
  // unclear(i, j, p) for the rest, and all_beyond(i, j) where i is separated from j and everything after it.
  template <typename Clear, typename Unclear, typename AllBeyond>
  void visit(Clear&& clear, Unclear&& unclear, AllBeyond&& all_beyond) const {
    const Eigen::Index k = by_.mean.size();
    for (Eigen::Index i = 0; i + 1 < k; ++i) {
      // Means descend: from `beyond` on every pair is separated whatever its variance.
      const double far =
          std::sqrt(sure_.largest_square() * (by_.variance[i] + largest_variance_)) * (1 + 1e-9);
      const double* begin = by_.mean.data();
      const Eigen::Index beyond =
          std::upper_bound(begin + i + 1, begin + k, by_.mean[i] - far, std::greater{}) - begin;
      for (Eigen::Index j = i + 1; j < beyond; ++j) {
        const double difference = by_.mean[i] - by_.mean[j];
        const double sum = by_.variance[i] + by_.variance[j];
        const double square = difference * difference;
        // Most pairs need no degrees of freedom: they lie beyond the largest critical value or below the
        // least.
        if (square >= sure_.largest_square() * sum) {
          clear(i, j, true);
          continue;
        }
        if (square < least_square_ * sum) continue;
        const double inverse_df = (by_.square_over_df[i] + by_.square_over_df[j]) / (sum * sum);
        const bool separated = square >= sure_.above(inverse_df) * sum;
        clear(i, j, separated);
        if (!separated && square >= possible_.below(inverse_df) * sum) {
          unclear(i, j, student_t_two_sided(difference / std::sqrt(sum), 1 / inverse_df));
        }
      }
      if (beyond < k) all_beyond(i, beyond);
    }
  }

 private:
  const ByMean& by_;
  CriticalT sure_;
  CriticalT possible_;
  double least_square_;
  double largest_variance_;
};

double pairs_of(std::size_t k) {
  return static_cast<double>(k) * (static_cast<double>(k) - 1) / 2;
}

Scan scan_welch(const ByMean& by, double level, double ceiling) {
  Scan scan{0, {}};
  const auto k = static_cast<double>(by.mean.size());
  std::int64_t clear = 0;
  WelchPairs(by, level, ceiling)
      .visit([&](Eigen::Index, Eigen::Index, bool separated) { clear += separated ? 1 : 0; },
             [&](Eigen::Index, Eigen::Index, double p) { keep(scan, p, level, ceiling); },
             [&](Eigen::Index, Eigen::Index first) { scan.separated += k - static_cast<double>(first); });
  scan.separated += static_cast<double>(clear);
  return scan;
}

}  // namespace

WinsAndLosses welch_wins(const std::vector<MeanOfLogs>& stacks, double alpha, Directions directions) {
  WinsAndLosses result{std::vector<std::size_t>(stacks.size()), std::vector<std::size_t>(stacks.size()), 0};
  const ByMean by = sort_by_mean(stacks);
  const std::size_t k = by.order.size();
  if (k < 2) return result;
  result.threshold = holm_threshold(pairs_of(k), alpha, directions, [&](double level, double ceiling) {
    return scan_welch(by, level, ceiling);
  });
  if (!(result.threshold > 0)) return result;
  std::vector<std::size_t> wins(k);
  std::vector<std::size_t> losses(k);
  std::vector<std::size_t> lost_from(k + 1);  // a loss for every stack from here on
  const auto record = [&](Eigen::Index i, Eigen::Index j, bool separated) {
    wins[static_cast<std::size_t>(i)] += separated ? 1 : 0;
    losses[static_cast<std::size_t>(j)] += separated ? 1 : 0;
  };
  WelchPairs(by, result.threshold, result.threshold)
      .visit(
          record, [&](Eigen::Index i, Eigen::Index j, double p) { record(i, j, p <= result.threshold); },
          [&](Eigen::Index i, Eigen::Index first) {
            wins[static_cast<std::size_t>(i)] += k - static_cast<std::size_t>(first);
            ++lost_from[static_cast<std::size_t>(first)];
          });
  std::size_t lost = 0;
  for (std::size_t j = 0; j < k; ++j) {
    lost += lost_from[j];
    result.wins[by.order[j]] = wins[j];
    result.losses[by.order[j]] = losses[j] + lost;
  }
  return result;
}

namespace {

// A tile of 256 x 256 covariances stays in the second-level cache.
constexpr Eigen::Index tile = 256;

struct CentredLogs {
  Eigen::VectorXd means;
  Eigen::MatrixXd centred;
  Eigen::VectorXd squares;
  double scale;  // from sums of squares to the variance of a mean
  double df;
};

CentredLogs centre(const Eigen::MatrixXd& logs) {
  const auto blocks = static_cast<double>(logs.cols());
  CentredLogs result{logs.rowwise().mean(), {}, {}, 1 / (blocks * (blocks - 1)), blocks - 1};
  result.centred = logs.colwise() - result.means;
  result.squares = result.centred.rowwise().squaredNorm();
  return result;
}

// Calls compare(i, j, mean difference, squared standard error) for all i < j.
template <typename Compare>
void for_each_paired(const CentredLogs& logs, Compare&& compare) {
  const Eigen::Index k = logs.centred.rows();
  Eigen::MatrixXd products;
  for (Eigen::Index top = 0; top < k; top += tile) {
    const Eigen::Index rows = std::min(tile, k - top);
    for (Eigen::Index left = top; left < k; left += tile) {
      const Eigen::Index columns = std::min(tile, k - left);
      products.noalias() =
          logs.centred.middleRows(top, rows) * logs.centred.middleRows(left, columns).transpose();
      for (Eigen::Index j = 0; j < columns; ++j) {
        const Eigen::Index last = std::min(rows, left + j - top);
        for (Eigen::Index i = 0; i < last; ++i) {
          compare(top + i, left + j, logs.means[top + i] - logs.means[left + j],
                  logs.scale * (logs.squares[top + i] + logs.squares[left + j] - 2 * products(i, j)));
        }
      }
    }
  }
}

double critical_square(double level, double df) {
  return std::pow(student_t_critical(level, df), 2);
}

Scan scan_paired(const CentredLogs& logs, double level, double ceiling) {
  Scan scan{0, {}};
  const double sure = critical_square(level, logs.df);
  const double possible = critical_square(ceiling, logs.df);
  std::int64_t separated = 0;
  for_each_paired(logs, [&](Eigen::Index, Eigen::Index, double difference, double spread) {
    const double square = difference * difference;
    const bool varies = spread > 0;
    const bool reached = square >= sure * spread && varies;
    separated += reached ? 1 : 0;
    if (!reached && square >= possible * spread && varies) {
      keep(scan, student_t_two_sided(difference / std::sqrt(spread), logs.df), level, ceiling);
    }
  });
  scan.separated += static_cast<double>(separated);
  return scan;
}

}  // namespace

WinsAndLosses paired_wins(const Eigen::MatrixXd& logs, double alpha, Directions directions) {
  const auto k = static_cast<std::size_t>(logs.rows());
  WinsAndLosses result{std::vector<std::size_t>(k), std::vector<std::size_t>(k), 0};
  if (k < 2 || logs.cols() < 2) return result;
  const CentredLogs centred = centre(logs);
  result.threshold = holm_threshold(pairs_of(k), alpha, directions, [&](double level, double ceiling) {
    return scan_paired(centred, level, ceiling);
  });
  if (!(result.threshold > 0)) return result;
  const double critical = critical_square(result.threshold, centred.df);
  for_each_paired(centred, [&](Eigen::Index i, Eigen::Index j, double difference, double spread) {
    if (!(difference * difference >= critical * spread && spread > 0)) return;
    const auto better = static_cast<std::size_t>(difference > 0 ? i : j);
    const auto worse = static_cast<std::size_t>(difference > 0 ? j : i);
    ++result.wins[better];
    ++result.losses[worse];
  });
  return result;
}

}  // namespace abstat
