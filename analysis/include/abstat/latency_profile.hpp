// How long requests waited: the percentiles of every stack, each estimated as compare does.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <abstat/comparison.hpp>
#include <abstat/stack.hpp>

namespace abstat {

// The time within which so many percent of the requests were answered, the geometric mean over the runs.
struct LatencyPoint {
  double percent;
  double ms;
};

struct StackLatency {
  std::string stack;
  std::size_t runs;
  std::vector<std::optional<StackEstimate>> at;  // ms, one for each of LatencyProfile::levels
  // What the runs have besides or instead of their percentile table.
  std::size_t percentile_files = 0;  // -e
  std::size_t request_logs = 0;      // -g
  std::vector<LatencyPoint> curve;   // of the runs with such files, ascending; empty where none has one
  bool tainted = false;              // some responses failed or were not 2xx: times of errors are among them
};

struct LatencyProfile {
  static constexpr std::array levels{50, 75, 90, 95, 99, 100};
  double level = 0.95;               // of the intervals
  std::vector<StackLatency> stacks;  // with at least one percentile, in order of first appearance
  std::vector<std::string> without;  // stacks whose reports print none
};

[[nodiscard]] LatencyProfile latency_profile(const std::vector<Report>& reports, double level,
                                             const Grouping& grouping = {});

}  // namespace abstat
