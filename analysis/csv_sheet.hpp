// Rows of results under their column names, before they are put together.
#pragma once

#include "csv_writer.hpp"
#include "fields_of_results.hpp"

#include <string>
#include <utility>
#include <vector>

#include <abstat/overview.hpp>

namespace abstat {

struct Sheet {
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> rows;
};

// Of a row with one cell a line.
[[nodiscard]] std::vector<std::string> cells_of(std::string_view lines);

// visit(visitor, element) tells the fields of one row; `blank` is any element, for the names.
template <typename Element, typename Rows, typename Visit>
Sheet sheet_of(const Element& blank, const Rows& elements, Visit visit) {
  CsvColumns columns;
  visit(columns, blank);
  Sheet sheet{columns.names(), {}};
  for (const auto& element : elements) {
    TextBlock block;
    CsvRow row(block, CsvRow::Layout::one_cell_a_line);
    visit(row, element);
    sheet.rows.push_back(cells_of(row.text()));
  }
  return sheet;
}

[[nodiscard]] std::string text_of(const Sheet& sheet);

[[nodiscard]] Sheet comparison_sheet(const ComparisonTable& comparison);
[[nodiscard]] Sheet ranking_sheet(const Ranking& ranking);
[[nodiscard]] Sheet audit_sheet(const std::vector<AuditedReport>& audit);
[[nodiscard]] Sheet claims_sheet(const std::vector<CheckedDocument>& documents);

}  // namespace abstat
