// Room for text that is filled again and again. It grows and is never cleared: what was read into it last
// time is overwritten, and its pages stay.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace abstat {

class PieceText {
 public:
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }
  [[nodiscard]] std::size_t size() const { return size_; }

  void clear() { size_ = 0; }
  // Keeps only so many bytes.
  void cut(std::size_t size) { size_ = std::min(size, size_); }
  void append(std::string_view text) {
    std::copy(text.begin(), text.end(), room_for(text.size()));
    filled(text.size());
  }

  // Behind the text, for somebody to fill; filled says how much of it he did.
  [[nodiscard]] char* room_for(std::size_t bytes) {
    if (bytes_.size() < size_ + bytes) grow(size_ + bytes);
    return bytes_.data() + size_;
  }
  void filled(std::size_t bytes) { size_ += bytes; }

 private:
  // Texts of nearly the same size fit into the same room.
  void grow(std::size_t needed) {
    constexpr std::size_t step = std::size_t{64} * 1024;
    const std::size_t wanted = std::max(needed, bytes_.size() + bytes_.size() / 4);
    bytes_.resize((wanted + step - 1) / step * step);
  }

  std::vector<char> bytes_;
  std::size_t size_ = 0;
};

}  // namespace abstat
