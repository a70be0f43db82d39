// One field of a report by its name in the JSON output.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <abstat/position.hpp>
#include <abstat/report.hpp>

namespace abstat {

// monostate: the report does not have it.
using FieldValue = std::variant<std::monostate, bool, double, std::string>;

[[nodiscard]] FieldValue field_value(const Report& report, std::string_view dotted_name);
// As a user reads it; numbers with the digits ab printed. Nothing when the report does not have it.
[[nodiscard]] std::optional<std::string> field_text(const Report& report, std::string_view dotted_name);

// The full name that `name` stands for. Problems list what there is, or what it could mean.
[[nodiscard]] Result<std::string> resolve_field(std::string_view name);

}  // namespace abstat
