// Which encoding a text is in, and UTF-16 to UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace abstat {

enum class TextEncoding : std::uint8_t { utf8, utf16_little, utf16_big };

struct EncodingGuess {
  TextEncoding encoding = TextEncoding::utf8;
  std::size_t mark_bytes = 0;  // the byte order mark, to be dropped
};

// So many first bytes settle the encoding.
inline constexpr std::size_t encoding_sample_bytes = 512;

// From the first bytes of a text: its byte order mark or, without one, the zero bytes that ASCII has in
// UTF-16. first_bytes is the whole text when it is shorter than encoding_sample_bytes.
[[nodiscard]] EncodingGuess encoding_of(std::string_view first_bytes);

// UTF-16 in pieces of any size.
class Utf16Reader {
 public:
  explicit Utf16Reader(bool big_endian) : big_endian_(big_endian) {}

  // Appends the UTF-8 of all whole characters.
  void feed(std::string_view bytes, std::string& utf8);
  // An odd byte or half a pair at the end becomes U+FFFD.
  void finish(std::string& utf8);

 private:
  void take(std::uint32_t unit, std::string& utf8);
  [[nodiscard]] std::uint32_t unit_of(char first, char second) const;

  bool big_endian_;
  bool has_odd_byte_ = false;
  char odd_byte_ = 0;
  std::uint32_t high_surrogate_ = 0;  // 0: none is waiting
};

}  // namespace abstat
