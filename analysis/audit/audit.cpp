#include "audit/checks.hpp"

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
  Ledger ledger(report);
  check_counts(report, ledger);
  check_rates(report, ledger);
  check_sizes(report, ledger);
  check_rows(report, ledger);
  check_row_sums(report, ledger);
  check_occupancy(report, ledger);
  check_percentiles(report, ledger);
  check_ab_warnings(report, ledger);
  return std::move(ledger).close();
}

}  // namespace abstat
