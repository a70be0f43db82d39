#include "csv_writer.hpp"

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

}  // namespace

std::string csv_cell(std::string_view raw) {
  std::string text = visible(raw);
  if (starts_like_a_formula(text)) text.insert(0, "'");
  // ';' and '|' separate columns where a spreadsheet's locale says so.
  const bool needs_quotes = text.find_first_of(",;|\"") != std::string::npos ||
                            (!text.empty() && (text.front() == ' ' || text.back() == ' '));
  return needs_quotes ? quoted(text) : text;
}

std::string CsvRow::text() const {
  std::string row;
  for (std::size_t i = 0; i < cells_.size(); ++i) row.append(i == 0 ? "" : ",").append(cells_[i]);
  return row + "\n";
}

void CsvRow::field(std::string_view /*name*/, std::int64_t number) {
  add(fmt::format("{}", number));
}

void CsvRow::field(std::string_view /*name*/, double number) {
  add(std::isfinite(number) ? fmt::format("{}", number) : "");
}

void CsvRow::add_json(const std::string& object_of_one_field) {
  const std::size_t start = object_of_one_field.find(':') + 1;
  add(csv_cell(std::string_view(object_of_one_field).substr(start, object_of_one_field.size() - start - 1)));
}

}  // namespace abstat
