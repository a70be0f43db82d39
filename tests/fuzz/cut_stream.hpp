// A stream that arrives in two pieces must be read as the whole is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace abstat::testing {

// Feeds the text cut where its first byte says.
template <typename Reader>
void feed_in_two(Reader& reader, std::string_view text) {
  const std::size_t cut = text.empty() ? 0 : static_cast<std::uint8_t>(text.front()) % text.size();
  reader.feed(text.substr(0, cut));
  reader.feed(text.substr(cut));
}

}  // namespace abstat::testing
