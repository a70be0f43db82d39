#include "attachments.hpp"
#include "checks.hpp"
#include "forensics.hpp"

#include <utility>

#include <abstat/finding.hpp>

namespace abstat {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "";
}

namespace {

void check_attachments(const Evidence& evidence, const Attachments& attachments, Ledger& ledger) {
  if (attachments.request_log) check_request_log(evidence, *attachments.request_log, ledger);
  if (attachments.percentile_file) check_percentile_file(evidence, *attachments.percentile_file, ledger);
}

void judge(const Report& report, Ledger& ledger) {
  const Evidence evidence(report);
  check_counts(evidence, ledger);
  check_rates(evidence, ledger);
  check_sizes(evidence, ledger);
  check_rows(evidence, ledger);
  check_row_sums(evidence, ledger);
  check_occupancy(evidence, ledger);
  check_percentiles(evidence, ledger);
  check_ab_warnings(evidence, ledger);
  check_numbers(evidence, ledger);
  if (report.attachments) check_attachments(evidence, *report.attachments, ledger);
  find_bad_answers(evidence, ledger);
  find_weak_run(evidence, ledger);
  find_quirks(evidence, ledger);
}

}  // namespace

AuditedReport audit(const Report& report) {
  Ledger ledger(report);
  judge(report, ledger);
  return std::move(ledger).close();
}

std::vector<AuditedReport> audit_all(std::span<const Report> reports) {
  auto runs = compare_runs(reports);
  auto sizes = compare_sizes(reports);
  std::vector<AuditedReport> audited;
  audited.reserve(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    Ledger ledger(reports[i]);
    judge(reports[i], ledger);
    if (runs[i]) ledger.add(std::move(*runs[i]));
    if (sizes[i]) ledger.add(std::move(*sizes[i]));
    audited.push_back(std::move(ledger).close());
  }
  return audited;
}

}  // namespace abstat
