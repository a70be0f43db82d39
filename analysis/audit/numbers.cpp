// H2. Figures that are no numbers.
#include "checks.hpp"

#include <fmt/format.h>

namespace abstat {

namespace {

struct Printed {
  std::string_view label;
  const std::optional<Figure>& figure;
  std::size_t line;
};

// ab divides by what may be zero, or takes the root of what may have overflowed, in its old versions only.
bool may_print_no_number(const Report& report) {
  const bool old = report.era >= AbEra::e0 && report.era <= AbEra::e4;
  return old || (report.era == AbEra::unknown && report.requests.complete.value_or(0) == 0);
}

void check_number(const Report& report, const Printed& printed, Ledger& ledger) {
  if (!printed.figure || printed.figure->finite()) return;
  const auto say = [&] {
    return fmt::format("{} is {}, which is no number", printed.label, printed.figure->text());
  };
  if (may_print_no_number(report)) {
    ledger.expect(false, "H2", Severity::note, printed.line, say);
  } else {
    ledger.require(false, "H2", printed.line, say);
  }
}

void check_row(const Report& report, std::string_view label, const std::optional<TimesRow>& row,
               std::size_t line, Ledger& ledger) {
  if (!row) return;
  for (const std::optional<Figure>& figure :
       {std::optional(row->min), std::optional(row->mean), row->sd, row->median, std::optional(row->max)}) {
    check_number(report, {label, figure, line}, ledger);
  }
}

}  // namespace

void check_numbers(const Evidence& evidence, Ledger& ledger) {
  const Report& report = evidence.report;
  const auto& lines = report.lines;
  const auto& rates = report.transfer_rate_kib_s;
  for (const Printed& printed :
       {Printed{"Time taken for tests", report.time_taken_s, lines.time_taken},
        Printed{"Requests per second", report.requests_per_second, lines.requests_per_second},
        Printed{"Time per request (mean)", report.time_per_request_ms, lines.time_per_request},
        Printed{"Time per request (across all concurrent requests)", report.time_per_request_all_ms,
                lines.time_per_request_all},
        Printed{"Transfer rate", rates.received, lines.transfer_rate}}) {
    check_number(report, printed, ledger);
  }
  if (!report.connection_times_ms) return;
  const ConnectionTimes& times = *report.connection_times_ms;
  check_row(report, "a figure of Connect", times.connect, lines.connect, ledger);
  check_row(report, "a figure of Processing", times.processing, lines.processing, ledger);
  check_row(report, "a figure of Waiting", times.waiting, lines.waiting, ledger);
  check_row(report, "a figure of Total", times.total, lines.total, ledger);
}

}  // namespace abstat
