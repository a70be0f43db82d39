// Eight bytes of a line at a time: how many of them are digits or blanks, and what number the digits are. The
// lengths of ab's numbers cannot be predicted, and a processor that guesses where each ends guesses wrong
// about twice a number; this way there is nothing to guess.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace abstat::digits {

inline constexpr std::size_t width = 8;

// The first byte of the text is the lowest byte of the number, whatever the machine.
[[nodiscard, gnu::always_inline]] inline std::uint64_t load(const char* text) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text, width);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  return bytes;
}

[[gnu::always_inline]] inline void store(char* text, std::uint64_t bytes) {
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  std::memcpy(text, &bytes, width);
}

constexpr std::uint64_t each(std::uint64_t byte) {
  return byte * 0x0101010101010101U;
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

// The number whose eight digits these are: digits are joined to pairs, pairs to fours, fours to eight.
[[nodiscard, gnu::always_inline]] inline std::int64_t joined(std::uint64_t value) {
  value = (value * 10 + (value >> 8U)) & 0x00ff00ff00ff00ffU;
  value = (value * 100 + (value >> 16U)) & 0x0000ffff0000ffffU;
  value = (value * 10000 + (value >> 32U)) & 0x00000000ffffffffU;
  return static_cast<std::int64_t>(value);
}

// The number that the first `count` bytes are; count is 1 to 8. Shifting them to the end puts zeros in front.
[[nodiscard, gnu::always_inline]] inline std::int64_t number(std::uint64_t bytes, std::size_t count) {
  return joined((bytes ^ each('0')) << (8 * (width - count)));
}

// A number at the end of `count` bytes with nothing but blanks in front; negative if they are anything else.
// Nothing depends on how long it is.
template <std::size_t Count>
[[nodiscard, gnu::always_inline]] inline std::int64_t right_aligned(std::uint64_t bytes) {
  static_assert(Count > 0 && Count <= width);
  if constexpr (Count < width) bytes = bytes << (8 * (width - Count)) | each(' ') >> (8 * Count);
  // A digit becomes its value, a blank 0x10.
  const std::uint64_t values = bytes ^ each('0');
  const std::uint64_t blanks = values & each(0x10);
  const std::uint64_t digits = values ^ blanks;
  const std::uint64_t no_digits = ((digits + each(0x76)) | digits) & each(0x80);
  const std::uint64_t not_quite_blanks = digits & (blanks - (blanks >> 4U));
  const std::uint64_t behind_digits = blanks & ~(blanks << 8U | 0x10U);
  const std::uint64_t at_the_end = blanks >> (8 * width - 4);
  if ((no_digits | not_quite_blanks | behind_digits | at_the_end) != 0) return -1;
  return joined(digits);
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
