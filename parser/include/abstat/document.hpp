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

// A command line: an inline code span or a line of a code block that starts with a known program (after a
// prompt, if any), or the rest of a prose line from "ab -…" on.
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

// A block of the document in reading order. Tables are those of GitHub's markdown, of org, and those drawn
// by hand with dashes, tabs or runs of spaces, wherever they stand. code is other preformatted text.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::size_t first_line = 0;
  std::size_t last_line = 0;
  std::size_t section = 0;       // index into Document::headings of the heading above, or no_section
  std::size_t list = 0;          // list_item: the same number for all items of one list; 0 elsewhere
  int ordinal = 0;               // list_item of an ordered list: its number; 0 elsewhere
  std::vector<ProseLine> prose;  // paragraph, list_item, heading, code, html: markup is still in it
  std::vector<std::vector<ProseLine>> rows;  // table: cells by row, the head first
  bool operator==(const Block&) const = default;
};

struct Document {
  static constexpr std::size_t no_section = static_cast<std::size_t>(-1);

  std::string file;
  std::string text;  // as it was given, reports included
  std::vector<Heading> headings;
  std::vector<Command> commands;
  std::vector<Block> blocks;

  // The headings above a line, outermost first.
  [[nodiscard]] std::vector<const Heading*> headings_above(std::size_t line) const;
};

// What the document says about one report: the words that may name it.
struct ReportContext {
  std::vector<std::string> headings;  // outermost first
  std::vector<std::string> captions;  // prose between the heading, or the report before, and the report
  std::vector<std::string> remarks;   // sentences in the same place that tell its figures: no names of it
  std::vector<std::string> commands;  // command lines in the same place
  std::vector<std::size_t> comments;  // blocks right behind the report that speak of it alone
  std::size_t section = Document::no_section;
};

// Whether text has anything that gives it structure (a heading, a fence, a list, a table, inline code): raw
// logs have not, and need no markdown parser.
[[nodiscard]] bool looks_like_a_document(std::string_view text);

// Reads markdown, org ("*.org") and plain text. The lines of `reports` are taken for blank: what ab printed
// is neither prose nor a table of the document, however it was pasted.
[[nodiscard]] Document read_document(std::string_view text, std::string file,
                                     const std::vector<Report>& reports = {});

// One context for each report; reports must come from this document and be sorted by line.
[[nodiscard]] std::vector<ReportContext> report_contexts(const Document& document,
                                                         const std::vector<Report>& reports);

// Gives every report that has no stack name yet the name its headings say: those that do not stand above all
// reports, outermost first, joined by " / ". Where several reports share their headings, a caption that is
// more than the number of a run joins them. The command lines of its context are kept with the report.
void name_stacks(std::vector<Report>& reports, const Document& document);

}  // namespace abstat
