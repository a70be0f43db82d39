// A1 and B1 to B3. What ab counts: requests asked, finished and failed.
#include "checks.hpp"

#include <fmt/format.h>

namespace abstat {

namespace {

// Exceptions of -r and the like are counted more than once a request, so the sum is made in a wider type.
__extension__ using Sum = __int128;

Sum sum_of(const FailedBreakdown& breakdown) {
  return Sum{breakdown.connect.value_or(0)} + breakdown.receive.value_or(0) + breakdown.length.value_or(0) +
         breakdown.exceptions.value_or(0);
}

std::string text_of(Sum value) {
  return fmt::format("{}", static_cast<long long>(value));
}

void check_breakdown_sum(const Report& report, std::int64_t failed, const FailedBreakdown& breakdown,
                         Ledger& ledger) {
  const Sum missing = Sum{failed} - sum_of(breakdown);
  const auto line = report.lines.failed_breakdown;
  // Trunk counts short bodies and TLS failures, HTML any receive error, without a counter of their own.
  const bool uncounted = report.era == AbEra::e8 || report.html;
  // A header above 8 KiB is failed and non-2xx, but in no counter of the bracket.
  const bool long_headers = missing > 0 && missing <= report.requests.non_2xx.value_or(0);
  if (missing > 0 && (uncounted || long_headers)) {
    ledger.expect(uncounted, "B1", Severity::warning, line, [&] {
      return fmt::format(
          "the bracket adds up to {} of {} failed requests: ab rejected {} responses whose headers "
          "are longer than 8 KiB",
          text_of(sum_of(breakdown)), failed, text_of(missing));
    });
    return;
  }
  ledger.require(missing == 0, "B1", line, [&] {
    return fmt::format("Failed requests {} must be the sum of its bracket, which is {}", failed,
                       text_of(sum_of(breakdown)));
  });
}

void check_breakdown(const Report& report, Ledger& ledger) {
  const auto& failed = report.requests.failed;
  if (!failed) return;
  const auto& breakdown = report.requests.failed_breakdown;
  if (breakdown && *failed > 0) {
    check_breakdown_sum(report, *failed, *breakdown, ledger);
    return;
  }
  if (breakdown) {
    ledger.require(false, "B1", report.lines.failed_breakdown, [&] {
      return fmt::format(
          "Failed requests is {}, but a bracket follows, which ab prints only when requests failed", *failed);
    });
    return;
  }
  const auto missing = [&] {
    return fmt::format("Failed requests is {}, but the bracket that says why is missing", *failed);
  };
  if (report.status == ReportStatus::partial) {
    ledger.expect(*failed <= 0, "B1", Severity::warning, report.lines.failed, missing);
  } else {
    ledger.require(*failed <= 0, "B1", report.lines.failed, missing);
  }
}

// A status is counted when the head of a response has come; -t may end the run before the rest has.
std::int64_t heads_in_flight(const Report& report, std::int64_t complete) {
  const std::int64_t excess = report.requests.non_2xx.value_or(0) - complete;
  return excess <= report.concurrency.value_or(0) ? std::max<std::int64_t>(excess, 0) : 0;
}

void check_failures_below_complete(const Report& report, std::int64_t complete, Ledger& ledger) {
  const Requests& requests = report.requests;
  if (requests.failed) {
    ledger.expect(*requests.failed <= complete, "B2", Severity::warning, report.lines.failed, [&] {
      return fmt::format(
          "Failed requests {} is more than Complete requests {}: with -r ab counts one broken "
          "connection up to three times, and failed connects are tried again",
          *requests.failed, complete);
    });
    const std::int64_t in_flight = heads_in_flight(report, complete);
    const auto length = requests.failed_breakdown ? requests.failed_breakdown->length : std::nullopt;
    const bool length_holds = !length || *length <= complete;
    const bool status_holds = !requests.non_2xx || *requests.non_2xx <= complete + in_flight;
    ledger.require(length_holds && status_holds, "B2",
                   length_holds ? report.lines.non_2xx : report.lines.failed_breakdown, [&] {
                     return length_holds
                                ? fmt::format("Non-2xx responses {} is more than Complete requests {}",
                                              *requests.non_2xx, complete)
                                : fmt::format("Length failures {} are more than Complete requests {}",
                                              *length, complete);
                   });
    if (in_flight > 0) {
      ledger.find("B2", Severity::warning, report.lines.non_2xx,
                  fmt::format("Non-2xx responses {} is more than Complete requests {}: -t ended the run when "
                              "the rest of {} of them had not come",
                              *requests.non_2xx, complete, in_flight));
    }
  }
  if (requests.keep_alive) {
    ledger.require(*requests.keep_alive <= complete, "B3", report.lines.keep_alive, [&] {
      return fmt::format("Keep-Alive requests {} is more than Complete requests {}", *requests.keep_alive,
                         complete);
    });
  }
}

}  // namespace

void check_counts(const Evidence& evidence, Ledger& ledger) {
  const Report& report = evidence.report;
  const auto& complete = report.requests.complete;
  if (complete && report.concurrency) {
    ledger.expect(*report.concurrency <= *complete, "A1", Severity::warning, report.lines.concurrency, [&] {
      return fmt::format(
          "Concurrency Level {} is more than Complete requests {}: the run was cut short by -t or "
          "by hand before every connection had finished a request",
          *report.concurrency, *complete);
    });
  }
  check_breakdown(report, ledger);
  if (complete) check_failures_below_complete(report, *complete, ledger);
}

}  // namespace abstat
