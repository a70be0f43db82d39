// The waits of a stack's runs at many percentiles, from their -e and -g files.
#pragma once

#include <vector>

#include <abstat/latency_profile.hpp>
#include <abstat/stack.hpp>

namespace abstat {

// Only percentiles that every run with such files has: else a curve would bend where runs fall away.
[[nodiscard]] std::vector<LatencyPoint> latency_curve(const Stack& stack);

}  // namespace abstat
