#include "cli/audited_reports.hpp"

namespace abstat {

ExitCode exit_code_of(const std::vector<AuditedReport>& audited) {
  for (const AuditedReport& report : audited) {
    for (const Finding& finding : report.findings) {
      if (finding.severity == Severity::error) return ExitCode::judged_wrong;
    }
  }
  return ExitCode::ok;
}

}  // namespace abstat
