// Intervals drawn with characters.
#pragma once

#include <string>
#include <vector>

#include <abstat/table.hpp>

namespace abstat {

// The lines of the drawing, none wider than style.columns; nothing where there is too little room or nothing
// to compare.
[[nodiscard]] std::vector<std::string> drawn(const IntervalPlot& plot, const TextStyle& style);

}  // namespace abstat
