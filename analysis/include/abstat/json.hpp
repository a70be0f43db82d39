// Results as JSON, schema "abstat/1": docs/json.md documents every field. Figures keep the digits ab printed,
// what was absent is null, strings are valid UTF-8 without raw control characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

inline constexpr std::string_view json_schema = "abstat/1";

// One report as one line of ndjson without its end.
[[nodiscard]] std::string json_of(const Report& report);

}  // namespace abstat
