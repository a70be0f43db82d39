#include "csv_sheet.hpp"

#include <abstat/csv.hpp>

namespace abstat {

namespace {

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line.append(i == 0 ? "" : ",").append(cells[i]);
  return line + "\n";
}

}  // namespace

std::vector<std::string> cells_of(std::string_view lines) {
  std::vector<std::string> cells;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    cells.emplace_back(lines.substr(0, end));
    lines.remove_prefix(end + 1);
  }
  return cells;
}

std::string text_of(const Sheet& sheet) {
  std::string text = line_of(sheet.names);
  for (const auto& row : sheet.rows) text += line_of(row);
  return text;
}

}  // namespace abstat
