#include "cli/reports.hpp"

#include <map>
#include <ostream>
#include <string_view>

#include <abstat/claim.hpp>
#include <abstat/finding.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

ReadReports read_reports_of(const CommonOptions& options, Streams& io, KeepDocuments keep) {
  Inputs inputs = read_all_inputs(options.inputs, io.in, keep);
  for (const InputProblem& problem : inputs.problems) io.err << message_of(problem.problem) << "\n";
  if (inputs.result.folders) io.err << "abstat: " << summary_of(inputs.result.counts) << "\n";
  return {std::move(inputs.reports), std::move(inputs.documents), inputs.result.exit_code};
}

std::vector<CheckedDocument> check_documents(const ReadReports& read) {
  std::map<std::string_view, std::vector<Report>> reports_of;
  for (const Report& report : read.reports) reports_of[report.source.file].push_back(report);
  std::vector<CheckedDocument> checked;
  for (const Document& document : read.documents) {
    std::vector<Report> reports = reports_of[document.file];
    CheckResult result = check_claims(read_claims(document, reports), reports, document);
    checked.push_back({document.file, std::move(reports), std::move(result)});
  }
  return checked;
}

std::vector<AuditedReport> audit_reports(const std::vector<Report>& reports) {
  std::vector<AuditedReport> audited;
  audited.reserve(reports.size());
  for (const Report& report : reports) audited.push_back(audit(report));
  return audited;
}

}  // namespace abstat
