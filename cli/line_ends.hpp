// Counts the line ends of a text, sixteen bytes at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace abstat {

[[nodiscard]] inline std::size_t line_ends_in(std::string_view text) {
  using Sixteen = std::uint8_t __attribute__((vector_size(16)));
  constexpr std::size_t width = sizeof(Sixteen);
  constexpr std::size_t at_once = 255 * width;  // so many that no counter overflows
  std::size_t lines = 0;
  while (text.size() >= width) {
    Sixteen counts{};  // one for each place
    const char* const end = text.data() + std::min(at_once, text.size() / width * width);
    for (const char* at = text.data(); at != end; at += width) {
      Sixteen bytes;
      std::memcpy(&bytes, at, width);
      counts -= bytes == '\n';  // all bits, which is -1, where they are equal
    }
    for (std::size_t place = 0; place < width; ++place) lines += counts[place];
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
  return lines + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace abstat
