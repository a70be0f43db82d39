// What the claims beside a claim tell about its report.
#pragma once

#include "claims_binding.hpp"

#include <vector>

namespace abstat {

// Figures and counts whose own words leave their report open:
//   "in these two runs nothing failed" is about the last two runs spoken of;
//   "p99 drops from 110 to 27 ms" has the ends that the change beside it has.
void settle_by_context(const Binder& binder, const std::vector<Claim>& claims, std::vector<Ruling>& judged);

}  // namespace abstat
