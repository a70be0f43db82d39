// Eight bytes of a line at a time: how many of them are digits or blanks, and what number the digits are. The
// lengths of ab's numbers cannot be predicted, and a processor that guesses where each ends guesses wrong
// about twice a number; this way there is nothing to guess.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <abstat/eight_bytes.hpp>

namespace abstat::digits {

using eight_bytes::each;
using eight_bytes::load;
using eight_bytes::store;
using eight_bytes::width;

// Four bytes here, four there, the first in the lower half.
[[nodiscard, gnu::always_inline]] inline std::uint64_t fours(const char* one, const char* other) {
  char text[width];  // NOLINT: filled at once
  std::memcpy(text, one, width / 2);
  std::memcpy(text + width / 2, other, width / 2);
  return load(text);
}

// How many bytes stand before the first whose high bit is set in marks.
[[nodiscard, gnu::always_inline]] inline std::size_t bytes_before(std::uint64_t marks) {
  return marks == 0 ? width : static_cast<std::size_t>(std::countr_zero(marks)) / 8;
}

// '0' to '9' become 0 to 9; anything else gets 10 or more, which adding 0x76 lifts over 0x7f. A carry can
// only disturb the bytes behind the first that is no digit.
[[nodiscard, gnu::always_inline]] inline std::size_t leading_digits(std::uint64_t bytes) {
  const std::uint64_t values = bytes ^ each('0');
  return bytes_before(((values + each(0x76)) | values) & each(0x80));
}

// The high bit of every byte that is no digit.
[[nodiscard, gnu::always_inline]] inline std::uint64_t others_than_digits(std::uint64_t bytes) {
  const std::uint64_t values = bytes ^ each('0');
  return (((values & each(0x7f)) + each(0x76)) | values) & each(0x80);
}

[[nodiscard, gnu::always_inline]] inline std::size_t leading_blanks(std::uint64_t bytes) {
  const std::uint64_t others = bytes ^ each(' ');
  return others == 0 ? width : static_cast<std::size_t>(std::countr_zero(others)) / 8;
}

// Eight digits as two numbers: digits are joined to pairs, pairs to fours.
[[nodiscard, gnu::always_inline]] inline std::uint64_t joined_to_fours(std::uint64_t value) {
  value = (value * 10 + (value >> 8U)) & 0x00ff00ff00ff00ffU;
  return (value * 100 + (value >> 16U)) & 0x0000ffff0000ffffU;
}

// As one.
[[nodiscard, gnu::always_inline]] inline std::int64_t joined(std::uint64_t value) {
  const std::uint64_t halves = joined_to_fours(value);
  return static_cast<std::int64_t>((halves * 10000 + (halves >> 32U)) & 0x00000000ffffffffU);
}

// The number that the first `count` bytes are; count is 1 to 8. Shifting them to the end puts zeros in front.
[[nodiscard, gnu::always_inline]] inline std::int64_t number(std::uint64_t bytes, std::size_t count) {
  return joined((bytes ^ each('0')) << (8 * (width - count)));
}

// A number at the end of `Count` bytes with nothing but blanks in front; negative if they are anything else.
// Where the next number begins does not depend on how long it is.
template <std::size_t Count>
[[nodiscard, gnu::always_inline]] inline std::int64_t right_aligned(std::uint64_t bytes) {
  static_assert(Count > 0 && Count <= width);
  constexpr std::size_t unused = 8 * (width - Count);
  // A blank becomes 0, a digit 0x10 more than its value.
  const std::uint64_t others = (bytes << unused) ^ (each(' ') << unused);
  if (others == 0) return -1;
  const auto blanks = static_cast<unsigned>(std::countr_zero(others)) & ~7U;
  const std::uint64_t values = (others ^ each(0x10)) >> blanks << blanks;
  if ((((values + each(0x76)) | values) & each(0x80)) != 0) return -1;
  return joined(values);
}

// Two such numbers of four bytes each, the first in the lower half; more than that has room for if they are
// anything else. In each half all of this happens at once.
inline constexpr std::uint64_t not_two_numbers = ~std::uint64_t{0};
[[nodiscard, gnu::always_inline]] inline std::uint64_t two_right_aligned(std::uint64_t bytes) {
  // A digit becomes its value, with a mark of its own, and a blank 0.
  const std::uint64_t others = bytes ^ each(' ');
  const std::uint64_t marks = others & each(0x10);
  const std::uint64_t values = others ^ marks;
  const std::uint64_t no_values = (values & ~(marks - (marks >> 4U))) | ((values + each(6)) & each(0x10));
  const std::uint64_t wanted_marks = (marks << 8U & 0x1010100010101000U) | 0x1000000010000000U;
  if ((no_values | (wanted_marks & ~marks)) != 0) return not_two_numbers;
  return joined_to_fours(values);
}

// The eight digits of a number below 10^8, zeros in front included, each as its value: eights are divided
// into fours, fours into pairs, pairs into digits.
[[nodiscard, gnu::always_inline]] inline std::uint64_t eight_digits(std::uint64_t number) {
  const std::uint64_t fours = number / 10000 | number % 10000 << 32U;
  const std::uint64_t hundreds = (fours * 10486 >> 20U) & 0x0000007f0000007fU;
  const std::uint64_t pairs = hundreds | (fours - hundreds * 100) << 16U;
  const std::uint64_t tens = (pairs * 103 >> 10U) & 0x000f000f000f000fU;
  return tens | (pairs - tens * 10) << 8U;
}

inline constexpr std::int64_t powers_of_ten[width + 1] = {1,      10,      100,      1000,     10000,
                                                          100000, 1000000, 10000000, 100000000};

}  // namespace abstat::digits
