// Which comparisons to show, and in which order. Nothing here changes a result.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/comparison.hpp>

namespace abstat {

enum class SortBy : std::uint8_t { input, name, value, speedup };
// "input", "name", "value", "speedup".
[[nodiscard]] std::optional<SortBy> parse_sort(std::string_view name);
[[nodiscard]] std::vector<std::string> sort_names();

// value: best first; speedup: greatest first.
void sort_comparisons(ComparisonTable& table, SortBy by);

// Leaves those that are faster or slower; a warning says how many were left out.
void keep_significant(ComparisonTable& table);

}  // namespace abstat
