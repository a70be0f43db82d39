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

  // The first `size` bytes of the line have the shape of the prefix. More bytes than that are loaded.
  [[nodiscard, gnu::always_inline]] bool begins(const char* line, std::size_t available,
                                                std::size_t size) const {
    if (available < size + digits::width) return false;
    for (std::size_t at = 0; at < size; at += digits::width) {
      const Eight& eight = eights_[at / digits::width];
      const std::uint64_t ignored = size - at < digits::width ? ~std::uint64_t{0} << (8 * (size - at)) : 0;
      const std::uint64_t bytes = digits::load(line + at);
      const std::uint64_t wrong =
          ((bytes ^ eight.bytes) & eight.fixed) | (digits::others_than_digits(bytes) & eight.counting);
      if ((wrong & ~ignored) != 0) return false;
    }
    return true;
  }

 private:
  struct Eight {
    std::uint64_t bytes = 0;
    std::uint64_t fixed = 0;     // all bits of the bytes that have to be the same
    std::uint64_t counting = 0;  // the high bits of those that have to be digits
  };

  std::string text_;
  std::size_t size_without_blanks_ = 0;
  PrefixKind kind_ = PrefixKind::none;
  std::array<Eight, limits::prefix_bytes / digits::width + 1> eights_;
};

}  // namespace abstat
