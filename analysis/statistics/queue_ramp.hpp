// What the start of a run alone does to response times (statistics.md 1.2).
#pragma once

#include <optional>

#include <abstat/report.hpp>

namespace abstat {

// One queue, served in order at constant speed, all connections busy: the first c requests arrive at once and
// wait for 1, 2, … c services, every later one for c. With rho = c/n, at most 1:
struct QueueRamp {
  double mean;  // of the response times as a share of Time per request: 1 - rho/2
  double cv;    // their sd over their mean: sqrt(rho/3 - rho^2/4) / (1 - rho/2)
};

// Nothing where requests or connections are not known or 0.
[[nodiscard]] std::optional<QueueRamp> queue_ramp(const Report& report);

}  // namespace abstat
