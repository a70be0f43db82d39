// Results as pages for people: what each command prints in text and markdown.
#pragma once

#include <abstat/report.hpp>
#include <abstat/table.hpp>

namespace abstat {

// Every field of one report; what ab did not print is listed below the table.
[[nodiscard]] Page page_of(const Report& report);

}  // namespace abstat
