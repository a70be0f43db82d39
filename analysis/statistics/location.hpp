// Where one stack's runs lie, by the method asked for: on the oriented log scale, with an interval where the
// method and the number of runs give one.
#pragma once

#include "sample.hpp"

#include <optional>
#include <tl/expected.hpp>

#include <abstat/estimate.hpp>

namespace abstat {

struct Location {
  double value;  // in the metric's unit
  tl::expected<Interval, Refusal> interval;
  // The level the interval really has where only a few can be had: that of order statistics of so many runs.
  std::optional<double> level;
};

// Arithmetic mean with t.
[[nodiscard]] Location arithmetic_mean(const MeasuredStack& stack, double level);
// Hodges and Lehmann's centre of the logs.
[[nodiscard]] Location rank_centre(const MeasuredStack& stack, Metric metric, double level);
// The median with order statistics [y_(k), y_(r+1-k)], whose level is at least the one asked for.
[[nodiscard]] Location median_of_runs(const MeasuredStack& stack, double level);
// Geometric mean with BCa.
[[nodiscard]] Location bootstrapped_mean(const MeasuredStack& stack, Metric metric, double level);

}  // namespace abstat
