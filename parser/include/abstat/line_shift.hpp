// Moves a report that was read from the middle of an input to its place there.
#pragma once

#include <cstddef>

#include <abstat/report.hpp>

namespace abstat {

// Adds `lines` to every line number the report holds.
void shift_lines(Report& report, std::size_t lines);

}  // namespace abstat
