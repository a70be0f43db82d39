#include "attachments.hpp"
#include "checks.hpp"

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

AuditedReport audit(const Report& report) {
  return audit(report, {});
}

AuditedReport audit(const Report& report, const Attachments& attachments) {
  const Evidence evidence(report);
  Ledger ledger(report);
  check_counts(evidence, ledger);
  check_rates(evidence, ledger);
  check_sizes(evidence, ledger);
  check_rows(evidence, ledger);
  check_row_sums(evidence, ledger);
  check_occupancy(evidence, ledger);
  check_percentiles(evidence, ledger);
  check_ab_warnings(evidence, ledger);
  check_numbers(evidence, ledger);
  if (attachments.request_log != nullptr) check_request_log(evidence, *attachments.request_log, ledger);
  if (attachments.percentile_file != nullptr) {
    check_percentile_file(evidence, *attachments.percentile_file, ledger);
  }
  find_bad_answers(evidence, ledger);
  find_weak_run(evidence, ledger);
  find_quirks(evidence, ledger);
  return std::move(ledger).close();
}

}  // namespace abstat
