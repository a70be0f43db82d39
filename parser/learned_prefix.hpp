// What stood in front of the last pasted line. The next lines most likely have the same there, or the same
// but for digits when it is a timestamp; then they are read as fast as lines without a prefix.
#pragma once

#include "line_digits.hpp"
#include "line_text.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <abstat/limits.hpp>

namespace abstat {

class LearnedPrefix {
 public:
  void learn(std::string_view prefix);

  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  // Without the blanks at its end, which lines without any text do not have.
  [[nodiscard]] std::size_t size_without_blanks() const { return size_without_blanks_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] PrefixKind kind() const { return kind_; }

  // The line begins with what has the shape of the prefix. More bytes than that are loaded.
  [[nodiscard]] bool begins(const char* line, std::size_t available) const {
    if (available < text_.size() + digits::width) return false;
    std::uint64_t differences = 0;
    for (std::size_t eight = 0; eight < count_; ++eight)
      differences |= difference(digits::load(line + eight * digits::width), eights_[eight]);
    return differences == 0;
  }
  // The same without the blanks at its end.
  [[nodiscard]] bool begins_without_blanks(const char* line, std::size_t available) const;

 private:
  // Any digit stands for all digits: in its place are '0', a mask for the upper half of the byte alone, and
  // what makes of 10 a number of five bits.
  struct Eight {
    std::uint64_t bytes = 0;
    std::uint64_t fixed = 0;  // the bits that have to be the same
    std::uint64_t sixes = 0;
  };

  // Nothing but in bytes that differ.
  [[nodiscard, gnu::always_inline]] static std::uint64_t difference(std::uint64_t bytes, const Eight& eight) {
    const std::uint64_t others = bytes ^ eight.bytes;
    const std::uint64_t beyond_nine = ((others & digits::each(0x0f)) + eight.sixes) & digits::each(0x10);
    return (others & eight.fixed) | beyond_nine;
  }

  std::string text_;
  std::size_t size_without_blanks_ = 0;
  PrefixKind kind_ = PrefixKind::none;
  std::size_t count_ = 0;  // of the eights that hold it
  std::array<Eight, limits::prefix_bytes / digits::width + 1> eights_;
};

}  // namespace abstat
