#include "csv_writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include <abstat/display_text.hpp>

namespace abstat {

namespace {

// What spreadsheets take for the start of a formula, the full-width forms included.
bool starts_like_a_formula(std::string_view text) {
  constexpr std::array<std::string_view, 8> starts{
      "=", "+", "-", "@", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  for (const std::string_view start : starts) {
    if (text.substr(first, start.size()) == start) return true;
  }
  return false;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

// Letters, digits and what stands in paths and names: a cell as it is.
constexpr std::array<bool, 256> harmless_bytes = [] {
  std::array<bool, 256> table{};
  for (unsigned byte = 0; byte < table.size(); ++byte) {
    table.at(byte) = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                     (byte >= '-' && byte <= ':') || byte == '_';
  }
  return table;
}();

bool is_harmless(std::string_view text) {
  return text.empty() || (text.front() != '-' && std::all_of(text.begin(), text.end(), [](char c) {
                            return harmless_bytes[static_cast<unsigned char>(c)];
                          }));
}

}  // namespace

std::string csv_cell(std::string_view raw) {
  std::string text = visible(raw);
  if (starts_like_a_formula(text)) text.insert(0, "'");
  // ';' and '|' separate columns where a spreadsheet's locale says so.
  const bool needs_quotes = text.find_first_of(",;|\"") != std::string::npos ||
                            (!text.empty() && (text.front() == ' ' || text.back() == ' '));
  return needs_quotes ? quoted(text) : text;
}

std::string CsvRow::text() {
  std::string row = std::move(text_).text();
  if (row.empty()) return "\n";
  row.back() = '\n';
  return row;
}

void CsvRow::field(std::string_view /*name*/, std::string_view text) {
  if (is_harmless(text)) {
    add(text);
  } else {
    add(csv_cell(text));
  }
}

void CsvRow::field(std::string_view /*name*/, const Figure& figure) {
  if (absent_ > 0) return add("");
  char* const end = write_figure(text_.room(longest_figure_text + 1), figure);
  *end = separator_;
  text_.end_at(end + 1);
}

void CsvRow::field(std::string_view /*name*/, double number) {
  add(std::isfinite(number) ? fmt::format("{}", number) : "");
}

void CsvRow::add_json(const std::string& object_of_one_field) {
  const std::size_t start = object_of_one_field.find(':') + 1;
  add(csv_cell(std::string_view(object_of_one_field).substr(start, object_of_one_field.size() - start - 1)));
}

}  // namespace abstat
