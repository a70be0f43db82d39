// Which values of the mean response time a report's whole milliseconds leave possible (statistics.md 1.1).
#pragma once

#include <cstdint>
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

// t(1 - alpha/2, n - 1) sd / sqrt(n): to either side of a mean, were the n response times independent. In a
// closed loop they are not (statistics.md 1.3). n at least 2.
[[nodiscard]] double independent_half_width(std::int64_t n, double sd, double level);

}  // namespace abstat
