// The structure of a text around its reports: headings, commands, lists, tables and prose with their places.
// Markdown is read by cmark-gfm; what it means for a report or a claim is decided elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/position.hpp>
#include <abstat/report.hpp>

namespace abstat {

struct Heading {
  int level = 1;         // 1 is the outermost
  std::size_t line = 0;  // 1-based
  std::string text;      // without markup
  bool operator==(const Heading&) const = default;
};

// A command line: an inline code span that stands alone in its paragraph, or a line of a code block that
// starts with a prompt or a known program.
struct Command {
  std::size_t line = 0;
  std::string text;
  bool operator==(const Command&) const = default;
};

// One line's worth of running text, as it stands in the file, without list marker or quoting prefix.
struct ProseLine {
  std::size_t line = 0;
  std::size_t column = 1;  // of the first byte of text
  std::string text;
  bool operator==(const ProseLine&) const = default;
};

enum class BlockKind : std::uint8_t { paragraph, list_item, heading, code, table, html };

// A block of the document in reading order.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::size_t first_line = 0;
  std::size_t last_line = 0;
  std::size_t section = 0;       // index into Document::headings of the heading above, or no_section
  std::size_t list = 0;          // list_item: the same number for all items of one list; 0 elsewhere
  int ordinal = 0;               // list_item of an ordered list: its number; 0 elsewhere
  std::vector<ProseLine> prose;  // paragraph, list_item, heading
  std::vector<std::vector<ProseLine>> rows;  // table: cells by row, the head first
  bool operator==(const Block&) const = default;
};

struct Document {
  static constexpr std::size_t no_section = static_cast<std::size_t>(-1);

  std::string file;
  std::vector<Heading> headings;
  std::vector<Command> commands;
  std::vector<Block> blocks;

  // The headings above a line, outermost first.
  [[nodiscard]] std::vector<const Heading*> headings_above(std::size_t line) const;
};

// Whether text has anything that gives it structure (a heading, a fence, a list): raw logs have not, and need
// no markdown parser.
[[nodiscard]] bool looks_like_a_document(std::string_view text);

[[nodiscard]] Document read_document(std::string_view text, std::string file);

// Gives every report that has no stack name yet the name its headings say (the headings that set it apart,
// outermost first, joined by " / " where the innermost alone names two reports), and the command lines that
// stand between its heading, or the report before it, and itself.
void name_stacks(std::vector<Report>& reports, const Document& document);

}  // namespace abstat
