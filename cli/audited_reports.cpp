#include "cli/audited_reports.hpp"

namespace abstat {

std::vector<AuditedReport> audit_reports(const std::vector<Report>& reports) {
  std::vector<AuditedReport> audited;
  audited.reserve(reports.size());
  for (const Report& report : reports) audited.push_back(audit(report));
  return audited;
}

ExitCode exit_code_of(const std::vector<AuditedReport>& audited) {
  for (const AuditedReport& report : audited) {
    for (const Finding& finding : report.findings) {
      if (finding.severity == Severity::error) return ExitCode::judged_wrong;
    }
  }
  return ExitCode::ok;
}

}  // namespace abstat
