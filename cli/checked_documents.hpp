// The check of a command's documents, and when a claim counts as wrong.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/reports.hpp"

#include <set>
#include <string>
#include <vector>

#include <abstat/overview.hpp>

namespace abstat {

// Each document with the reports in it and the verdicts on its claims.
[[nodiscard]] std::vector<CheckedDocument> check_documents(const std::vector<Report>& reports,
                                                           std::vector<Document>&& documents);

// Verdicts and caveats by name: a claim that has one of them fails the check.
using FailOn = std::set<std::string, std::less<>>;

[[nodiscard]] FailOn default_fail_on();  // contradicted, inexact
[[nodiscard]] FailOn strict_fail_on();   // every verdict but confirmed, every caveat
// Every name --fail-on takes.
[[nodiscard]] std::vector<std::string> fail_on_names();

// A comment for abstat that does not parse leaves something that cannot be judged; a stale table is wrong.
[[nodiscard]] ExitCode exit_code_of(const std::vector<CheckedDocument>& documents, const FailOn& fail_on);

}  // namespace abstat
