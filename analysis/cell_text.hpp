// A cell as people read it, still raw: the renderer that asks escapes it.
#pragma once

#include <string>

#include <abstat/table.hpp>

namespace abstat {

[[nodiscard]] std::string text_of(const Cell& cell);

// value with so many decimals.
[[nodiscard]] std::string fixed(double value, int decimals);

}  // namespace abstat
