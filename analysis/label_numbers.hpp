// Numbers in names: "four sync workers" counts like "4 sync workers".
#pragma once

#include <string>
#include <string_view>

namespace abstat {

// Whether a character goes on with a word of letters.
[[nodiscard]] bool joins_word(char c);

// Text in lower case with its spelled counts as digits.
[[nodiscard]] std::string with_digits(std::string_view text);

}  // namespace abstat
