// Command lines to copy: each word quoted for sh where it needs to be.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace abstat {

[[nodiscard]] std::string shell_quoted(std::string_view word);
// With spaces between.
[[nodiscard]] std::string shell_line(std::span<const std::string> words);

}  // namespace abstat
