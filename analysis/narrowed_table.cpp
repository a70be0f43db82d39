#include "narrowed_table.hpp"

#include "cell_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <numeric>

#include <abstat/display_text.hpp>

namespace abstat {

namespace {

// What each column needs at least: numbers are never wrapped.
std::vector<std::size_t> least_widths(const Table& table, std::size_t narrowest) {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    std::size_t width = display_width(visible(table.columns[c].name));
    for (const auto& row : table.rows) {
      if (c < row.size()) width = std::max(width, display_width(visible(text_of(row[c]))));
    }
    widths.push_back(table.columns[c].align == Align::left ? std::min(width, narrowest) : width);
  }
  return widths;
}

// The column to leave out next; the number of columns when none gives way.
std::size_t next_to_go(const std::vector<Column>& columns) {
  std::size_t next = columns.size();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].gives_way == 0) continue;
    if (next == columns.size() || columns[c].gives_way > columns[next].gives_way) next = c;
  }
  return next;
}

void drop_column(Table& table, std::size_t column) {
  const auto offset = static_cast<std::ptrdiff_t>(column);
  table.columns.erase(table.columns.begin() + offset);
  for (auto& row : table.rows) {
    if (column < row.size()) row.erase(row.begin() + offset);
  }
}

}  // namespace

Table narrowed(const Table& table, std::size_t columns, std::size_t gap, std::size_t narrowest_column) {
  Table kept = table;
  std::vector<std::size_t> widths = least_widths(table, narrowest_column);
  std::vector<std::string> gone;
  const auto needed = [&] {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) +
           gap * (std::max<std::size_t>(widths.size(), 1) - 1);
  };
  while (needed() > columns) {
    const std::size_t next = next_to_go(kept.columns);
    if (next == kept.columns.size()) break;
    gone.push_back(kept.columns[next].name);
    drop_column(kept, next);
    widths.erase(widths.begin() + static_cast<std::ptrdiff_t>(next));
  }
  if (!gone.empty())
    kept.notes.push_back(fmt::format("left out for want of room: {}", fmt::join(gone, ", ")));
  return kept;
}

}  // namespace abstat
