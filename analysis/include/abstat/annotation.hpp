// Results as remarks on lines of files, for tools that show them beside the text: GitHub's workflow commands
// and SARIF 2.1.0 (docs/json.md).
#pragma once

#include <string>
#include <vector>

#include <abstat/comparison.hpp>
#include <abstat/finding.hpp>
#include <abstat/gate.hpp>
#include <abstat/overview.hpp>
#include <abstat/position.hpp>

namespace abstat {

struct Annotation {
  Severity severity = Severity::note;
  std::string rule;   // "A3", "contradicted", "regression"
  Position where;     // no file: about the whole
  std::string title;  // a few words
  std::string message;
  bool operator==(const Annotation&) const = default;
};

[[nodiscard]] std::vector<Annotation> annotations_of(const ComparisonTable& comparison);
[[nodiscard]] std::vector<Annotation> annotations_of(const GateResult& result);
[[nodiscard]] std::vector<Annotation> annotations_of(const std::vector<AuditedReport>& audit);
// Confirmed claims are silent unless they have a caveat: then a note.
[[nodiscard]] std::vector<Annotation> annotations_of(const std::vector<CheckedDocument>& documents);

// One workflow command a line: ::error file=…,line=…,title=…::message
[[nodiscard]] std::string render_github(const std::vector<Annotation>& annotations);
[[nodiscard]] std::string render_sarif(const std::vector<Annotation>& annotations);

}  // namespace abstat
