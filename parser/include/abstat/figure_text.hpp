// Writes figures where there is room for them, for those who write many.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <abstat/figure.hpp>

namespace abstat {

// The most characters Figure::text() has.
inline constexpr std::size_t longest_figure_text = 160;

namespace internal {

struct WholeText {
  char text[3];
  std::uint8_t size;
};
// Most numbers of a report are so small that all of them have room in the cache as text, and looking them up
// takes a sixth of the instructions of dividing them into digits.
extern const std::array<WholeText, 1000> whole_texts;

char* write_longer_figure(char* at, const Figure& figure);

}  // namespace internal

// Writes what Figure::text() returns to where longest_figure_text characters have room; returns its end.
[[gnu::always_inline]] inline char* write_figure(char* at, const Figure& figure) {
  const auto number = static_cast<std::uint64_t>(figure.digits);
  if (number >= internal::whole_texts.size() || figure.decimals != 0 || !figure.finite() || figure.negative)
    return internal::write_longer_figure(at, figure);
  const internal::WholeText& whole = internal::whole_texts[number];
  std::memcpy(at, &whole, sizeof whole);
  return at + whole.size;
}

}  // namespace abstat
