// Which values of the mean response time a report's whole milliseconds leave possible (statistics.md 1.1).
#pragma once

#include <optional>

#include <abstat/figure.hpp>
#include <abstat/report.hpp>

namespace abstat {

// Above this share of the value, rounding to whole milliseconds is named as a caveat: 2 %
// (statistics.md 1.1).
inline constexpr double coarse_rounding = 0.02;

struct FeasibleMean {
  Interval range;   // ms
  bool consistent;  // false: the rows contradict each other and range is Total's figure alone
};

// Total's printed mean, within what the sum of Connect and Processing allows and below the time per request:
// slots never overlap, so n * mean <= min(c, n) * T (Little). Nothing without a Total row.
[[nodiscard]] std::optional<FeasibleMean> feasible_mean(const Report& report);

}  // namespace abstat
