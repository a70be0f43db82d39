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

char* CsvRow::written(TextCursor out, std::string_view text, char separator) {
  if (is_harmless(text)) {
    out.append(text);
  } else {
    out.append(csv_cell(text));
  }
  out.append(separator);
  return out.end();
}

char* CsvRow::written(TextCursor out, const Figure& figure, char separator) {
  char* const end = write_figure(out.room(), figure);
  *end = separator;
  return end + 1;
}

char* CsvRow::written(TextCursor out, const std::optional<Figure>& figure, char separator) {
  if (figure) return written(out, *figure, separator);
  out.append(separator);
  return out.end();
}

char* CsvRow::written(TextCursor out, const std::optional<std::int64_t>& number, char separator) {
  if (number) return written(out, whole_figure(*number), separator);
  out.append(separator);
  return out.end();
}

std::string CsvRow::csv_number(double number) {
  return std::isfinite(number) ? fmt::format("{}", number) : "";
}

std::string CsvRow::cell_of_json(std::string_view object_of_one_field) {
  const std::size_t start = object_of_one_field.find(':') + 1;
  return csv_cell(object_of_one_field.substr(start, object_of_one_field.size() - start - 1));
}

}  // namespace abstat
