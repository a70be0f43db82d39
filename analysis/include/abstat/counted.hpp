// A number of things with their noun, as a sentence has it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace abstat {

// "1 run", "6 runs", "0 runs"
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular, std::string_view plural);

}  // namespace abstat
