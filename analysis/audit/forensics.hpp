// What several reports tell about each other.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <abstat/finding.hpp>

namespace abstat {

// For each report, how it repeats an earlier one, if it does.
[[nodiscard]] std::vector<std::optional<Finding>> compare_runs(std::span<const Report> reports);

// For each report with good and bad responses, what their sizes were and which other report has the same.
[[nodiscard]] std::vector<std::optional<Finding>> compare_sizes(std::span<const Report> reports);

}  // namespace abstat
