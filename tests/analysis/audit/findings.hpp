// Looking things up in what the audit found.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <abstat/finding.hpp>

[[nodiscard]] std::optional<abstat::Finding> find(const abstat::AuditedReport& audited,
                                                  std::string_view check);
[[nodiscard]] bool has_error(const abstat::AuditedReport& audited, std::string_view check);
// One line each, for INFO.
[[nodiscard]] std::string listing(const abstat::AuditedReport& audited);
