// Intervals of a percentile within one run, from order statistics (statistics.md 8.1, 8.2). They hold for
// independent responses; in a closed loop responses are not, so they describe the run and compare nothing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include <abstat/figure.hpp>
#include <abstat/report.hpp>

namespace abstat {

// The order statistics, 1-based, between which the quantile lies. 0 and n + 1 mean that the end is open.
struct OrderRange {
  std::int64_t low;
  std::int64_t high;
  double coverage;
};
[[nodiscard]] OrderRange quantile_order_range(std::int64_t n, double p, double level);

// 1-based order statistic that ab prints as the percentile in its table: floor(n k / 100) + 1, the last for
// 100.
[[nodiscard]] std::int64_t table_order(std::int64_t n, int percentile);

// 1-based order statistic of a row of the -e file: floor(0.5 + n k / 100) + 1, the last for 100.
[[nodiscard]] std::int64_t file_order(std::int64_t n, int percent);

// What the report prints of its sorted total times, by 1-based order: the rows of its table, Total's min and
// max.
[[nodiscard]] std::map<std::int64_t, double> known_order_values(const Report& report);

// From the rows of the printed table and the -e file, Total's min and max: the nearest known order statistics
// outside the range, half a unit wider for rounding. Nothing where an end is open.
[[nodiscard]] std::optional<Interval> percentile_interval_from_table(const Report& report, int percentile,
                                                                     double level);

}  // namespace abstat
