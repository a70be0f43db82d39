// The curves of a latency profile: how long all but the slowest requests took, towards ever rarer ones.
#pragma once

#include "series_plot.hpp"

#include <optional>
#include <string>

#include <abstat/latency_profile.hpp>
#include <abstat/table.hpp>

namespace abstat {

// Nothing where no stack has a curve.
[[nodiscard]] std::optional<SeriesPlot> latency_curves(const LatencyProfile& profile);

// For the page; empty where no stack has a curve.
[[nodiscard]] std::string svg_of_curves(const LatencyProfile& profile);

// The same numbers, a row for each percentile.
[[nodiscard]] Table table_of_curves(const LatencyProfile& profile);

}  // namespace abstat
