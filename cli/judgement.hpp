// When a result counts as wrong: exit code 1.
#pragma once

#include "cli/exit_code.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/overview.hpp>

namespace abstat {

// Verdicts and caveats by name: a claim that has one of them fails the check.
using FailOn = std::set<std::string, std::less<>>;

[[nodiscard]] FailOn default_fail_on();  // contradicted, inexact
[[nodiscard]] FailOn strict_fail_on();   // every verdict but confirmed, every caveat
// Every name --fail-on takes.
[[nodiscard]] std::vector<std::string> fail_on_names();

[[nodiscard]] ExitCode exit_code_of(const std::vector<CheckedDocument>& documents, const FailOn& fail_on);
// A report that contradicts itself is wrong; warnings and notes are not.
[[nodiscard]] ExitCode exit_code_of(const std::vector<AuditedReport>& audited);

}  // namespace abstat
