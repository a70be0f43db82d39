#include "page_parts.hpp"
#include "result_cells.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string_view>
#include <utility>

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
  if (count_of(report, Severity::warning) > 0) return Word{"consistent, warnings", Tone::doubt};
  if (report.passed + report.failed == 0) return std::string("nothing to check");
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

struct FindingGroup {
  const Finding* first;
  std::string place;
  std::size_t count;
};

// Errors come first and stand alone, each with its figures. A warning or note that most reports share is said
// once.
std::vector<FindingGroup> grouped(const std::vector<AuditedReport>& audit) {
  std::vector<FindingGroup> groups;
  std::map<std::string_view, std::size_t> group_of;
  for (const AuditedReport& report : audit) {
    for (const Finding& finding : report.findings) {
      const auto [known, is_new] = group_of.emplace(finding.check, groups.size());
      if (!is_new && finding.severity != Severity::error) {
        ++groups[known->second].count;
        continue;
      }
      const std::size_t line = finding.line == 0 ? report.source.first_line : finding.line;
      groups.push_back({&finding, fmt::format("{}:{}", report.source.file, line), 1});
    }
  }
  std::stable_sort(groups.begin(), groups.end(), [](const FindingGroup& a, const FindingGroup& b) {
    return a.first->severity < b.first->severity;
  });
  return groups;
}

Table findings_table(const std::vector<AuditedReport>& audit) {
  Table table{
      "Findings",
      {{"place", Align::left}, {"check", Align::left}, {"severity", Align::left}, {"finding", Align::left}},
      {},
      {}};
  for (const FindingGroup& group : grouped(audit)) {
    const std::string more = group.count > 1 ? fmt::format(" and {} more", group.count - 1) : "";
    table.rows.push_back({group.place + more, std::string(group.first->check),
                          Word{std::string(to_string(group.first->severity)), tone_of(group.first->severity)},
                          group.first->message});
  }
  return table;
}

}  // namespace

std::string sentence_on(const std::vector<AuditedReport>& audit) {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t broken = 0;
  for (const AuditedReport& report : audit) {
    passed += report.passed;
    failed += report.failed;
    broken += count_of(report, Severity::error) > 0 ? 1 : 0;
  }
  return fmt::format("{} {}: {}, {} failed.",
                     broken == 0 ? "No contradiction in" : fmt::format("Contradictions in {} of", broken),
                     counted(audit.size(), "report", "reports"),
                     counted(passed, "check passed", "checks passed"), failed);
}

Parts parts_of(const std::vector<AuditedReport>& audit) {
  Parts parts;
  parts.emplace_back(sentence_on(audit));
  parts.emplace_back(summary_table(audit));
  Table findings = findings_table(audit);
  if (!findings.rows.empty()) parts.emplace_back(std::move(findings));
  return parts;
}

Page page_of(const std::vector<AuditedReport>& audit) {
  return {"Audit", parts_of(audit)};
}

Page explained(const std::vector<AuditedReport>& audit) {
  Page page = page_of(audit);
  std::set<std::string_view> found;
  for (const AuditedReport& report : audit) {
    for (const Finding& finding : report.findings) found.insert(finding.check);
  }
  page.parts.emplace_back(Section{"What the checks mean"});
  BulletList list;
  for (const AuditCheck& check : audit_checks()) {
    if (found.contains(check.id))
      list.items.push_back(fmt::format("{}: {}. {}", check.id, check.title, check.explanation));
  }
  if (list.items.empty()) {
    page.parts.emplace_back("Nothing was found.");
  } else {
    page.parts.emplace_back(std::move(list));
  }
  return page;
}

}  // namespace abstat
