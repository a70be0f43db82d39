#include "json_writer.hpp"

#include <algorithm>
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

bool needs_no_escape(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
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
  text_ += '"';
  text_ += name;
  text_ += "\":";
  needs_comma_ = true;
}

void JsonWriter::append(std::string_view text) {
  if (needs_no_escape(text)) {
    text_ += '"';
    text_ += text;
    text_ += '"';
  } else {
    text_ += json_string(text);
  }
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
  const fmt::format_int printed(number);
  text_.append(printed.data(), printed.size());
}

void JsonWriter::append(double number) {
  // The shortest digits that read back as the same double.
  if (std::isfinite(number)) {
    fmt::format_to(std::back_inserter(text_), "{}", number);
  } else {
    text_ += "null";
  }
}

void JsonWriter::append(const Figure& figure) {
  // JSON has no number for what ab printed as inf or nan: a string keeps it.
  if (!figure.finite()) return append(std::string_view(figure.text()));
  figure.append_to(text_);
}

}  // namespace abstat
