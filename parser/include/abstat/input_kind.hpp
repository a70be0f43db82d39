// Which of the things that ab writes a text is, told from its beginning and not from its name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace abstat {

enum class InputKind : std::uint8_t {
  text,             // reports as text, alone or in a document; and whatever else there is
  html,             // ab -w: rows of ab's HTML table, or its HTML banner, among the first lines
  request_log,      // ab -g
  percentile_file,  // ab -e
};
[[nodiscard]] std::string_view to_string(InputKind kind);

// So many first bytes settle the kind; what ab said on stderr may stand before the table of a -w report.
inline constexpr std::size_t kind_sample_bytes = std::size_t{64} * 1024;

// UTF-8 text: the first kind_sample_bytes, or all when there are fewer.
[[nodiscard]] InputKind kind_of(std::string_view beginning);

}  // namespace abstat
