// When the audit of a command's reports counts as failed.
#pragma once

#include "cli/exit_code.hpp"

#include <vector>

#include <abstat/finding.hpp>

namespace abstat {

// A report that contradicts itself is wrong; warnings and notes are not.
[[nodiscard]] ExitCode exit_code_of(const std::vector<AuditedReport>& audited);

}  // namespace abstat
