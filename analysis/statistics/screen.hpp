// Two single runs held against their own bounds: a screen, not a test (statistics.md 2.3).
#pragma once

#include "sample.hpp"

#include <optional>

#include <abstat/estimate.hpp>

namespace abstat {

struct Screen {
  double log_ratio;                     // above 0: a is better
  Interval rounding;                    // of the ratio, what the printed digits allow
  std::optional<WithinRun> within_run;  // around the ratio: half-widths add in quadrature
  bool separated;                       // |ln ratio| > hypot(hC of a, hC of b)
};

[[nodiscard]] Screen screen(const MeasuredStack& a, const MeasuredStack& b, Metric metric);

}  // namespace abstat
