// Other ways than Holm's to keep a table's error in hand: Dunnett against one baseline, Tukey and Kramer or
// Games and Howell over all pairs (statistics.md 4.2 to 4.4). All of them judge by t on logs.
#pragma once

#include "comparison_row.hpp"
#include "measured_stacks.hpp"
#include "run_to_run.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace abstat {

struct FamilyAdjustment {
  Adjustment kind;
  double level;
  double margin;
  bool all_pairs;
  bool force;  // a common sd although the stacks vary unlike
  bool baseline_by_value = false;
};

// The warning where some stack has one run or pairs are not judged by Welch's t.
inline constexpr std::string_view family_needs_t =
    "the adjustment asked for needs replicates of every stack and --method log-t: Holm's was used";

using StackList = std::vector<const MeasuredStack*>;

// Why the adjustment does not fit these stacks, as a warning that Holm's was used; empty when it does.
[[nodiscard]] std::string misfit_of(const StackList& stacks, const FamilyAdjustment& adjustment);

// What an adjustment that fits says of pairs of its stacks.
class FamilyJudge {
 public:
  struct Judged {
    double p;
    double half_width;  // of the log ratio, all pairs holding together
  };

  // baseline: of Dunnett's test, an index into the stacks.
  FamilyJudge(const StackList& stacks, const FamilyAdjustment& adjustment, std::size_t baseline);
  [[nodiscard]] Judged judge(std::size_t a, std::size_t b) const;

 private:
  [[nodiscard]] double runs(std::size_t i) const { return static_cast<double>(stacks_[i]->replicates()); }
  [[nodiscard]] int count() const { return static_cast<int>(stacks_.size()); }

  StackList stacks_;
  FamilyAdjustment adjustment_;
  std::size_t baseline_;
  CommonSd pool_;
  std::vector<double> others_;  // runs of all but the baseline
  double critical_ = 0;
};

// Replaces the adjusted p, the simultaneous interval and the verdict of every tested row; pairs[i] are row
// i's stack and baseline. Where the adjustment does not fit the table, the rows stay as they are and the
// warning says why.
[[nodiscard]] std::string adjust_family(std::vector<TestedComparison>& table,
                                        const std::vector<std::pair<std::size_t, std::size_t>>& pairs,
                                        const MeasuredStacks& measured, const FamilyAdjustment& adjustment);

}  // namespace abstat
