// Text that is written a few bytes at a time: into a block that stays in the cache, from where it is moved on
// when the block is full.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace abstat {

class TextBlock {
 public:
  // Not {}: the block is left as it is until it is written.
  TextBlock() {}  // NOLINT
  // Goes on behind this text.
  explicit TextBlock(std::string text) : text_(std::move(text)) {}

  // Where up to so many bytes may be written, at most `longest_room`; end_at says how many it were.
  [[nodiscard, gnu::always_inline]] char* room(std::size_t bytes) {
    if (block_.size() - used_ < bytes) flush();
    return block_.data() + used_;
  }
  [[gnu::always_inline]] void end_at(const char* end) {
    used_ = static_cast<std::size_t>(end - block_.data());
  }
  static constexpr std::size_t longest_room = 1024;

  void append(char byte) {
    char* const at = room(1);
    *at = byte;
    end_at(at + 1);
  }
  void append(std::string_view bytes) {
    if (bytes.size() > longest_room) {
      flush();
      text_ += bytes;
      return;
    }
    char* const at = room(bytes.size());
    std::memcpy(at, bytes.data(), bytes.size());
    end_at(at + bytes.size());
  }

  [[nodiscard]] std::string& text() & {
    flush();
    return text_;
  }
  [[nodiscard]] std::string text() && {
    flush();
    return std::move(text_);
  }

 private:
  void flush() {
    text_.append(block_.data(), used_);
    used_ = 0;
  }

  std::string text_;
  std::size_t used_ = 0;
  std::array<char, 2 * longest_room> block_;
};

}  // namespace abstat
