// Numbers as people write them: grouping marks, decimal commas, suffixes.
#pragma once

#include <optional>
#include <string_view>

#include <abstat/figure.hpp>

namespace abstat {

// The digits without their grouping marks.
[[nodiscard]] std::optional<Figure> read_digits(std::string_view written);

// 1.042 may be 1042, and 1,042 may be 1.042.
[[nodiscard]] std::optional<Figure> other_reading(std::string_view written);

// 3 for k and thousand, 4 for w and 万, 6 for million; 0 for what is no suffix. A capital M is a million, a
// small one is nothing here.
[[nodiscard]] int decimals_of_suffix(std::string_view suffix, bool capital);

// 4 of "四" or "4", a rule tenths_digit.
[[nodiscard]] std::int64_t tenths_value(std::string_view digit);

}  // namespace abstat
