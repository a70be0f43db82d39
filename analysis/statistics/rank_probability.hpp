// How probable each rank is, by quadrature, no random numbers (statistics.md 5.4).
#pragma once

#include "log_t.hpp"

#include <Eigen/Core>
#include <optional>
#include <vector>

namespace abstat {

// Posterior of each stack: mean + se * t(df), a flat prior; larger is better. Element (j, r) is the
// probability that stack j has rank r + 1. Nothing when a stack has no spread or the quadrature does not add
// up to 1. The cost grows with the fourth power of the number of stacks.
[[nodiscard]] std::optional<Eigen::MatrixXd> rank_probabilities(const std::vector<MeanOfLogs>& stacks);

}  // namespace abstat
