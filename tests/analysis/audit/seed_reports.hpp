// The eight reports of samples/web-stacks.md as the reader gives them.
#pragma once

#include <vector>

#include <abstat/report.hpp>

// R1 to R8 of statistics.md are 0 to 7 here.
[[nodiscard]] std::vector<abstat::Report> seed_reports();
