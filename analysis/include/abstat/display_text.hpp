// Untrusted text made fit to be shown: how wide it is, and what may not reach a terminal or a page as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace abstat {

// Columns a terminal gives the text: 2 for wide characters, 0 for combining ones.
[[nodiscard]] std::size_t display_width(std::string_view text);

// Whether every byte is a printable ASCII character.
[[nodiscard]] bool is_plain_ascii(std::string_view text);

// Valid UTF-8 without anything that moves a cursor, reorders text or hides: control and format characters
// (ANSI escapes, C1, bidi, zero-width) and line ends become \n, \t, \x1b, \u202e; invalid bytes U+FFFD.
[[nodiscard]] std::string visible(std::string_view text);

// Whether a code point is a control or format character or a line end of Unicode's own.
[[nodiscard]] bool is_invisible(std::uint32_t code_point);

// text with every invalid byte replaced by U+FFFD and nothing else changed.
[[nodiscard]] std::string valid_utf8(std::string_view text);

// Lines of output in which a CI runner that shows them finds no command: GitHub's takes one from a line that
// begins with "::", blanks aside, and from "##[" anywhere. The mark's first or last character becomes \x3a or
// \x5b.
[[nodiscard]] std::string without_runner_commands(std::string lines);

// Lines no wider than `columns`, broken at spaces where there are any. Never empty.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

}  // namespace abstat
