// F1 and F2. A connection serves one request at a time, so the requests' times fit into concurrency times the
// elapsed time (Little's law), and none is longer than the run.
#include "audit/checks.hpp"
#include "audit/elapsed.hpp"
#include "audit/row.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace abstat {

namespace {

using exact::Fraction;
using exact::Whole;

const Fraction microseconds_per_millisecond{1000};

// The longest the run can have taken, in ms: by all rates where they agree, else by Time taken alone.
std::optional<Fraction> longest_run_ms(const Report& report) {
  const auto ranges = elapsed_ranges(report, fitting_formulas(report));
  exact::Range time = agreed_time(ranges);
  if (time.empty() && !ranges.empty()) time = ranges.front().microseconds;
  if (!time.high) return std::nullopt;
  return *time.high / microseconds_per_millisecond;
}

}  // namespace

void check_occupancy(const Report& report, Ledger& ledger) {
  const Rows rows = rows_of(report, row_rules(report));
  if (!rows.total) return;
  const auto longest = longest_run_ms(report);
  if (!longest) return;
  // The clock was set back during the run: times of requests and of the run have nothing to do with each
  // other.
  if (longest->negative()) {
    ledger.not_applicable();
    ledger.not_applicable();
    return;
  }
  const auto n = sample_size(report);
  if (n && report.concurrency && *report.concurrency > 0) {
    const Fraction busy = Fraction(std::min(*report.concurrency, *n)) * *longest;
    ledger.require(Fraction(*n) * *rows.total->mean.low <= busy, "F1", rows.total->line, [&] {
      return fmt::format(
          "{} requests of {} ms on average do not fit into {} connections in {:.3f} ms: the mean "
          "can be at most {:.3f} ms",
          *n, rows.total->printed->mean.text(), *report.concurrency, longest->value(),
          (busy / Fraction(*n)).value());
    });
  }
  ledger.require(*rows.total->max.low <= *longest, "F2", rows.total->line, [&] {
    return fmt::format("a request of {} ms does not fit into a run of {:.3f} ms",
                       rows.total->printed->max.text(), longest->value());
  });
}

}  // namespace abstat
