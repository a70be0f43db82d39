// How many runs it takes (statistics.md 3.5).
#pragma once

#include <cstddef>
#include <optional>

namespace abstat {

struct SampleSize {
  std::size_t runs;  // of each stack
  double achieved;   // power, or log half-width
};

// Runs of each of two stacks until Welch's t finds a true ratio with that power, run to run varying by `sd`
// (of logs; a cv of 0.03 is 0.03): the smallest n whose noncentral t exceeds its critical value often enough,
// df = 2n - 2, noncentrality ln(ratio) / (sd sqrt(2/n)). Nothing beyond 10,000 runs.
[[nodiscard]] std::optional<SampleSize> runs_for_effect(double sd, double ratio, double power = 0.8,
                                                        double level = 0.95);
[[nodiscard]] double power_of(std::size_t runs, double sd, double ratio, double level = 0.95);

// Runs of one stack until its log-t interval reaches no further than a factor of `ratio` to either side.
[[nodiscard]] std::optional<SampleSize> runs_for_precision(double sd, double ratio, double level = 0.95);

}  // namespace abstat
