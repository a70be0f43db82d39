#include "text_encoding.hpp"

namespace abstat {

namespace {

constexpr std::uint32_t replacement = 0xFFFD;

void append_utf8(std::uint32_t code, std::string& utf8) {
  const auto byte = [&](std::uint32_t value) { utf8.push_back(static_cast<char>(value)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | (code >> 6));
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | (code >> 12));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | (code >> 18));
    byte(0x80 | ((code >> 12) & 0x3F));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

bool is_high_surrogate(std::uint32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(std::uint32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

EncodingGuess encoding_of(std::string_view first_bytes) {
  if (first_bytes.starts_with("\xEF\xBB\xBF")) return {TextEncoding::utf8, 3};
  if (first_bytes.starts_with("\xFF\xFE")) return {TextEncoding::utf16_little, 2};
  if (first_bytes.starts_with("\xFE\xFF")) return {TextEncoding::utf16_big, 2};
  const std::string_view sample = first_bytes.substr(0, encoding_sample_bytes);
  const std::size_t pairs = sample.size() / 2;
  std::size_t zero_first = 0;
  std::size_t zero_second = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    zero_first += sample[2 * i] == '\0' ? 1U : 0U;
    zero_second += sample[2 * i + 1] == '\0' ? 1U : 0U;
  }
  // ab prints ASCII: more than half of the pairs have one zero byte, and always on the same side. A log with
  // a hole of NULs has as many on either side.
  const std::size_t many = pairs / 2 + 1;
  if (pairs >= 2 && zero_second >= many && zero_first * 8 < zero_second) {
    return {TextEncoding::utf16_little, 0};
  }
  if (pairs >= 2 && zero_first >= many && zero_second * 8 < zero_first) {
    return {TextEncoding::utf16_big, 0};
  }
  return {};
}

std::uint32_t Utf16Reader::unit_of(char first, char second) const {
  const auto low = static_cast<unsigned char>(big_endian_ ? second : first);
  const auto high = static_cast<unsigned char>(big_endian_ ? first : second);
  return static_cast<std::uint32_t>(high) << 8 | low;
}

void Utf16Reader::feed(std::string_view bytes, std::string& utf8) {
  std::size_t at = 0;
  if (has_odd_byte_ && !bytes.empty()) {
    take(unit_of(odd_byte_, bytes[at++]), utf8);
    has_odd_byte_ = false;
  }
  for (; at + 1 < bytes.size(); at += 2) take(unit_of(bytes[at], bytes[at + 1]), utf8);
  if (at < bytes.size()) {
    odd_byte_ = bytes[at];
    has_odd_byte_ = true;
  }
}

void Utf16Reader::take(std::uint32_t unit, std::string& utf8) {
  if (high_surrogate_ != 0) {
    if (is_low_surrogate(unit)) {
      append_utf8(0x10000 + ((high_surrogate_ - 0xD800) << 10) + (unit - 0xDC00), utf8);
      high_surrogate_ = 0;
      return;
    }
    append_utf8(replacement, utf8);
    high_surrogate_ = 0;
  }
  if (is_high_surrogate(unit)) {
    high_surrogate_ = unit;
  } else {
    append_utf8(is_low_surrogate(unit) ? replacement : unit, utf8);
  }
}

void Utf16Reader::finish(std::string& utf8) {
  if (high_surrogate_ != 0 || has_odd_byte_) append_utf8(replacement, utf8);
  high_surrogate_ = 0;
  has_odd_byte_ = false;
}

}  // namespace abstat
