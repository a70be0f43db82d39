#include "html_parts.hpp"

#include "cell_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <variant>

namespace abstat {

namespace {

constexpr std::size_t longest_open_table = 30;

}  // namespace

std::string_view class_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "good";
    case Tone::bad:
      return "bad";
    case Tone::doubt:
      return "doubt";
  }
  return "";
}

void HtmlWriter::begin_section(std::string_view id, std::string_view question) {
  markup_.open("section", {{"id", std::string(id)}, {"aria-labelledby", fmt::format("{}-q", id)}});
  markup_.element("h2", {{"id", fmt::format("{}-q", id)}}, question);
}

void HtmlWriter::paragraph(std::string_view text, std::string_view kind) {
  markup_.element("p", {{"class", std::string(kind)}}, text);
}

void HtmlWriter::list(const std::vector<std::string>& items, std::string_view kind) {
  if (items.empty()) return;
  markup_.open("ul", {{"class", std::string(kind)}});
  for (const std::string& item : items) markup_.element("li", item);
  markup_.close();
}

void HtmlWriter::verbatim(const std::vector<std::string>& lines) {
  markup_.open("pre");
  for (const std::string& line : lines) markup_.text(line).trusted("\n");
  markup_.close();
}

void HtmlWriter::figure(std::string_view caption, std::string_view how_to_read, const std::string& svg) {
  markup_.open("figure").open("figcaption").text(caption);
  markup_.element("span", how_to_read);
  markup_.close().trusted(svg).close();
}

void HtmlWriter::row(const Table& table, const std::vector<Cell>& row) {
  markup_.open("tr");
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Cell cell = c < row.size() ? row[c] : Cell();
    std::string kind = table.columns[c].align == Align::right ? "n" : "";
    if (const Word* word = std::get_if<Word>(&cell)) kind = class_of(word->tone);
    markup_.element("td", {{"class", kind}}, text_of(cell));
  }
  markup_.close();
}

// Wider than a phone, a table scrolls by itself: whoever has no pointer must be able to reach it.
void HtmlWriter::grid(const Table& table, std::string_view name) {
  const std::string title = table.title.empty() ? std::string(name) : table.title;
  markup_.open("div", {{"class", "scroll"},
                       {"role", "region"},
                       {"tabindex", "0"},
                       {"aria-label", fmt::format("Table {}: {}", ++tables_, title)}});
  markup_.open("table");
  if (!table.title.empty()) markup_.element("caption", table.title);
  markup_.open("thead").open("tr");
  for (const Column& column : table.columns) {
    markup_.element("th", {{"scope", "col"}, {"class", column.align == Align::right ? "n" : ""}},
                    column.name);
  }
  markup_.close().close().open("tbody");
  for (const auto& one : table.rows) row(table, one);
  markup_.close().close().close();
}

void HtmlWriter::table(const Table& table, std::string_view name) {
  if (!table.rows.empty()) {
    if (table.rows.size() > longest_open_table) {
      folded_table(table,
                   fmt::format("{}: {} rows", table.title.empty() ? name : table.title, table.rows.size()));
    } else {
      grid(table, name);
    }
  } else if (!table.title.empty() && !table.notes.empty()) {
    heading(table.title);
  }
  list(table.notes, "notes");
}

void HtmlWriter::folded_table(const Table& table, std::string_view name) {
  markup_.open("details").element("summary", name);
  grid(table, name);
  markup_.close();
}

void HtmlWriter::table_and_details(const Parts& parts, std::string_view name, std::string_view more) {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [](const Page::Part& part) { return std::holds_alternative<Table>(part); });
  std::vector<std::string> notes;
  if (found != parts.end()) {
    Table bare = std::get<Table>(*found);
    notes = std::move(bare.notes);
    bare.notes.clear();
    table(bare, name);
  }
  if (notes.empty() && parts.size() < 2) return;
  markup_.open("details").element("summary", more);
  for (auto one = parts.begin(); one != parts.end(); ++one) {
    if (one == found) {
      list(notes, "notes");
    } else {
      part(*one, name);
    }
  }
  markup_.close();
}

void HtmlWriter::part(const Page::Part& part, std::string_view name) {
  if (const auto* text = std::get_if<std::string>(&part)) paragraph(*text);
  if (const auto* section = std::get_if<Section>(&part)) heading(section->title);
  if (const auto* items = std::get_if<BulletList>(&part)) list(items->items);
  if (const auto* lines = std::get_if<Verbatim>(&part)) verbatim(lines->lines);
  if (const auto* one = std::get_if<Table>(&part)) table(*one, name);
}

}  // namespace abstat
