// What the report's version of ab is known to print wrong. The checks allow for all of it; the reader of the
// report should know.
#include "checks.hpp"

#include <array>
#include <fmt/format.h>

namespace abstat {

namespace {

using exact::Fraction;

void find_rate_quirks(const Report& report, const RateFormulas& formulas, Ledger& ledger) {
  const auto& lines = report.lines;
  if (formulas.time_unit_per_second == 1 && report.time_per_request_ms) {
    ledger.find("seconds-called-ms", Severity::note, lines.time_per_request,
                "ab 2.0.17 to 2.0.36 prints Time per request in seconds and calls them ms: multiply by 1000");
  }
  if (!report.transfer_rate_kib_s.received) return;
  if (formulas.whole_kib) {
    ledger.find(
        "whole-kib-rate", Severity::note, lines.transfer_rate,
        "ab 2.0.17 to 2.2.8 drops the last fraction of a KiB of Total transferred before it divides: the "
        "Transfer rate is too low, 0.00 for less than 1 KiB");
  }
  if (formulas.bytes_per_unit == 1000) {
    ledger.find("kilobytes-of-1000", Severity::note, lines.transfer_rate,
                "this ab counts 1000 bytes to the kilobyte; later ones 1024, so rates differ by 2.4 %");
  }
  if (formulas.bytes_per_unit == 1) {
    ledger.find("html-rate-in-bytes", Severity::note, lines.transfer_rate,
                "-w of ab 2.2.9 to 2.4.6 prints bytes per second and calls them kb/s: divide by 1024");
  }
}

void find_time_quirks(const Evidence& evidence, Ledger& ledger) {
  const Report& report = evidence.report;
  const RateFormulas& formulas = evidence.formulas;
  if (formulas.throughput_factor == 1000 && report.requests_per_second) {
    ledger.find("html-throughput-x1000", Severity::note, report.lines.requests_per_second,
                "-w of ab 2.2.9 to 2.2.34 prints 1000 times the requests per second: divide by 1000");
  }
  if (!report.time_taken_s || !exact::usable(*report.time_taken_s)) return;
  // A usable Time taken is always the first line that tells the time.
  const double seconds = evidence.times.front().microseconds.low->value() / 1e6;
  if (formulas.clock == Clock::microseconds && report.time_taken_s->decimals != 6) {
    ledger.find(
        "unpadded-microseconds", Severity::note, report.lines.time_taken,
        fmt::format("ab 2.0.17 to 2.2.8 prints microseconds behind the point without padding them: {} means "
                    "{:.6f} s",
                    report.time_taken_s->text(), seconds));
  }
  if (formulas.clock == Clock::html_milliseconds) {
    ledger.find(
        "html-time-in-microseconds", Severity::note, report.lines.time_taken,
        fmt::format(
            "-w of ab up to 2.2.8 prints milliseconds as if they were microseconds: {} means {:.3f} s",
            report.time_taken_s->text(), seconds));
  }
}

void find_row_quirks(const Rows& rows, const RowRules& rules, Ledger& ledger) {
  const auto printed = rows.printed();
  if (printed.empty()) return;
  const std::size_t line = printed.front()->line;
  if (rules.truncated) {
    ledger.find(
        "cut-milliseconds", Severity::note, line,
        fmt::format(
            "this ab cuts every request's time to whole ms{}: the means are up to {} ms too low, half "
            "of that on average",
            rules.mean_cut ? " and then the mean" : "", rules.mean_cut ? 2 : 1));
  }
  if (rows.processing && rows.processing->aggregated) {
    ledger.find(
        "subtracted-processing", Severity::note, rows.processing->line,
        "ab prints Processing here as Total minus Connect, figure by figure: its minimum and maximum are no "
        "request's");
  }
  if (rules.minima_broken && rows.processing) {
    ledger.find(
        "broken-minima", Severity::note, rows.processing->line,
        "ab 1.3.22 to 1.3.42 gets the minimum of Processing wrong (it takes the last request's or the least "
        "total) and caps that of Waiting");
  }
  for (const Row* row : printed) {
    if (row->printed->sd && !row->sd_known) {
      ledger.find(
          "overflowing-sd", Severity::note, row->line,
          fmt::format("{}: ab up to 1.3.42 squares deviations in 32 bits, so the sd of times that differ by "
                      "more than 46340 ms is wrong",
                      row->name));
    }
  }
}

void find_odd_median(const Evidence& evidence, Ledger& ledger) {
  const auto& n = evidence.samples;
  const auto& total = evidence.rows.total;
  if (!total || !total->printed->median || !n || *n < 3 || *n % 2 == 0) return;
  ledger.find(
      "median-of-odd", Severity::note, total->line,
      fmt::format("with {} requests, an odd number, ab's median is the mean of the middle one and the next "
                  "slower one, so it is too high; the 50% line has the true median",
                  *n));
}

void find_window(const Report& report, Ledger& ledger) {
  const auto& window = report.requests.window;
  if (!window || report.requests.complete.value_or(0) <= *window) return;
  ledger.find(
      "window-averages", Severity::note, report.lines.complete,
      fmt::format(
          "more requests than the {} ab keeps: each sample is the mean of several, so minima, maxima, "
          "sd and percentiles are of averages",
          *window));
}

// ab compares whole milliseconds with an sd of tenths, so in fast runs it warns about its own rounding.
void find_warnings(const Report& report, const Rows& rows, Ledger& ledger) {
  const std::array<const std::optional<Row>*, 4> by_subject{&rows.connect, &rows.processing, &rows.waiting,
                                                            &rows.total};
  for (const AbWarning& warning : report.ab_warnings) {
    const auto& row = *by_subject.at(static_cast<std::size_t>(warning.about));
    if (!row || !row->sd_known) continue;
    const bool rounding = *row->sd.high < Fraction(1);
    ledger.find(
        "ab-warned", rounding ? Severity::note : Severity::warning, row->line,
        rounding ? fmt::format("{}: ab warns that mean and median are far apart, but compares whole ms with "
                               "an sd of {}: this is its rounding, not the data",
                               row->name, row->printed->sd->text())
                 : fmt::format("{}: ab warns that mean {} and median {} are far apart for an sd of {}: the "
                               "times are skewed, so neither alone describes them",
                               row->name, row->printed->mean.text(), row->printed->median->text(),
                               row->printed->sd->text()));
  }
}

}  // namespace

void find_quirks(const Evidence& evidence, Ledger& ledger) {
  find_rate_quirks(evidence.report, evidence.formulas, ledger);
  find_time_quirks(evidence, ledger);
  find_row_quirks(evidence.rows, evidence.rules, ledger);
  find_odd_median(evidence, ledger);
  find_window(evidence.report, ledger);
  find_warnings(evidence.report, evidence.rows, ledger);
}

}  // namespace abstat
