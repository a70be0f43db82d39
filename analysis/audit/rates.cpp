// A2 to A7. ab computes Requests per second, both Times per request and the Transfer rate from one clock
// reading, so each of them tells the elapsed time, and all must tell the same.
#include "checks.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace abstat {

namespace {

using exact::Fraction;

const Fraction microseconds_per_second{1'000'000};

const ElapsedRange* find(const std::vector<ElapsedRange>& ranges, TimeSource source) {
  const auto found = std::find_if(ranges.begin(), ranges.end(),
                                  [&](const ElapsedRange& line) { return line.source == source; });
  return found == ranges.end() ? nullptr : &*found;
}

std::string seconds(const ElapsedRange& line) {
  return exact::text_of(line.microseconds, microseconds_per_second, 6);
}

std::string disagreement(const ElapsedRange& line, const ElapsedRange& other) {
  return fmt::format("{} {} and {} {} cannot come from one run: {} gives {} s, {} gives {} s", line.label,
                     line.figure.text(), other.label, other.figure.text(), line.formula, seconds(line),
                     other.formula, seconds(other));
}

struct Pair {
  std::string_view check;
  TimeSource line;
  TimeSource other;
};

constexpr std::array<Pair, 7> pairs{{
    {"A2", TimeSource::throughput, TimeSource::time_taken},
    {"A3", TimeSource::per_request, TimeSource::time_taken},
    {"A4", TimeSource::per_request_all, TimeSource::time_taken},
    {"A5", TimeSource::per_request, TimeSource::throughput},
    {"A6", TimeSource::received, TimeSource::time_taken},
    {"A6", TimeSource::sent, TimeSource::time_taken},
    {"A6", TimeSource::sent_and_received, TimeSource::time_taken},
}};

// No bytes, no rate: ab prints 0.00.
void check_empty_transfer(const Report& report, Ledger& ledger) {
  const auto& rate = report.transfer_rate_kib_s.received;
  if (!rate || !exact::usable(*rate) || report.bytes.total != 0) return;
  ledger.require(rate->digits == 0, "A6", report.lines.transfer_rate, [&] {
    return fmt::format("Total transferred is 0 bytes, so the Transfer rate must be 0.00, not {}",
                       rate->text());
  });
}

// The one line without which the others agree, if there is just one, and what it should say.
std::string suspect(const Report& report, const RateFormulas& formulas,
                    const std::vector<ElapsedRange>& ranges, const ElapsedRange*& line) {
  std::optional<ElapsedMicroseconds> agreed;
  for (const ElapsedRange& candidate : ranges) {
    const auto others = printable_time(report, formulas, ranges, candidate.source);
    if (!others) continue;
    if (line != nullptr) {
      line = nullptr;
      return "; more than one line may be wrong";
    }
    line = &candidate;
    agreed = others;
  }
  if (line == nullptr) return "; more than one line is wrong, or Complete requests or Concurrency Level is";
  std::string text = fmt::format("; without {} {} the others agree on {:.6f} s", line->label,
                                 line->figure.text(), static_cast<double>(agreed->low) / 1e6);
  if (formulas.clock == Clock::rounded) {
    const std::string low = printed_after(report, formulas, *line, agreed->low).text();
    const std::string high = printed_after(report, formulas, *line, agreed->high).text();
    text += low == high
                ? fmt::format(", for which ab prints {}", low)
                : fmt::format(", for which ab prints {} to {}", std::min(low, high), std::max(low, high));
  }
  return text;
}

void check_all_together(const Report& report, const RateFormulas& formulas,
                        const std::vector<ElapsedRange>& ranges, Ledger& ledger) {
  if (ranges.size() < 2) return;
  const auto time = printable_time(report, formulas, ranges);
  const ElapsedRange* line = nullptr;
  const std::string who = time || ranges.size() < 3 ? "" : suspect(report, formulas, ranges, line);
  ledger.require(time.has_value(), "A7", line != nullptr ? line->line : ranges.front().line, [&] {
    std::string sides;
    for (const ElapsedRange& side : ranges) {
      sides += fmt::format("{}{} {} ({} s)", sides.empty() ? "" : ", ", side.label, side.figure.text(),
                           seconds(side));
    }
    return fmt::format("no elapsed time in whole microseconds makes ab print all of: {}{}", sides, who);
  });
}

}  // namespace

void check_rates(const Evidence& evidence, Ledger& ledger) {
  const auto& ranges = evidence.times;
  for (const Pair& pair : pairs) {
    const ElapsedRange* line = find(ranges, pair.line);
    const ElapsedRange* other = find(ranges, pair.other);
    if (line == nullptr || other == nullptr) continue;
    ledger.require(exact::meet(line->microseconds, other->microseconds), pair.check, line->line,
                   [&] { return disagreement(*line, *other); });
  }
  check_empty_transfer(evidence.report, ledger);
  check_all_together(evidence.report, evidence.formulas, ranges, ledger);
}

}  // namespace abstat
