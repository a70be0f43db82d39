#include "claim_token.hpp"

#include <algorithm>
#include <array>
#include <utf8proc.h>

namespace abstat {

namespace {

struct Spelling {
  std::int32_t code;
  std::string_view plain;
};

// Typographic forms of what the vocabulary knows in one form.
constexpr std::array spellings{
    Spelling{0x00A0, " "},  Spelling{0x2002, " "},  Spelling{0x2003, " "},  Spelling{0x2009, " "},
    Spelling{0x200A, " "},  Spelling{0x202F, " "},  Spelling{0x3000, " "},  Spelling{0x200B, ""},
    Spelling{0xFEFF, ""},   Spelling{0x2010, "-"},  Spelling{0x2011, "-"},  Spelling{0x2012, "-"},
    Spelling{0x2013, "-"},  Spelling{0x2212, "-"},  Spelling{0x2018, "'"},  Spelling{0x2019, "'"},
    Spelling{0x201C, "\""}, Spelling{0x201D, "\""}, Spelling{0x301C, "~"},  Spelling{0x2248, "~"},
    Spelling{0x2265, ">="}, Spelling{0x2264, "<="}, Spelling{0x2267, ">="}, Spelling{0x2266, "<="},
};

// Full-width forms of ASCII stand in one block.
constexpr std::int32_t full_width_first = 0xFF01;
constexpr std::int32_t full_width_last = 0xFF5E;
constexpr std::int32_t full_width_shift = 0xFEE0;

void append_code(std::string& text, std::int32_t code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(code, bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

void append_plain(std::string& text, std::int32_t code) {
  for (const Spelling& spelling : spellings) {
    if (spelling.code == code) {
      text += spelling.plain;
      return;
    }
  }
  if (code >= full_width_first && code <= full_width_last) code -= full_width_shift;
  append_code(text, utf8proc_tolower(code));
}

constexpr std::int32_t full_width_comma = 0xFF0C;
constexpr std::int32_t full_width_colon = 0xFF1A;  // sync：QPS 2782; a plain one joins the parts of a name

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// 173，000 is one number; QPS 1569，99% 的请求 are two.
bool groups_digits(const std::string& text, std::size_t begin, std::size_t end) {
  std::size_t before = 0;
  while (before < begin && is_digit(text[begin - before - 1])) ++before;
  std::size_t behind = 0;
  while (end + behind < text.size() && is_digit(text[end + behind])) ++behind;
  return before >= 1 && before <= 3 && behind == 3;
}

}  // namespace

Passage make_passage(const std::vector<ProseLine>& lines) {
  Passage passage;
  for (const ProseLine& line : lines) {
    passage.line_start.push_back(passage.source.size());
    passage.line_number.push_back(line.line);
    passage.line_column.push_back(line.column);
    passage.source += line.text;
    passage.source += '\n';
  }
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(passage.source.data());
  std::size_t at = 0;
  while (at < passage.source.size()) {
    std::int32_t code = 0;
    const auto left = static_cast<utf8proc_ssize_t>(passage.source.size() - at);
    const auto size = utf8proc_iterate(bytes + at, left, &code);
    if (size <= 0) {
      passage.text += '?';  // a byte that is no UTF-8
    } else {
      append_plain(passage.text, code);
      const bool parts = code == full_width_colon ||
                         (code == full_width_comma &&
                          !groups_digits(passage.source, at, at + static_cast<std::size_t>(size)));
      if (parts) passage.text += ' ';
    }
    passage.offset.resize(passage.text.size(), static_cast<std::uint32_t>(at));
    at += size <= 0 ? 1 : static_cast<std::size_t>(size);
  }
  passage.offset.push_back(static_cast<std::uint32_t>(passage.source.size()));
  return passage;
}

Position Passage::place(std::size_t at, const std::string& file) const {
  const std::size_t source_at = offset[std::min(at, offset.size() - 1)];
  const auto next = std::upper_bound(line_start.begin(), line_start.end(), source_at);
  const auto line = static_cast<std::size_t>(next - line_start.begin()) - 1;
  return {file, line_number[line], line_column[line] + source_at - line_start[line]};
}

std::string Passage::written(std::size_t begin, std::size_t end) const {
  const std::size_t first = offset[std::min(begin, offset.size() - 1)];
  const std::size_t last = offset[std::min(end, offset.size() - 1)];
  return source.substr(first, last - first);
}

}  // namespace abstat
