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

// What is left of a value that is emphasised or quoted as a whole: **nginx**, `/index.html`. A mark without
// its partner is part of the value. rest is what the value begins, to the end of the line.
[[nodiscard]] std::string_view without_marks(std::string_view value, std::string_view rest);

// What stands in front of the border of another pane: "/index.html     │ $ top".
[[nodiscard]] std::string_view without_next_pane(std::string_view text);

// What stands in front of a note of the author: "/index.html   # the page".
[[nodiscard]] std::string_view without_note(std::string_view text);

// Stands for lines that were left out: "...", "[…]", "....中間省略....".
[[nodiscard]] bool is_elision(std::string_view line);

// A line that shows nothing, however it is decorated: ">", "//", "<br/>", "|---|---|".
[[nodiscard]] bool is_decorated_blank(std::string_view line);

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

// How many bytes in front of the text look like the prefix: alike but for digits, as timestamps and counters
// are, and but for the blanks that pad them. 0 if they differ.
[[nodiscard]] std::size_t prefix_size_in(std::string_view text, std::string_view prefix);

}  // namespace abstat
