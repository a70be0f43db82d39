// Other ways than Holm's to keep a table's error in hand: Dunnett against one baseline, Tukey and Kramer or
// Games and Howell over all pairs (statistics.md 4.2 to 4.4). All of them judge by t on logs.
#pragma once

#include "comparison_row.hpp"
#include "measured_stacks.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace abstat {

struct FamilyAdjustment {
  Adjustment kind;
  double level;
  double margin;
  bool all_pairs;
  bool force;  // a common sd although the stacks vary unlike
};

// Replaces the adjusted p, the simultaneous interval and the verdict of every tested row; pairs[i] are row
// i's stack and baseline. Where the adjustment does not fit the table, the rows stay as they are and the
// warning says why.
[[nodiscard]] std::string adjust_family(std::vector<TestedComparison>& table,
                                        const std::vector<std::pair<std::size_t, std::size_t>>& pairs,
                                        const MeasuredStacks& measured, const FamilyAdjustment& adjustment);

}  // namespace abstat
