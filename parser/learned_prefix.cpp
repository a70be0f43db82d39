#include "learned_prefix.hpp"

#include <algorithm>

namespace abstat {

void LearnedPrefix::learn(std::string_view prefix) {
  if (prefix.size() > limits::prefix_bytes) prefix = {};
  if (prefix == text_) return;
  text_ = prefix;
  size_without_blanks_ = text_.find_last_not_of(" \t") + 1;
  kind_ = prefix_kind(text_);
  count_ = (text_.size() + digits::width - 1) / digits::width;
  std::fill_n(eights_.begin(), count_, Eight{});
  for (std::size_t at = 0; at < text_.size(); ++at) {
    Eight& eight = eights_.at(at / digits::width);
    const std::size_t shift = 8 * (at % digits::width);
    const auto byte = static_cast<unsigned char>(text_[at]);
    const bool is_digit = byte >= '0' && byte <= '9';
    eight.bytes |= std::uint64_t{is_digit ? std::uint8_t{'0'} : byte} << shift;
    eight.fixed |= std::uint64_t{is_digit ? 0xf0U : 0xffU} << shift;
    eight.sixes |= std::uint64_t{is_digit ? 6U : 0U} << shift;
  }
}

bool LearnedPrefix::begins_without_blanks(const char* line, std::size_t available) const {
  if (available < size_without_blanks_ + digits::width) return false;
  for (std::size_t at = 0; at < size_without_blanks_; at += digits::width) {
    const std::size_t rest = size_without_blanks_ - at;
    const std::uint64_t ignored = rest < digits::width ? ~std::uint64_t{0} << (8 * rest) : 0;
    if ((difference(digits::load(line + at), eights_.at(at / digits::width)) & ~ignored) != 0) return false;
  }
  return true;
}

}  // namespace abstat
