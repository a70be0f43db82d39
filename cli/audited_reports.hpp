// The audit of a command's reports, and when it counts as failed.
#pragma once

#include "cli/exit_code.hpp"

#include <vector>

#include <abstat/finding.hpp>
#include <abstat/report.hpp>

namespace abstat {

[[nodiscard]] std::vector<AuditedReport> audit_reports(const std::vector<Report>& reports);

// A report that contradicts itself is wrong; warnings and notes are not.
[[nodiscard]] ExitCode exit_code_of(const std::vector<AuditedReport>& audited);

}  // namespace abstat
