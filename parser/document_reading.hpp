// What the readers of markdown and of org share: stripping a line, finding its command.
#pragma once

#include "document_tables.hpp"
#include "text_lines.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tao/pegtl.hpp>
#include <vector>

#include <abstat/document.hpp>

namespace abstat {

// How many bytes at the start of text the rule takes; nothing when it does not match.
template <typename Rule>
[[nodiscard]] std::optional<std::size_t> match_length(std::string_view text) {
  tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*> in(
      text.data(), text.data() + text.size(), "");
  if (!tao::pegtl::parse<Rule>(in)) return std::nullopt;
  return static_cast<std::size_t>(in.current() - text.data());
}

template <typename Rule>
[[nodiscard]] bool matches(std::string_view text) {
  return match_length<Rule>(text).has_value();
}

// The part of `line` from byte `start` on, without blanks at its end.
[[nodiscard]] ProseLine prose_line(std::string_view line, std::size_t number, std::size_t start);

// The command line a line of code consists of, without its prompt.
[[nodiscard]] std::optional<std::string> command_of_code(std::string_view line);
// The call of ab that stands in a line of prose.
[[nodiscard]] std::optional<std::string> ab_call_in(std::string_view line);

// Adds the commands of a block's lines: those of code, or those in code spans and calls of ab in prose.
void add_commands(const Block& block, std::vector<Command>& commands);

void read_markdown(TextLines& lines, bool indented_is_prose, Document& document);
void read_org(TextLines& lines, Document& document);

}  // namespace abstat
