#include "text_block.hpp"

namespace abstat {

char* TextBlock::move_on(const char* end) {
  return append_long(end - 1, {end - 1, 1});
}

char* TextBlock::append_long(const char* end, std::string_view bytes) {
  text_.append(std::as_const(block_).data(), end).append(bytes.substr(0, bytes.size() - 1));
  block_[0] = bytes.back();
  return block_.data() + 1;
}

std::string TextBlock::finish(const char* end) {
  text_.append(std::as_const(block_).data(), end);
  return std::move(text_);
}

}  // namespace abstat
