#include "csv_sheet.hpp"

#include <abstat/csv.hpp>

namespace abstat {

namespace {

struct FindingRow {
  const AuditedReport* report;
  const Finding* finding;  // null for a report without findings: it has a row all the same
};

}  // namespace

Sheet audit_sheet(const std::vector<AuditedReport>& audit) {
  static const AuditedReport no_report;
  static const Finding no_finding;
  std::vector<FindingRow> rows;
  for (const AuditedReport& report : audit) {
    if (report.findings.empty()) rows.push_back({&report, nullptr});
    for (const Finding& finding : report.findings) rows.push_back({&report, &finding});
  }
  return sheet_of(FindingRow{&no_report, nullptr}, rows, [](auto& v, const FindingRow& row) {
    visit_source(v, row.report->source);
    v.field("stack", row.report->stack);
    visit_checks(v, *row.report);
    const std::optional<Finding> finding = row.finding ? std::optional(*row.finding) : std::nullopt;
    v.optional_object("finding", finding, [&](const Finding& one) { visit_fields(v, one); });
  });
}

std::string csv_of(const std::vector<AuditedReport>& audit) {
  return text_of(audit_sheet(audit));
}

}  // namespace abstat
