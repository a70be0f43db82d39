// Claims that stand in tables and in command lines.
#pragma once

#include "claim_phrases.hpp"

#include <cstddef>
#include <optional>
#include <vector>

#include <abstat/claim.hpp>
#include <abstat/document.hpp>
#include <abstat/report.hpp>

namespace abstat {

// One claim for each cell below (or beside) the name of a metric. `introduction` is the metric that the
// paragraph or heading above the table names.
void read_table(const Document& document, std::size_t block, const std::optional<Mention>& introduction,
                const Languages& languages, ClaimsRead& out);

// `ab -n 1000 -c 100` in prose or above a report claims both figures.
void read_setup_commands(const Document& document, const std::vector<Report>& reports, ClaimsRead& out);

}  // namespace abstat
