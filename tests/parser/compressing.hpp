// Compressed and re-encoded copies of a text, for the tests of what undoes them.
#pragma once

#include <string>
#include <string_view>

namespace abstat::testing {

[[nodiscard]] std::string gzipped(std::string_view text);
[[nodiscard]] std::string zstd_compressed(std::string_view text);
// From code points: UTF-8 and, with surrogates where needed, UTF-16.
[[nodiscard]] std::string utf8_of(std::u32string_view text);
[[nodiscard]] std::string utf16_of(std::u32string_view text, bool big_endian);

}  // namespace abstat::testing
