#include "analysis/audit/findings.hpp"

#include <algorithm>
#include <fmt/format.h>

std::optional<abstat::Finding> find(const abstat::AuditedReport& audited, std::string_view check) {
  const auto found = std::find_if(audited.findings.begin(), audited.findings.end(),
                                  [&](const abstat::Finding& finding) { return finding.check == check; });
  return found == audited.findings.end() ? std::nullopt : std::optional(*found);
}

bool has_error(const abstat::AuditedReport& audited, std::string_view check) {
  return std::any_of(audited.findings.begin(), audited.findings.end(), [&](const abstat::Finding& finding) {
    return finding.check == check && finding.severity == abstat::Severity::error;
  });
}

std::string listing(const abstat::AuditedReport& audited) {
  std::string text;
  for (const auto& finding : audited.findings) {
    text += fmt::format("{} {} line {}: {}\n", finding.check, to_string(finding.severity), finding.line,
                        finding.message);
  }
  return text;
}
