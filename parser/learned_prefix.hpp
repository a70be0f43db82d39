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
    for (std::size_t eight = 0; eight < count_; ++eight) {
      if (differs(digits::load(line + eight * digits::width), eights_[eight]) != 0) return false;
    }
    return true;
  }
  // The same without the blanks at its end.
  [[nodiscard]] bool begins_without_blanks(const char* line, std::size_t available) const;

 private:
  struct Eight {
    std::uint64_t bytes = 0;
    std::uint64_t fixed = 0;     // all bits of the bytes that have to be the same
    std::uint64_t counting = 0;  // the high bits of those that have to be digits
  };

  [[nodiscard, gnu::always_inline]] static std::uint64_t differs(std::uint64_t bytes, const Eight& eight) {
    const std::uint64_t wrong = (bytes ^ eight.bytes) & eight.fixed;
    return eight.counting == 0 ? wrong : wrong | (digits::others_than_digits(bytes) & eight.counting);
  }

  std::string text_;
  std::size_t size_without_blanks_ = 0;
  PrefixKind kind_ = PrefixKind::none;
  std::size_t count_ = 0;  // of the eights that hold it
  std::array<Eight, limits::prefix_bytes / digits::width + 1> eights_;
};

}  // namespace abstat
