// Results as drawings: SVG whose text is text, with a title and a description for those who do not see it.
// Nothing is drawn that the data does not carry: one run is a ring without an interval.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <abstat/comparison.hpp>
#include <abstat/latency_profile.hpp>
#include <abstat/ranking.hpp>
#include <abstat/run_order.hpp>
#include <abstat/scaling.hpp>

namespace abstat {

enum class PlotUse : std::uint8_t {
  page,        // within an HTML page whose style sheet has the plots' styles; as wide as there is room
  file,        // a file of its own, light and dark
  light_file,  // for programs that make a picture of it
};

// `connections` is told in the title where the results are those at a CommonLoad.
using Connections = std::optional<std::int64_t>;
[[nodiscard]] std::string svg_of(const Ranking& ranking, PlotUse use, Connections connections = {});
[[nodiscard]] std::string svg_of(const ComparisonTable& comparison, PlotUse use,
                                 Connections connections = {});
[[nodiscard]] std::string svg_of(const LatencyProfile& profile, PlotUse use, Connections connections = {});
[[nodiscard]] std::string svg_of(const RunOrder& order, PlotUse use);
[[nodiscard]] std::string svg_of(const Scaling& scaling, PlotUse use);

}  // namespace abstat
