// Whether two stacks were asked the same and answered the same, before anything is compared (statistics.md
// 12).
#pragma once

#include "sample.hpp"

#include <optional>
#include <vector>

#include <abstat/estimate.hpp>

namespace abstat {

struct Comparability {
  std::vector<Caveat> caveats;
  std::optional<Refusal> refusal;  // another workload, or failures in a metric that does not count them
};

[[nodiscard]] Comparability comparability(const MeasuredStack& a, const MeasuredStack& b, Metric metric);

}  // namespace abstat
