#include "learned_prefix.hpp"

namespace abstat {

void LearnedPrefix::learn(std::string_view prefix) {
  if (prefix.size() > limits::prefix_bytes) prefix = {};
  if (prefix == text_) return;
  text_ = prefix;
  size_without_blanks_ = text_.find_last_not_of(" \t") + 1;
  kind_ = prefix_kind(text_);
  eights_.fill({});
  for (std::size_t at = 0; at < text_.size(); ++at) {
    Eight& eight = eights_.at(at / digits::width);
    const std::size_t shift = 8 * (at % digits::width);
    const auto byte = static_cast<unsigned char>(text_[at]);
    eight.bytes |= std::uint64_t{byte} << shift;
    if (byte >= '0' && byte <= '9') {
      eight.counting |= std::uint64_t{0x80} << shift;
    } else {
      eight.fixed |= std::uint64_t{0xff} << shift;
    }
  }
}

}  // namespace abstat
