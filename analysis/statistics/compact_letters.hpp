// Letters that say at a glance which stacks are not told apart (statistics.md 5.3).
#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

namespace abstat {

using SeparatedMatrix = Eigen::Matrix<bool, Eigen::Dynamic, Eigen::Dynamic>;

// Piepho 2004: insert, absorb, sweep. `separated` is symmetric, its rows in the order of decreasing
// estimates. Two share a letter exactly when they are not separated. Empty when the 52 letters do not
// suffice.
[[nodiscard]] std::vector<std::string> compact_letters(const SeparatedMatrix& separated);

}  // namespace abstat
