// Values computed elsewhere (R, SciPy): tests/analysis/golden/golden.json. The tests name its keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

// Where in golden.json: the key, then names or indices into its value, joined by spaces: "3a geomean".
[[nodiscard]] double golden(std::string_view path);
[[nodiscard]] std::vector<double> golden_list(std::string_view path);
[[nodiscard]] std::string golden_text(std::string_view path);
[[nodiscard]] bool golden_flag(std::string_view path);

// Relative 1e-9 unless the value's own source is less exact.
[[nodiscard]] bool near(double value, double expected, double relative = 1e-9);
// What the specification prints with so many digits.
[[nodiscard]] bool matches(double value, double printed, int significant_digits);
