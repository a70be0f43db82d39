// Where a sentence is cut into clauses.
#pragma once

#include "claim_phrases.hpp"

#include <string_view>
#include <vector>

namespace abstat {

// `kinds`: one character a token, as the phrase grammar reads them.
[[nodiscard]] std::vector<Clause> cut_clauses(std::string_view kinds);

}  // namespace abstat
