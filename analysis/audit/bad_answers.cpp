// Findings on what the server answered. ab reports a run of nothing but failures with the same calm as a good
// one, and exits 0.
#include "checks.hpp"

#include <fmt/format.h>

namespace abstat {

namespace {

// The shortest answer HTTP knows: "HTTP/1.0 200" and two line ends.
constexpr std::int64_t shortest_response_bytes = 16;

__extension__ using Product = __int128;

void find_silent_failure(const Report& report, std::int64_t complete, Ledger& ledger) {
  const auto& total = report.bytes.total;
  if (!total || *total < 0) return;
  if (*total == 0) {
    ledger.find(
        "silent-failure", Severity::warning, report.lines.total_bytes,
        fmt::format("not one byte was received in {} requests, which ab counts as complete: no server "
                    "answered (TLS against plain HTTP or the reverse, or a connection closed at once). "
                    "Every figure of this report measures failing, not serving",
                    complete));
  } else if (*total < Product{complete} * shortest_response_bytes) {
    ledger.find(
        "silent-failure", Severity::warning, report.lines.total_bytes,
        fmt::format("{} bytes for {} requests are fewer than the shortest HTTP responses have: part or all "
                    "of them were no answers, yet they count as complete and make the figures look better",
                    *total, complete));
  }
}

std::string goodput_text(const Report& report, std::int64_t good, std::int64_t complete) {
  if (!report.requests_per_second || !report.requests_per_second->finite()) return "";
  const double rate =
      report.requests_per_second->value() * static_cast<double>(good) / static_cast<double>(complete);
  return fmt::format("; the {} good ones make {:.2f} a second, not {}", good, rate,
                     report.requests_per_second->text());
}

void find_non_2xx(const Report& report, std::int64_t complete, Ledger& ledger) {
  const auto& non_2xx = report.requests.non_2xx;
  if (!non_2xx || *non_2xx <= 0) return;
  const std::int64_t good = std::max<std::int64_t>(0, complete - *non_2xx);
  ledger.find(
      "non-2xx", Severity::warning, report.lines.non_2xx,
      fmt::format("{} of {} responses were not 2xx. ab counts them as requests served{}; times mix answers "
                  "and refusals, so neither can be compared with a run of good answers",
                  *non_2xx, complete, goodput_text(report, good, complete)));
}

// Only the length of the body differed from the first response's.
bool length_only(const Requests& requests) {
  const auto& breakdown = requests.failed_breakdown;
  return breakdown && breakdown->length.value_or(0) > 0 && breakdown->length == requests.failed &&
         requests.non_2xx.value_or(0) == 0 && requests.write_errors.value_or(0) == 0;
}

std::string body_sizes(const Report& report, std::int64_t complete) {
  if (!report.document.length_bytes || !report.bytes.html) return "";
  return fmt::format(" (the first had {} bytes, the average {:.1f})", *report.document.length_bytes,
                     static_cast<double>(*report.bytes.html) / static_cast<double>(complete));
}

void find_length_failures(const Report& report, std::int64_t complete, Ledger& ledger) {
  const std::int64_t failed = *report.requests.failed;
  const std::string sizes = body_sizes(report, complete);
  if (Product{failed} * 2 > complete) {
    ledger.find(
        "odd-first-response", Severity::warning, report.lines.failed,
        fmt::format("{} of {} responses differ in length from the first{}: the first was the odd one, or "
                    "every page differs. The failures counted are not failures; run with -l",
                    failed, complete, sizes));
    return;
  }
  ledger.find(
      "dynamic-length", Severity::note, report.lines.failed,
      fmt::format("all {} failures are bodies of another length than the first{}, with status 2xx: usual "
                  "for pages that change, and no failure then. Run with -l to have real failures counted",
                  failed, sizes));
}

void find_failures(const Report& report, std::int64_t complete, Ledger& ledger) {
  const auto& failed = report.requests.failed;
  if (failed && *failed > 0) {
    if (length_only(report.requests)) {
      find_length_failures(report, complete, ledger);
    } else {
      ledger.find(
          "failed-requests", Severity::warning, report.lines.failed,
          fmt::format("ab counted {} failures in {} complete requests. Broken requests end early and make "
                      "throughput and times look better than they are",
                      *failed, complete));
    }
  }
  const auto& write_errors = report.requests.write_errors;
  if (write_errors && *write_errors > 0) {
    ledger.find("write-errors", Severity::warning, report.lines.write_errors,
                fmt::format("{} requests could not be sent. ab counts them as complete and not as failed",
                            *write_errors));
  }
}

void find_unused_keep_alive(const Report& report, std::int64_t complete, Ledger& ledger) {
  const auto& kept = report.requests.keep_alive;
  if (!kept || Product{*kept} * 2 > complete) return;
  ledger.find(
      "keep-alive-unused", Severity::warning, report.lines.keep_alive,
      fmt::format("keep-alive was asked for (-k), but only {} of {} requests kept their connection: this is "
                  "a run with a new connection for most requests",
                  *kept, complete));
}

}  // namespace

void find_bad_answers(const Evidence& evidence, Ledger& ledger) {
  const Report& report = evidence.report;
  const auto& complete = report.requests.complete;
  if (!complete || *complete <= 0) return;
  find_silent_failure(report, *complete, ledger);
  find_failures(report, *complete, ledger);
  find_non_2xx(report, *complete, ledger);
  find_unused_keep_alive(report, *complete, ledger);
}

}  // namespace abstat
