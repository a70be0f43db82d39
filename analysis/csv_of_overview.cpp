#include "csv_sheet.hpp"

#include <algorithm>

#include <abstat/csv.hpp>

namespace abstat {

namespace {

// Puts the rows of a part below the others; names it shares with them share a column.
void append_part(Sheet& all, const std::string& part, const Sheet& sheet) {
  std::vector<std::size_t> column_of;
  for (const std::string& name : sheet.names) {
    const auto found = std::find(all.names.begin(), all.names.end(), name);
    column_of.push_back(static_cast<std::size_t>(found - all.names.begin()));
    if (found == all.names.end()) all.names.push_back(name);
  }
  for (const auto& row : sheet.rows) {
    std::vector<std::string> wide(all.names.size());
    wide.front() = part;
    for (std::size_t i = 0; i < row.size(); ++i) wide[column_of[i]] = row[i];
    all.rows.push_back(std::move(wide));
  }
}

}  // namespace

std::string csv_of(const Overview& overview) {
  Sheet all{{"part"}, {}};
  append_part(all, "ranking", ranking_sheet(overview.ranking));
  append_part(all, "comparison", comparison_sheet(overview.comparison));
  append_part(all, "claim", claims_sheet(overview.documents));
  append_part(all, "audit", audit_sheet(overview.audit));
  for (auto& row : all.rows) row.resize(all.names.size());
  return text_of(all);
}

}  // namespace abstat
