#include "page_parts.hpp"
#include "result_cells.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <abstat/pages.hpp>

namespace abstat {

namespace {

std::size_t count_of(const AuditedReport& report, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(report.findings.begin(), report.findings.end(),
                    [&](const Finding& finding) { return finding.severity == severity; }));
}

Cell outcome_of(const AuditedReport& report) {
  if (count_of(report, Severity::error) > 0) return Word{"contradicts itself", Tone::bad};
  if (count_of(report, Severity::warning) > 0) return Word{"doubtful", Tone::doubt};
  return Word{"consistent", Tone::good};
}

Table summary_table(const std::vector<AuditedReport>& audit) {
  std::vector<Span> places;
  for (const AuditedReport& report : audit) places.push_back(report.source);
  const std::string file = common_file(places);
  Table table{file,
              {{file.empty() ? "report" : "lines", Align::left},
               {"stack", Align::left},
               {"passed", Align::right},
               {"failed", Align::right},
               {"not applicable", Align::right},
               {"outcome", Align::left}},
              {},
              {}};
  for (const AuditedReport& report : audit) {
    table.rows.push_back({place_within(report.source, file),
                          report.stack.empty() ? Cell() : Cell(report.stack),
                          static_cast<std::int64_t>(report.passed), static_cast<std::int64_t>(report.failed),
                          static_cast<std::int64_t>(report.not_applicable), outcome_of(report)});
  }
  return table;
}

Tone tone_of(Severity severity) {
  return severity == Severity::error ? Tone::bad : Tone::doubt;
}

Table findings_table(const std::vector<AuditedReport>& audit) {
  Table table{
      "Findings",
      {{"place", Align::left}, {"check", Align::left}, {"severity", Align::left}, {"finding", Align::left}},
      {},
      {}};
  for (const AuditedReport& report : audit) {
    for (const Finding& finding : report.findings) {
      const std::size_t line = finding.line == 0 ? report.source.first_line : finding.line;
      table.rows.push_back({fmt::format("{}:{}", report.source.file, line), std::string(finding.check),
                            Word{std::string(to_string(finding.severity)), tone_of(finding.severity)},
                            finding.message});
    }
  }
  return table;
}

std::string verdict_on(const std::vector<AuditedReport>& audit) {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t broken = 0;
  for (const AuditedReport& report : audit) {
    passed += report.passed;
    failed += report.failed;
    broken += count_of(report, Severity::error) > 0 ? 1 : 0;
  }
  return fmt::format("{} of {}: {}, {} failed.",
                     broken == 0 ? "No contradiction in any" : fmt::format("Contradictions in {}", broken),
                     counted(audit.size(), "report", "reports"),
                     counted(passed, "check passed", "checks passed"), failed);
}

}  // namespace

Parts parts_of(const std::vector<AuditedReport>& audit) {
  Parts parts;
  parts.emplace_back(verdict_on(audit));
  parts.emplace_back(summary_table(audit));
  Table findings = findings_table(audit);
  if (!findings.rows.empty()) parts.emplace_back(std::move(findings));
  return parts;
}

Page page_of(const std::vector<AuditedReport>& audit) {
  return {"Audit", parts_of(audit)};
}

}  // namespace abstat
