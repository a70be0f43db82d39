// The parts of each command's page, so that the page of `report` is made of the same ones.
#pragma once

#include <string>
#include <vector>

#include <abstat/overview.hpp>
#include <abstat/table.hpp>

namespace abstat {

using Parts = std::vector<Page::Part>;

[[nodiscard]] Parts parts_of(const ComparisonTable& comparison);
[[nodiscard]] Parts parts_of(const Ranking& ranking);
[[nodiscard]] Parts parts_of(const std::vector<AuditedReport>& audit);
[[nodiscard]] Parts parts_of(const std::vector<CheckedDocument>& documents);

// A table, its drawing, and then the table's notes.
void add_drawn_table(Parts& parts, Table table, IntervalPlot plot);

// The outcome in one sentence.
[[nodiscard]] std::string sentence_on(const Ranking& ranking);
[[nodiscard]] std::string sentence_on(const std::vector<AuditedReport>& audit);
[[nodiscard]] std::string sentence_on(const std::vector<CheckedDocument>& documents);

}  // namespace abstat
