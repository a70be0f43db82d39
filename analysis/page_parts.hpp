// The parts of each command's page, so that the page of `report` is made of the same ones.
#pragma once

#include <vector>

#include <abstat/overview.hpp>
#include <abstat/table.hpp>

namespace abstat {

using Parts = std::vector<Page::Part>;

[[nodiscard]] Parts parts_of(const ComparisonTable& comparison);
[[nodiscard]] Parts parts_of(const Ranking& ranking);
[[nodiscard]] Parts parts_of(const std::vector<AuditedReport>& audit);
[[nodiscard]] Parts parts_of(const std::vector<CheckedDocument>& documents);

}  // namespace abstat
