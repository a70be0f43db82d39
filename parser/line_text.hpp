// A line as people paste it: what may stand in front of ab's words and behind them, and which bytes no
// terminal shows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace abstat {

namespace internal {

constexpr std::array<bool, 256> undecorated_bytes() {
  std::array<bool, 256> table{};
  for (unsigned byte = 0x21; byte < 0x7f; ++byte) table.at(byte) = true;
  for (const char byte : std::string_view("\"'`*|<>\\,;")) table.at(static_cast<unsigned char>(byte)) = false;
  return table;
}
inline constexpr std::array<bool, 256> undecorated = undecorated_bytes();

}  // namespace internal

// Visible ASCII that neither quotes, emphasises nor separates anything.
[[nodiscard]] constexpr bool is_undecorated(char byte) {
  return internal::undecorated[static_cast<unsigned char>(byte)];
}

// The line without ANSI escapes, NUL and other control bytes, byte order marks and zero-width spaces, and
// with no-break spaces as blanks. Lines without any of these come back as they are; buffer holds the others.
[[nodiscard]] std::string_view visible_text(std::string_view line, std::string& buffer);

// How much of the line decorates it: quote marks, comment signs, bullets, headings, table pipes, tags,
// numbers of a list. Never eats into the lines of ab that begin with signs: "..done", "  50%", "   (Connect:
// 0, …".
[[nodiscard]] std::size_t decoration_size(std::string_view line);

// What is left of a value once the decoration behind it is gone: blanks and tags always; quotes, backticks
// and table pipes only if the prefix of the line opened them.
[[nodiscard]] std::string_view without_trailer(std::string_view value, std::string_view prefix);

// Only decoration, and nothing else: "```", "|---|---|", "</pre>", "*/".
[[nodiscard]] bool is_only_decoration(std::string_view line);

// Begins another section: a heading, a rule, a command of ab or a shell prompt.
[[nodiscard]] bool is_section_break(std::string_view line);

// How a prefix relates to the line behind it.
enum class PrefixKind : std::uint8_t {
  none,        // nothing, blanks or decoration
  label,       // "web_1  | ", "runs/a.log:", "[08:52:34] "
  loose_words  // "… stdout F ", which may as well be a sentence
};
[[nodiscard]] PrefixKind prefix_kind(std::string_view prefix);

// Two prefixes of one source: alike but for digits, as timestamps are.
[[nodiscard]] bool same_shape(std::string_view one, std::string_view other);

}  // namespace abstat
