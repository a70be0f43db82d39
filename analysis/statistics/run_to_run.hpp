// The run-to-run sd that single runs may borrow from the replicated stacks of the same campaign
// (statistics.md 2.3), and whether those stacks vary alike.
#pragma once

#include <Eigen/Core>
#include <optional>
#include <vector>

namespace abstat {

struct PooledSd {
  double sd;  // of logs
  double df;
  bool heteroscedastic;  // Brown-Forsythe p < 0.05: sd is the largest of the stacks, df its own
};

// The sd that samples have in common: s_p^2 = sum (r_i - 1) s_i^2 / sum (r_i - 1), whether they vary alike or
// not. Samples of one value are passed over; df is 0 where all are.
struct CommonSd {
  double sd;
  double df;
};
[[nodiscard]] CommonSd common_sd(const std::vector<Eigen::ArrayXd>& samples);

// The common sd, or the largest where they vary unlike. Nothing when no sample has two values or none varies.
[[nodiscard]] std::optional<PooledSd> pooled_sd(const std::vector<Eigen::ArrayXd>& samples);

// Brown and Forsythe 1974: one-way F on the distances from the medians. Nothing for fewer than two samples.
[[nodiscard]] std::optional<double> brown_forsythe_p(const std::vector<Eigen::ArrayXd>& samples);

[[nodiscard]] double median(Eigen::ArrayXd values);

}  // namespace abstat
