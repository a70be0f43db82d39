// "2,805, 2,787 and 2,870": as many figures in a row as a stack has runs.
#pragma once

#include "binding.hpp"

#include <vector>

#include <abstat/claim.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

// Where at least two figures of a row are those of the runs at their places, the others are of the runs at
// theirs.
void settle_rows(const Binder& binder, const std::vector<Claim>& claims, std::vector<Ruling>& judged);

}  // namespace abstat
