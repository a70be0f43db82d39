// Findings on how the run went: too short, too few rounds, connections idle, the client at its limit, a clock
// that was set, an end before its time.
#include "checks.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace abstat {

namespace {

using exact::Fraction;
__extension__ using Product = __int128;  // of two printed counts

// Below a second, start and end of the run are a visible part of it (statistics.md 2.4).
const Fraction shortest_run_us{1'000'000};
// Fewer turns of each connection leave the start and the drain in the figures (statistics.md 1.3).
constexpr std::int64_t few_rounds = 50;
constexpr std::int64_t very_few_rounds = 10;
// Idle share of the connections from which a run is said to drain (statistics.md 2.4).
const Fraction drain_limit{exact::Whole(1), exact::Whole(10)};
// ab is one thread; on the machines of the 2020s it tops out at a few times this rate.
constexpr double client_limit_per_second = 10'000;
// TCP gives up connecting after 127 s, so a longer time is neither a retry nor, by default, within ab's
// timeout.
const Fraction longest_plausible_ms{130'000};

std::optional<exact::Range> bounded(const exact::Range& time) {
  if (!time.low || !time.high) return std::nullopt;
  return time;
}

void find_short_run(const Report& report, const exact::Range& time, Ledger& ledger) {
  if (time.low->negative() || shortest_run_us <= *time.high) return;
  ledger.find(
      "short-run", Severity::warning, report.lines.time_taken,
      fmt::format("the run lasted {:.3f} s. Start, end and any hiccup weigh heavily in less than a second; "
                  "run longer (-n) before comparing",
                  time.high->value() / 1e6));
}

// Since 2.4.33 ab opens one connection first and the others when its response begins: one round is lost.
bool starts_serialised(AbEra era) {
  return era == AbEra::e7 || era == AbEra::e8 || era == AbEra::unknown;
}

void find_few_rounds(const Report& report, std::int64_t complete, std::int64_t concurrency, Ledger& ledger) {
  if (concurrency <= 1 || complete >= Product{few_rounds} * concurrency) return;
  const double rounds = static_cast<double>(complete) / static_cast<double>(concurrency);
  ledger.find(
      "few-rounds", complete < Product{very_few_rounds} * concurrency ? Severity::warning : Severity::note,
      report.lines.complete,
      fmt::format("each of the {} connections made {:.1f} requests on average; at start and end fewer are "
                  "busy, which is part of the figures. At least {} requests would give {} rounds",
                  concurrency, rounds, Product{few_rounds} * concurrency, few_rounds));
  if (complete < Product{very_few_rounds} * concurrency && starts_serialised(report.era)) {
    ledger.find(
        "serialised-start", Severity::warning, report.lines.complete,
        fmt::format("ab since 2.4.33 opens one connection first and the other {} only when its response "
                    "begins. With {:.1f} rounds that costs up to {:.0f} % of the throughput, and makes this "
                    "run incomparable with one of an older ab",
                    concurrency - 1, rounds, 100 / (rounds + 1)));
  }
}

void find_drain(const Row& total, const exact::Range& time, std::int64_t complete, std::int64_t concurrency,
                Ledger& ledger) {
  if (concurrency <= 1 || complete <= concurrency || *time.low <= Fraction(0)) return;
  const Fraction busiest = Fraction(complete) * *total.mean.high * Fraction(1000) / *time.low;
  const Fraction idle = Fraction(1) - busiest / Fraction(concurrency);
  if (idle < drain_limit) return;
  ledger.find(
      "drain", Severity::warning, total.line,
      fmt::format(
          "on average only {:.1f} of {} connections were busy: stragglers at the end, or time between "
          "requests. Throughput is too low by up to {:.0f} % against a longer run, and Time per "
          "request says more than the mean of {} ms",
          busiest.value(), concurrency, 100 * idle.value(), total.printed->mean.text()));
}

void find_client_limit(const Report& report, Ledger& ledger) {
  const auto& rate = report.requests_per_second;
  if (!rate || !rate->finite() || report.html || rate->value() < client_limit_per_second) return;
  ledger.find(
      "client-limit", Severity::note, report.lines.requests_per_second,
      fmt::format("{} requests per second is where ab, which uses one thread, is often the bottleneck "
                  "itself: watch its CPU, or compare with several ab at once, before crediting the server",
                  rate->text()));
}

void find_unreached_concurrency(const Report& report, Ledger& ledger) {
  const auto& achieved = report.concurrency_achieved;
  if (!achieved || !report.concurrency || *achieved >= *report.concurrency) return;
  ledger.find(
      "concurrency-not-reached", Severity::warning, report.lines.concurrency,
      fmt::format("only {} of {} connections were ever open at once: the figures are those of a lower load",
                  *achieved, *report.concurrency));
}

void find_clock_step(const Report& report, const std::optional<exact::Range>& time, const Rows& rows,
                     Ledger& ledger) {
  if (time && *time->high < Fraction(0)) {
    ledger.find(
        "clock-step", Severity::warning, report.lines.time_taken,
        "the run took less than no time: the clock was set back while ab ran. Nothing in this report that "
        "has to do with time can be used");
    return;
  }
  if (!rows.total || !rows.total->printed->median) return;
  const Fraction longest = exact::value_of(rows.total->printed->max);
  const Fraction usual = exact::greatest(Fraction(1), exact::value_of(*rows.total->printed->median));
  if (longest < longest_plausible_ms || longest < usual * Fraction(1000)) return;
  ledger.find(
      "clock-step", Severity::warning, rows.total->line,
      fmt::format("one request took {} ms where half of them took at most {}: the clock was probably set "
                  "forward while ab ran, which enters every time and rate",
                  rows.total->printed->max.text(), rows.total->printed->median->text()));
}

void find_no_time(const Report& report, Ledger& ledger) {
  const auto& taken = report.time_taken_s;
  if (!taken || taken->digits != 0 || report.requests_per_second) return;
  if (report.requests.complete.value_or(0) <= 0 || report.status == ReportStatus::partial) return;
  ledger.find("clock-step", Severity::warning, report.lines.time_taken,
              "requests completed in no time at all, so ab prints no rates: the clock stood still");
}

void find_early_end(const Report& report, Ledger& ledger) {
  switch (report.status) {
    case ReportStatus::interrupted:
      ledger.find(
          "interrupted", Severity::warning, report.lines.complete,
          "the run was stopped by hand. Requests in flight are not counted, their bytes are, and the load "
          "was not the one asked for to the end");
      break;
    case ReportStatus::aborted:
      ledger.find("gave-up", Severity::warning, report.source.last_line,
                  fmt::format("ab gave up{}{}: what was measured until then is no benchmark of the server",
                              report.status_reason.empty() ? "" : ": ", report.status_reason));
      break;
    case ReportStatus::truncated:
      ledger.find("truncated", Severity::warning, report.source.last_line,
                  "the text ends in the middle of the report, so part of the checks could not be made");
      break;
    case ReportStatus::complete:
    case ReportStatus::partial:
      break;
  }
}

void find_resolution(const Rows& rows, Ledger& ledger) {
  if (!rows.total || Fraction(2) < exact::value_of(rows.total->printed->mean)) return;
  ledger.find(
      "sub-millisecond", Severity::note, rows.total->line,
      fmt::format("a mean of {} ms is too close to ab's resolution of 1 ms to compare: use Time per request "
                  "across all connections, or the -e file, which has microseconds",
                  rows.total->printed->mean.text()));
}

}  // namespace

void find_weak_run(const Evidence& evidence, Ledger& ledger) {
  const Report& report = evidence.report;
  const Rows& rows = evidence.rows;
  const auto time = bounded(evidence.elapsed_us);
  find_early_end(report, ledger);
  find_clock_step(report, time, rows, ledger);
  find_no_time(report, ledger);
  if (time) find_short_run(report, *time, ledger);
  const auto& complete = report.requests.complete;
  const auto& concurrency = report.concurrency;
  if (complete && concurrency && *complete > 0 && *concurrency > 0 && *concurrency <= *complete) {
    find_few_rounds(report, *complete, *concurrency, ledger);
    if (rows.total && time) find_drain(*rows.total, *time, *complete, *concurrency, ledger);
  }
  find_unreached_concurrency(report, ledger);
  find_client_limit(report, ledger);
  find_resolution(rows, ledger);
}

}  // namespace abstat
