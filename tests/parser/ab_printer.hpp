// Prints reports as the versions of ab do, line by line, so that tests can read back what they made up.
#pragma once

#include <string>

#include <abstat/report.hpp>

// The standard output of a run, with progress lines where the report has some, in the layout of report.era.
// The parts that a flag or a failure adds are printed if the report has them.
[[nodiscard]] std::string print_as_ab(const abstat::Report& report);
