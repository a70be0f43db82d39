#include "document_reading.hpp"

#include <algorithm>

#include <abstat/document.hpp>

namespace abstat {

namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// --- … --- at the very start: settings of a site generator.
void blank_front_matter(TextLines& lines) {
  const std::string_view fence = lines.line(1);
  if (fence != "---" && fence != "+++") return;
  constexpr std::size_t most_lines = 100;
  for (std::size_t end = 2; end <= std::min(lines.size(), most_lines); ++end) {
    if (lines.line(end) != fence) continue;
    for (std::size_t number = 1; number <= end; ++number) lines.blank(number);
    return;
  }
}

void blank_reports(TextLines& lines, const std::vector<Report>& reports) {
  for (const Report& report : reports) {
    const std::size_t last = std::min(report.source.last_line, lines.size());
    for (std::size_t number = report.source.first_line; number <= last; ++number) lines.blank(number);
  }
}

void assign_sections(Document& document) {
  std::size_t heading = 0;
  for (Block& block : document.blocks) {
    while (heading < document.headings.size() && document.headings[heading].line <= block.first_line) {
      ++heading;
    }
    block.section = heading == 0 ? Document::no_section : heading - 1;
  }
}

std::string_view without_blanks_in_front(std::string_view line) {
  while (!line.empty() && (line[0] == ' ' || line[0] == '\t')) line.remove_prefix(1);
  return line;
}

// A heading, a table, a fence.
bool begins_markup(char first) {
  return first == '#' || first == '|' || first == '`';
}

// Of a list, with something in it.
bool begins_item(std::string_view line) {
  if (line.starts_with("1.")) return true;
  return (line.starts_with("- ") || line.starts_with("* ")) &&
         !without_blanks_in_front(line.substr(2)).empty();
}

}  // namespace

bool looks_like_a_document(std::string_view text) {
  bool blank_before = true;
  for (bool first = true; !text.empty(); first = false) {
    const std::string_view line = without_blanks_in_front(take_line(text));
    if (!line.empty() && (begins_markup(line[0]) || (blank_before && begins_item(line)))) return true;
    if (!first && line.starts_with("===")) return true;
    blank_before = line.empty();
  }
  return false;
}

Document read_document(std::string_view text, std::string file, const std::vector<Report>& reports) {
  Document document;
  document.file = std::move(file);
  document.text = text;
  TextLines lines(text);
  blank_front_matter(lines);
  blank_reports(lines, reports);
  document.blocks = take_drawn_tables(lines);
  if (ends_with(document.file, ".org")) {
    read_org(lines, document);
  } else {
    read_markdown(lines, ends_with(document.file, ".txt"), document);
  }
  std::stable_sort(document.blocks.begin(), document.blocks.end(),
                   [](const Block& a, const Block& b) { return a.first_line < b.first_line; });
  std::stable_sort(document.headings.begin(), document.headings.end(),
                   [](const Heading& a, const Heading& b) { return a.line < b.line; });
  for (const Block& block : document.blocks) add_commands(block, document.commands);
  assign_sections(document);
  return document;
}

std::vector<const Heading*> Document::headings_above(std::size_t line) const {
  std::vector<const Heading*> above;
  for (auto heading = headings.rbegin(); heading != headings.rend(); ++heading) {
    if (heading->line > line) continue;
    if (above.empty() || heading->level < above.back()->level) above.push_back(&*heading);
  }
  std::reverse(above.begin(), above.end());
  return above;
}

}  // namespace abstat
