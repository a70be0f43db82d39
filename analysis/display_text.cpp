#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <iterator>
#include <utf8proc.h>

#include <abstat/display_text.hpp>

namespace abstat {

namespace {

struct CodePoint {
  utf8proc_int32_t value;
  std::size_t bytes;
  bool valid;
};

CodePoint first_code_point(std::string_view text) {
  utf8proc_int32_t value = 0;
  // Four bytes hold any code point; a longer length would not fit utf8proc's signed size on every machine.
  const auto length = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4));
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), length, &value);
  if (bytes <= 0) return {0xfffd, 1, false};
  return {value, static_cast<std::size_t>(bytes), true};
}

// Calls use(code point, its bytes) for each.
template <typename Use>
void each_code_point(std::string_view text, Use use) {
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    use(point, text.substr(0, point.bytes));
    text.remove_prefix(point.bytes);
  }
}

void append_visible(std::string& out, utf8proc_int32_t value) {
  if (value == '\n') {
    out += "\\n";
  } else if (value == '\r') {
    out += "\\r";
  } else if (value == '\t') {
    out += "\\t";
  } else if (value < 0x100) {
    fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<std::uint32_t>(value));
  } else {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(value));
  }
}

constexpr std::string_view replacement = "\xef\xbf\xbd";

std::size_t width_of(utf8proc_int32_t value) {
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(value)));
}

// How many bytes of text fill at most `columns`; at least one character.
std::size_t bytes_within(std::string_view text, std::size_t columns) {
  std::size_t bytes = 0;
  std::size_t width = 0;
  while (bytes < text.size()) {
    const CodePoint point = first_code_point(text.substr(bytes));
    width += width_of(point.value);
    if (width > columns && bytes > 0) break;
    bytes += point.bytes;
  }
  return bytes;
}

struct Break {
  std::size_t end;   // of the line
  std::size_t next;  // where the next one starts
};

// The best place to break text of which `most` bytes fit: a space, else after a joint of a name or path in
// the second half of the line, else anywhere.
Break break_of(std::string_view text, std::size_t most) {
  if (most >= text.size()) return {text.size(), text.size()};
  // A line that is full to its last column may end right before a space.
  const std::size_t space = text.rfind(' ', most);
  if (space != std::string_view::npos && space > 0) return {space, space + 1};
  const std::size_t joint = text.find_last_of("_-/.:,", most - 1);
  if (joint != std::string_view::npos && joint >= most / 2) return {joint + 1, joint + 1};
  return {most, most};
}

}  // namespace

bool is_invisible(std::uint32_t code_point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return false;
  }
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

std::size_t display_width(std::string_view text) {
  if (is_plain_ascii(text)) return text.size();
  std::size_t width = 0;
  each_code_point(text, [&](const CodePoint& point, std::string_view) { width += width_of(point.value); });
  return width;
}

std::string visible(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](const CodePoint& point, std::string_view bytes) {
    if (!point.valid) {
      out += replacement;
    } else if (is_invisible(static_cast<std::uint32_t>(point.value))) {
      append_visible(out, point.value);
    } else {
      out += bytes;
    }
  });
  return out;
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](const CodePoint& point, std::string_view bytes) {
    out += point.valid ? bytes : replacement;
  });
  return out;
}

std::string without_runner_commands(std::string lines) {
  if (lines.find("##[") == std::string::npos && lines.find("::") == std::string::npos) return lines;
  std::string out;
  out.reserve(lines.size() + 16);
  bool only_blanks = true;  // in this line so far
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const char c = lines[at];
    if (c == '[' && out.ends_with("##")) {
      out += "\\x5b";
    } else if (only_blanks && c == ':' && lines.compare(at, 2, "::") == 0) {
      out += "\\x3a";
    } else {
      out += c;
    }
    only_blanks = c == '\n' || (only_blanks && c == ' ');
  }
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto [end, next] = break_of(text, bytes_within(text, columns));
    const std::string_view line = text.substr(0, end);
    lines.emplace_back(line.substr(0, line.find_last_not_of(' ') + 1));
    text.remove_prefix(next);
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace abstat
