#include "json_writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <utf8proc.h>

#include <abstat/display_text.hpp>

namespace abstat {

namespace {

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
  for (const char c : text) {
    plain = plain && bytes_without_escape[static_cast<unsigned char>(c)];
    *at++ = c;
  }
  return plain ? at : nullptr;
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

void JsonWriter::append_long_key(std::string_view name) {
  separate();
  text_.append('"');
  text_.append(name);
  text_.append("\":");
}

void JsonWriter::append(std::string_view text) {
  if (text.size() + 2 <= TextBlock::longest_room) {
    char* const at = text_.room(text.size() + 2);
    *at = '"';
    if (char* const end = copied_without_escape(at + 1, text)) {
      *end = '"';
      return text_.end_at(end + 1);
    }
  }
  text_.append(json_string(text));
}

void JsonWriter::value(std::string_view text) {
  separate();
  append(text);
}

void JsonWriter::begin_list(std::string_view name) {
  key(name);
  needs_comma_ = false;
  open('[');
}

void JsonWriter::field(std::string_view name, std::string_view text) {
  key(name);
  append(text);
}

void JsonWriter::field(std::string_view name, double number) {
  key(name);
  append(number);
}

void JsonWriter::numbers(std::string_view name, const std::vector<double>& list) {
  begin_list(name);
  for (const double number : list) {
    separate();
    append(number);
  }
  end_list();
}

void JsonWriter::whole_numbers(std::string_view name, const std::vector<std::int64_t>& list) {
  begin_list(name);
  for (const std::int64_t number : list) {
    separate();
    append(number);
  }
  end_list();
}

void JsonWriter::append(std::int64_t number) {
  text_.end_at(write_figure(text_.room(longest_figure_text), whole_figure(number)));
}

void JsonWriter::append(double number) {
  // The shortest digits that read back as the same double.
  text_.append(std::isfinite(number) ? std::string_view(fmt::format("{}", number))
                                     : std::string_view("null"));
}

}  // namespace abstat
