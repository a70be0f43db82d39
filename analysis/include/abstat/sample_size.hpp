// How many runs it takes (statistics.md 3.5).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace abstat {

struct SampleSize {
  std::size_t runs;  // of each stack
  double achieved;   // power, or log half-width
};

// How the runs of two stacks are held against each other: as two samples (df = 2n - 2), or pair by pair
// within blocks (df = n - 1; `sd` is then that of the in-block differences over sqrt 2).
enum class Design : std::uint8_t { two_samples, blocks };

// Runs of each of two stacks until Welch's t finds a true ratio with that power, run to run varying by `sd`
// (of logs; a cv of 0.03 is 0.03): the smallest n whose noncentral t exceeds its critical value often enough,
// noncentrality ln(ratio) / (sd sqrt(2/n)). Nothing beyond 10,000 runs.
[[nodiscard]] std::optional<SampleSize> runs_for_effect(double sd, double ratio, double power = 0.8,
                                                        double level = 0.95,
                                                        Design design = Design::two_samples);
[[nodiscard]] double power_of(std::size_t runs, double sd, double ratio, double level = 0.95,
                              Design design = Design::two_samples);

// Runs of one stack until its log-t interval reaches no further than a factor of `ratio` to either side.
[[nodiscard]] std::optional<SampleSize> runs_for_precision(double sd, double ratio, double level = 0.95);

}  // namespace abstat
