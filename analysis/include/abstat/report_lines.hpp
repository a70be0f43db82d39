// Reports one after the other behind a text, for streams of them.
#pragma once

#include <string>

#include <abstat/report.hpp>

namespace abstat {

// What json_of and csv_row_of return.
void append_json(std::string& text, const Report& report);
void append_csv_row(std::string& text, const Report& report);

}  // namespace abstat
