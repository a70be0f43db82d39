// A metric over the number of connections, where a stack was measured at several.
#pragma once

#include <cstdint>
#include <optional>
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

// The reports of a sweep that can be compared with each other: those measured with the one number of
// connections that most stacks were measured with, the highest where several would do.
struct CommonLoad {
  std::int64_t concurrency;
  std::vector<Report> reports;       // Report::stack is the stack without its number of connections
  std::size_t stacks;                // of all reports, however many numbers of connections each has
  std::vector<std::string> missing;  // those that were not measured with this number
};

// Nothing where the scaling of the same reports has no series: then they need no common load.
[[nodiscard]] std::optional<CommonLoad> common_load(const std::vector<Report>& reports,
                                                    const Scaling& scaling, const Grouping& grouping = {});

// A stack's name without its own concurrency at the end: "sync" of "sync/c008", "sync c=8" and "sync (c 8)".
// The whole name where it does not end so.
[[nodiscard]] std::string_view name_without_concurrency(std::string_view name, std::int64_t concurrency);

}  // namespace abstat
