// Paragraphs, tables and lists as HTML, for the sections of the page.
#pragma once

#include "markup.hpp"
#include "page_parts.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include <abstat/table.hpp>

namespace abstat {

// The class of what is good, bad or doubtful, for style.cpp.
[[nodiscard]] std::string_view class_of(Tone tone);

class HtmlWriter {
 public:
  Markup& markup() { return markup_; }

  // A section with its question as heading and anchor.
  void begin_section(std::string_view id, std::string_view question);
  void end_section() { markup_.close(); }
  void paragraph(std::string_view text, std::string_view kind = {});
  void heading(std::string_view text) { markup_.element("h3", text); }
  void list(const std::vector<std::string>& items, std::string_view kind = {});
  void verbatim(const std::vector<std::string>& lines);
  // Folded away where it is long. `name` is what it is called where it has no title.
  void table(const Table& table, std::string_view name);
  void folded_table(const Table& table, std::string_view name);
  // A drawing with its caption; its table follows.
  void figure(std::string_view caption, std::string_view how_to_read, const std::string& svg);
  // The table alone; its notes and everything else of the parts folded away under `more`.
  void table_and_details(const Parts& parts, std::string_view name, std::string_view more);
  void part(const Page::Part& part, std::string_view name);

 private:
  void grid(const Table& table, std::string_view name);
  void row(const Table& table, const std::vector<Cell>& row);

  Markup markup_;
  std::size_t tables_ = 0;
};

}  // namespace abstat
