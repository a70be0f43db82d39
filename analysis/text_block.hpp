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

 private:
  friend class TextCursor;
  static constexpr std::size_t longest_room = 1024;

  [[nodiscard]] char* begin() { return block_.data(); }
  // From where on less than longest_room is left.
  [[nodiscard]] const char* full() const { return block_.data() + longest_room; }
  // Each takes what has been written up to this place and returns where to write on. The last byte stays in
  // the block, because it may be taken back.
  [[nodiscard]] char* move_on(const char* end);
  [[nodiscard]] char* append_long(const char* end, std::string_view bytes);
  [[nodiscard]] std::string finish(const char* end);

  std::string text_;
  std::array<char, 2 * longest_room> block_;
};

// Where the next byte of a block goes. It is nobody's member that others point to and calls nothing with its
// own address, so that it stays in a register through all that is inlined: kept in memory, each field would
// have to wait until the one before has arrived there.
class TextCursor {
 public:
  explicit TextCursor(TextBlock& block) : block_(&block), at_(block.begin()) {}

  // Where up to longest_room bytes may be written; end_at says how many it were.
  static constexpr std::size_t longest_room = TextBlock::longest_room;
  [[nodiscard, gnu::always_inline]] inline char* room() {
    if (at_ > block_->full()) at_ = block_->move_on(at_);
    return at_;
  }
  [[nodiscard]] char* end() const { return at_; }
  [[gnu::always_inline]] inline void end_at(char* end) { at_ = end; }

  [[gnu::always_inline]] inline void append(char byte) {
    *room() = byte;
    ++at_;
  }
  [[gnu::always_inline]] inline void append(std::string_view bytes) {
    if (bytes.size() > longest_room) {
      at_ = block_->append_long(at_, bytes);
      return;
    }
    std::memcpy(room(), bytes.data(), bytes.size());
    at_ += bytes.size();
  }
  // The last byte if it is this one.
  [[gnu::always_inline]] inline void take_back(char byte) {
    if (at_ != block_->begin() && *(at_ - 1) == byte) --at_;
  }

  // All of it, for once.
  [[nodiscard]] std::string text() { return block_->finish(at_); }

 private:
  TextBlock* block_;
  char* at_;
};

}  // namespace abstat
