// Results as pages for people: what each command prints in text and markdown.
#pragma once

#include <cstddef>
#include <vector>

#include <abstat/gate.hpp>
#include <abstat/overview.hpp>
#include <abstat/status_counts.hpp>
#include <abstat/table.hpp>

namespace abstat {

// Every field of one report; what is absent is listed below the tables.
[[nodiscard]] Page page_of(const Report& report);

[[nodiscard]] Page page_of(const ComparisonTable& comparison);
[[nodiscard]] Page page_of(const GateResult& result);
[[nodiscard]] Page page_of(const Ranking& ranking);

[[nodiscard]] Page page_of(const std::vector<AuditedReport>& audit);
// The same, followed by what ab guarantees for each check that found something.
[[nodiscard]] Page explained(const std::vector<AuditedReport>& audit);

[[nodiscard]] Page page_of(const std::vector<CheckedDocument>& documents);
[[nodiscard]] std::size_t number_of_claims(const std::vector<CheckedDocument>& documents);
// One claim in full: what was read, what it was bound to and why, the arithmetic, the verdict. `number`
// counts from 1 over all documents; an empty page when there is no such claim.
[[nodiscard]] Page explanation_of(const std::vector<CheckedDocument>& documents, std::size_t number);

// What was measured, the ranking, the speedups, the verdicts and the findings on one page.
[[nodiscard]] Page page_of(const Overview& overview);
[[nodiscard]] Page page_of(const StatusCounts& counts);

}  // namespace abstat
