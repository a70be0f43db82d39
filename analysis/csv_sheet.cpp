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

std::string text_of(const Sheet& sheet) {
  std::string text = line_of(sheet.names);
  for (const auto& row : sheet.rows) text += line_of(row);
  return text;
}

}  // namespace abstat
