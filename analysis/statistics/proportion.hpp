// Intervals of a share of independent responses (statistics.md 5.6).
#pragma once

#include <cstdint>

#include <abstat/figure.hpp>

namespace abstat {

// Clopper and Pearson 1934: B((1-level)/2; x, n-x+1) to B((1+level)/2; x+1, n-x). Of 0 failures the interval
// is one-sided, 0 to 1 - (1-level)^(1/n); likewise of n.
[[nodiscard]] Interval clopper_pearson(std::int64_t failures, std::int64_t n, double level);

}  // namespace abstat
