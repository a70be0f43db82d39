// Results as CSV: RFC 4180 with LF, a header, one column per leaf of the JSON named by its path joined with
// dots, lists as JSON in one cell, absent values empty. Every row is one line: control characters are made
// visible. Text that a spreadsheet would run as a formula starts with an apostrophe; numbers never do.
#pragma once

#include <string>
#include <vector>

#include <abstat/gate.hpp>
#include <abstat/overview.hpp>
#include <abstat/status_counts.hpp>

namespace abstat {

// With its line end.
[[nodiscard]] std::string csv_header_of_reports();
[[nodiscard]] std::string csv_row_of(const Report& report);

// One row per comparison, ranked stack, finding and claim.
[[nodiscard]] std::string csv_of(const ComparisonTable& comparison);
[[nodiscard]] std::string csv_of(const GateResult& result);
[[nodiscard]] std::string csv_of(const Ranking& ranking);
[[nodiscard]] std::string csv_of(const std::vector<AuditedReport>& audit);
[[nodiscard]] std::string csv_of(const std::vector<CheckedDocument>& documents);
// The rows of ranking, comparisons, claims and findings under one header, told apart by the column "part".
[[nodiscard]] std::string csv_of(const Overview& overview);
[[nodiscard]] std::string csv_of(const StatusCounts& counts);

// The rows of several sheets with the same columns under one header.
[[nodiscard]] std::string csv_of_several(const std::vector<std::string>& sheets);

}  // namespace abstat
