#include "json_writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <utf8proc.h>

#include <abstat/display_text.hpp>
#include <abstat/eight_bytes.hpp>

namespace abstat {

namespace {

constexpr std::string_view absent = "null,";

void append_escape(std::string& out, std::uint32_t code_point) {
  if (code_point < 0x10000) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", code_point);
    return;
  }
  const std::uint32_t offset = code_point - 0x10000;
  fmt::format_to(std::back_inserter(out), "\\u{:04x}\\u{:04x}", 0xd800 + (offset >> 10U),
                 0xdc00 + (offset & 0x3ffU));
}

// Short forms where JSON has them.
bool append_short_escape(std::string& out, char c) {
  constexpr std::string_view special = "\"\\\n\r\t\b\f";
  constexpr std::string_view letters = "\"\\nrtbf";
  const std::size_t found = special.find(c);
  if (found == std::string_view::npos) return false;
  out += '\\';
  out += letters[found];
  return true;
}

constexpr std::array<bool, 256> bytes_without_escape = [] {
  std::array<bool, 256> table{};
  for (unsigned byte = 0x20; byte < 0x7f; ++byte) table.at(byte) = byte != '"' && byte != '\\';
  return table;
}();

// The end of the copied text; nothing when it needs an escape.
char* copied_without_escape(char* at, std::string_view text) {
  bool plain = true;
  for (; text.size() >= eight_bytes::width; text.remove_prefix(eight_bytes::width)) {
    const std::uint64_t bytes = eight_bytes::load(text.data());
    plain = plain && eight_bytes::are_visible_except<'"', '\\', '\x7f'>(bytes);
    eight_bytes::store(at, bytes);
    at += eight_bytes::width;
  }
  for (const char c : text) {
    plain = plain && bytes_without_escape[static_cast<unsigned char>(c)];
    *at++ = c;
  }
  return plain ? at : nullptr;
}

char* end_of(TextCursor out, std::string_view text) {
  out.append(text);
  return out.end();
}

}  // namespace

std::string json_string(std::string_view raw) {
  std::string out = "\"";
  const std::string text = is_plain_ascii(raw) ? std::string(raw) : valid_utf8(raw);
  std::string_view rest = text;
  while (!rest.empty()) {
    utf8proc_int32_t code_point = 0;
    const auto bytes = static_cast<std::size_t>(
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                         static_cast<utf8proc_ssize_t>(std::min<std::size_t>(rest.size(), 4)), &code_point));
    if (!append_short_escape(out, rest.front())) {
      if (is_invisible(static_cast<std::uint32_t>(code_point))) {
        append_escape(out, static_cast<std::uint32_t>(code_point));
      } else {
        out += rest.substr(0, bytes);
      }
    }
    rest.remove_prefix(bytes);
  }
  return out + "\"";
}

char* JsonWriter::in_quotes(TextCursor out, std::string_view text, char behind) {
  if (text.size() + 3 <= TextCursor::longest_room) {
    char* const at = out.room();
    *at = '"';
    if (char* const end = copied_without_escape(at + 1, text)) {
      end[0] = '"';
      end[1] = behind;
      return end + 2;
    }
  }
  out.append(json_string(text));
  out.append(behind);
  return out.end();
}

// The shortest digits that read back as the same double.
char* JsonWriter::written(TextCursor out, double number) {
  out.append(std::isfinite(number) ? fmt::format("{},", number) : std::string(absent));
  return out.end();
}

char* JsonWriter::written(TextCursor out, const Figure& figure) {
  if (!figure.finite()) return in_quotes(out, figure.text(), ',');  // no number of JSON
  char* const end = write_figure(out.room(), figure);
  *end = ',';
  return end + 1;
}

char* JsonWriter::written(TextCursor out, const std::optional<Figure>& figure) {
  return figure ? written(out, *figure) : end_of(out, absent);
}

char* JsonWriter::written(TextCursor out, const std::optional<std::int64_t>& number) {
  return number ? written(out, whole_figure(*number)) : end_of(out, absent);
}

char* JsonWriter::written(TextCursor out, const std::optional<std::string>& text) {
  return text ? in_quotes(out, *text, ',') : end_of(out, absent);
}

}  // namespace abstat
