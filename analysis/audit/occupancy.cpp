// F1 and F2. A connection serves one request at a time, so the requests' times fit into concurrency times the
// elapsed time (Little's law), and none is longer than the run.
#include "checks.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace abstat {

namespace {

using exact::Fraction;

const Fraction microseconds_per_millisecond{1000};

}  // namespace

void check_occupancy(const Evidence& evidence, Ledger& ledger) {
  const auto& total = evidence.rows.total;
  if (!total || !evidence.elapsed_us.high) return;
  const Fraction longest = *evidence.elapsed_us.high / microseconds_per_millisecond;
  // The clock was set back during the run: times of requests and of the run have nothing to do with each
  // other.
  if (longest.negative()) {
    ledger.not_applicable();
    ledger.not_applicable();
    return;
  }
  const auto& n = evidence.samples;
  const auto& concurrency = evidence.report.concurrency;
  if (n && concurrency && *concurrency > 0) {
    const Fraction busy = Fraction(std::min(*concurrency, *n)) * longest;
    ledger.require(Fraction(*n) * *total->mean.low <= busy, "F1", total->line, [&] {
      return fmt::format(
          "{} requests of {} ms on average do not fit into {} connections in {:.3f} ms: the mean "
          "can be at most {:.3f} ms",
          *n, total->printed->mean.text(), *concurrency, longest.value(), (busy / Fraction(*n)).value());
    });
  }
  ledger.require(*total->max.low <= longest, "F2", total->line, [&] {
    return fmt::format("a request of {} ms does not fit into a run of {:.3f} ms", total->printed->max.text(),
                       longest.value());
  });
}

}  // namespace abstat
