// A metric over the number of connections, where a stack was measured at several.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/comparison.hpp>
#include <abstat/metric.hpp>
#include <abstat/stack.hpp>

namespace abstat {

struct ScalingPoint {
  std::int64_t concurrency;
  StackEstimate of;
};

struct ScalingSeries {
  std::string name;
  std::vector<ScalingPoint> points;  // two or more, ascending by concurrency
};

struct Scaling {
  Metric metric;
  double level = 0.95;
  std::vector<ScalingSeries> series;  // empty where nothing was measured at several concurrencies
};

[[nodiscard]] Scaling scaling_of(const std::vector<Report>& reports, Metric metric, double level,
                                 const Grouping& grouping = {});

// A stack's name without its own concurrency at the end: "sync" of "sync/c008", "sync c=8" and "sync (c 8)".
// The whole name where it does not end so.
[[nodiscard]] std::string_view name_without_concurrency(std::string_view name, std::int64_t concurrency);

}  // namespace abstat
