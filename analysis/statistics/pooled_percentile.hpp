// The percentile of all requests of several runs. Averages of percentiles are none; tables bound it
// (statistics.md 8.3).
#pragma once

#include <optional>
#include <vector>

#include <abstat/figure.hpp>
#include <abstat/report.hpp>

namespace abstat {

// From each run's printed table, Total's min and max: the values between which the pooled percentile lies, as
// printed. `exact` where every run has its -g file: then it is one value.
struct PooledPercentile {
  Interval ms;
  bool exact;
};

// Nothing when a run lacks its count or any row to bound with.
[[nodiscard]] std::optional<PooledPercentile> pooled_percentile(const std::vector<const Report*>& runs,
                                                                int level);

}  // namespace abstat
