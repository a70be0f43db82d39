#include "csv_sheet.hpp"

#include <abstat/csv.hpp>

namespace abstat {

namespace {

struct ClaimRow {
  const JudgedClaim* claim;
  const std::vector<Report>* reports;
};

}  // namespace

Sheet claims_sheet(const std::vector<CheckedDocument>& documents) {
  static const JudgedClaim no_claim;
  static const std::vector<Report> no_reports;
  std::vector<ClaimRow> rows;
  for (const CheckedDocument& document : documents) {
    for (const JudgedClaim& claim : document.result.claims) rows.push_back({&claim, &document.reports});
  }
  return sheet_of(ClaimRow{&no_claim, &no_reports}, rows,
                  [](auto& v, const ClaimRow& row) { visit_fields(v, *row.claim, *row.reports); });
}

std::string csv_of(const std::vector<CheckedDocument>& documents) {
  return text_of(claims_sheet(documents));
}

}  // namespace abstat
