// Relations whose own words do not tell both sides, settled by what stands beside them in their sentence.
#pragma once

#include "binding.hpp"

#include <vector>

#include <abstat/verdict.hpp>

namespace abstat {

// Only what is borne out is taken from there, but for an amount that only says another one anew.
void settle_beside(const Binder& binder, const std::vector<Claim>& claims, std::vector<Ruling>& judged);

}  // namespace abstat
