// What the audit found in a report (statistics.md 9).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

enum class Severity : std::uint8_t { error, warning, note };
[[nodiscard]] std::string_view to_string(Severity severity);

struct Finding {
  std::string_view check;  // "A3"; validity findings have words: "silent-failure"
  Severity severity = Severity::error;
  std::size_t line = 0;  // of the figure that breaks the identity
  std::string message;   // the identity, both sides, what it means
  bool operator==(const Finding&) const = default;
};

struct AuditedReport {
  Span source;
  std::string stack;
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t not_applicable = 0;
  std::vector<Finding> findings;
};

// All checks on one report.
[[nodiscard]] AuditedReport audit(const Report& report);

}  // namespace abstat
