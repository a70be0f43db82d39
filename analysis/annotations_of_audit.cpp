#include <utility>

#include <abstat/annotation.hpp>

namespace abstat {

std::vector<Annotation> annotations_of(const std::vector<AuditedReport>& audit) {
  std::vector<Annotation> annotations;
  for (const AuditedReport& report : audit) {
    for (const Finding& finding : report.findings) {
      const AuditCheck* check = find_audit_check(finding.check);
      Annotation annotation;
      annotation.severity = finding.severity;
      annotation.rule = finding.check;
      annotation.where.file = report.source.file;
      annotation.where.line = finding.line == 0 ? report.source.first_line : finding.line;
      annotation.title = check == nullptr ? finding.check : check->title;
      annotation.message = finding.message;
      annotations.push_back(std::move(annotation));
    }
  }
  return annotations;
}

}  // namespace abstat
