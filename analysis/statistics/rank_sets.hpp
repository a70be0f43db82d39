// How many stacks each stack beats and is beaten by, with the family-wise error of all pairs controlled; and
// the confidence sets of ranks that follow (statistics.md 5.2).
#pragma once

#include "log_t.hpp"

#include <Eigen/Core>
#include <cstddef>
#include <vector>

namespace abstat {

struct WinsAndLosses {
  std::vector<std::size_t> wins;    // how many each stack beats
  std::vector<std::size_t> losses;  // how many beat it
  // Two-sided p of a pair at which it is told apart: Holm's last step. 0 when nothing is.
  double threshold;
};

// Holm two-sided: k(k-1)/2 hypotheses at alpha. Strict: k(k-1) one-sided ones, with proven control of
// directions.
enum class Directions { two_sided, strict };

// Welch over all pairs without storing any: memory is linear in the stacks. A stack without spread (variance
// 0) takes no part. Holm's steps are counted, not sorted: R rejections at alpha/(m - R) until R stays.
[[nodiscard]] WinsAndLosses welch_wins(const std::vector<MeanOfLogs>& stacks, double alpha,
                                       Directions directions);

// The same within blocks: logs(i, b) is stack i's run in block b. Covariances come tile by tile from a matrix
// product.
[[nodiscard]] WinsAndLosses paired_wins(const Eigen::MatrixXd& logs, double alpha, Directions directions);

}  // namespace abstat
