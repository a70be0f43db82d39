// Eight bytes of a text at a time, for those who look at many.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace abstat::eight_bytes {

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

[[nodiscard]] constexpr std::uint64_t each(std::uint64_t byte) {
  return byte * 0x0101010101010101U;
}

// Whether all are ASCII, and none is a control byte in front of the blank or one of these.
template <char... Signs>
[[nodiscard]] constexpr bool are_visible_except(std::uint64_t bytes) {
  const auto zeros_in = [](std::uint64_t others) { return (others - each(1)) & ~others; };
  const std::uint64_t below_blank = (bytes - each(' ')) & ~bytes;
  return ((bytes | below_blank | (zeros_in(bytes ^ each(Signs)) | ...)) & each(0x80)) == 0;
}

}  // namespace abstat::eight_bytes
