#include "elapsed.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>

namespace abstat {

namespace {

using exact::Fraction;
using exact::Range;
using exact::Whole;

constexpr std::int64_t microseconds_per_second = 1'000'000;

// ab up to 2.2.8 computes in float, in at most four roundings of half a unit of 24 bits each.
Fraction float_error() {
  return {Whole(1), Whole(1) << 22};
}

Range widened(const Range& range, const RateFormulas& formulas) {
  if (!formulas.single_precision) return range;
  Range wide = range;
  if (wide.low) wide.low = *wide.low - exact::magnitude(*wide.low) * float_error();
  if (wide.high) wide.high = *wide.high + exact::magnitude(*wide.high) * float_error();
  return wide;
}

Range point(const Fraction& value) {
  return {value, value};
}

// The whole part and the digits behind the point as a number of their own: "0.58453" is 0 and 58453.
Whole parts_as_units(const Figure& figure, std::int64_t units) {
  std::int64_t one = 1;
  for (int i = 0; i < figure.decimals; ++i) one *= 10;
  return Whole(figure.digits / one) * units + figure.digits % one;
}

Range time_taken_range(const Figure& figure, Clock clock) {
  switch (clock) {
    case Clock::rounded:
      return exact::scaled(exact::range_of(figure), Fraction(microseconds_per_second));
    case Clock::milliseconds:
      return point(exact::value_of(figure) * Fraction(microseconds_per_second));
    case Clock::microseconds:
      return point(Fraction(parts_as_units(figure, microseconds_per_second)));
    case Clock::html_milliseconds:
      return point(Fraction(Whole(parts_as_units(figure, microseconds_per_second) * 1000)));
  }
  return {};
}

// time = amount / rate, where the rate was printed as figure. A rate printed as 0.00 bounds the time from
// below only. Sign of the time: that of the rate, or its opposite where the amount is negative.
Range time_from_rate(const Fraction& amount, const Figure& figure, const RateFormulas& formulas) {
  const Fraction size = exact::magnitude(exact::value_of(figure));
  const Range rate =
      widened({size - exact::half_unit_of(figure), size + exact::half_unit_of(figure)}, formulas);
  Range time;
  time.low = exact::magnitude(amount) / *rate.high;
  if (Fraction(0) < *rate.low) time.high = exact::magnitude(amount) / *rate.low;
  return figure.negative == amount.negative() ? time : exact::negated(time);
}

struct Context {
  const Report& report;
  const RateFormulas& formulas;
  std::vector<ElapsedRange> ranges;

  void add(TimeSource source, std::string_view label, std::string_view formula, const Figure& figure,
           std::size_t line, Range microseconds) {
    ranges.push_back({source, label, formula, figure, line, std::move(microseconds)});
  }
};

void add_time_taken(Context& in) {
  const auto& figure = in.report.time_taken_s;
  if (!figure || !exact::usable(*figure)) return;
  in.add(TimeSource::time_taken, "Time taken for tests", "Time taken", *figure, in.report.lines.time_taken,
         time_taken_range(*figure, in.formulas.clock));
}

void add_throughput(Context& in) {
  const auto& figure = in.report.requests_per_second;
  const auto& done = in.report.requests.complete;
  if (!figure || !exact::usable(*figure) || !done || *done <= 0) return;
  const Fraction amount = Fraction(Whole(*done) * in.formulas.throughput_factor * microseconds_per_second);
  in.add(TimeSource::throughput, "Requests per second", "Complete requests / Requests per second", *figure,
         in.report.lines.requests_per_second, time_from_rate(amount, *figure, in.formulas));
}

void add_times_per_request(Context& in) {
  const auto& done = in.report.requests.complete;
  if (!done || *done <= 0) return;
  const Fraction per_unit{Whole(*done) * microseconds_per_second, Whole(in.formulas.time_unit_per_second)};
  const auto& mean = in.report.time_per_request_ms;
  const auto& concurrency = in.report.concurrency;
  if (mean && exact::usable(*mean) && concurrency && *concurrency > 0) {
    in.add(TimeSource::per_request, "Time per request (mean)",
           "Time per request (mean) * Complete requests / Concurrency Level", *mean,
           in.report.lines.time_per_request,
           exact::scaled(widened(exact::range_of(*mean), in.formulas), per_unit / Fraction(*concurrency)));
  }
  const auto& all = in.report.time_per_request_all_ms;
  if (all && exact::usable(*all)) {
    in.add(TimeSource::per_request_all, "Time per request (across all concurrent requests)",
           "Time per request (across all concurrent requests) * Complete requests", *all,
           in.report.lines.time_per_request_all,
           exact::scaled(widened(exact::range_of(*all), in.formulas), per_unit));
  }
}

void add_transfer_rate(Context& in, TimeSource source, std::string_view label, std::string_view formula,
                       const std::optional<Figure>& figure, std::optional<std::int64_t> bytes,
                       bool whole_kib) {
  if (!figure || !exact::usable(*figure) || !bytes || *bytes == 0) return;
  const Fraction units =
      whole_kib ? Fraction(*bytes / 1024) : Fraction(Whole(*bytes), Whole(in.formulas.bytes_per_unit));
  // Less than a whole KiB prints 0.00 whatever the time.
  if (units.numerator == 0) return;
  in.add(source, label, formula, *figure, in.report.lines.transfer_rate,
         time_from_rate(units * Fraction(microseconds_per_second), *figure, in.formulas));
}

std::optional<std::int64_t> sum(const std::optional<std::int64_t>& a, const std::optional<std::int64_t>& b) {
  std::int64_t total = 0;
  if (!a || !b || __builtin_add_overflow(*a, *b, &total)) return std::nullopt;
  return total;
}

double rate_in_double(const Report& report, const RateFormulas& formulas, TimeSource source, double seconds) {
  const auto done = static_cast<double>(report.requests.complete.value_or(0));
  const auto unit = static_cast<double>(formulas.time_unit_per_second);
  const auto per_unit = [&](std::int64_t bytes) {
    return static_cast<double>(bytes) / static_cast<double>(formulas.bytes_per_unit) / seconds;
  };
  switch (source) {
    case TimeSource::time_taken:
      return seconds;
    case TimeSource::throughput:
      return static_cast<double>(formulas.throughput_factor) * done / seconds;
    case TimeSource::per_request:
      return static_cast<double>(report.concurrency.value_or(0)) * seconds * unit / done;
    case TimeSource::per_request_all:
      return seconds * unit / done;
    case TimeSource::received:
      return per_unit(report.bytes.total.value_or(0));
    case TimeSource::sent:
      return per_unit(report.bytes.sent.value_or(0));
    case TimeSource::sent_and_received:
      return per_unit(sum(report.bytes.total, report.bytes.sent).value_or(0));
  }
  return 0;
}

bool all_print(const Report& report, const RateFormulas& formulas, const std::vector<ElapsedRange>& ranges,
               std::optional<TimeSource> without, std::int64_t microseconds) {
  return std::all_of(ranges.begin(), ranges.end(), [&](const ElapsedRange& line) {
    return line.source == without ||
           printed_after(report, formulas, line, microseconds).digits == line.figure.digits;
  });
}

std::size_t disagreements(const std::vector<ElapsedRange>& ranges) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!exact::meet(ranges[i].microseconds, ranges[j].microseconds)) ++count;
    }
  }
  return count;
}

}  // namespace

std::vector<ElapsedRange> elapsed_ranges(const Report& report, const RateFormulas& formulas) {
  Context in{report, formulas, {}};
  add_time_taken(in);
  add_throughput(in);
  add_times_per_request(in);
  const auto& rates = report.transfer_rate_kib_s;
  add_transfer_rate(in, TimeSource::received, "Transfer rate", "Total transferred / Transfer rate",
                    rates.received, report.bytes.total, formulas.whole_kib);
  add_transfer_rate(in, TimeSource::sent, "kb/s sent", "bytes sent / kb/s sent", rates.sent,
                    report.bytes.sent, false);
  add_transfer_rate(in, TimeSource::sent_and_received, "kb/s total", "bytes sent and received / kb/s total",
                    rates.total, sum(report.bytes.total, report.bytes.sent), false);
  return std::move(in.ranges);
}

RateFormulas fitting_formulas(const Report& report) {
  const auto possible = possible_rate_formulas(report);
  return *std::min_element(
      possible.begin(), possible.end(), [&](const RateFormulas& a, const RateFormulas& b) {
        return disagreements(elapsed_ranges(report, a)) < disagreements(elapsed_ranges(report, b));
      });
}

Range agreed_time(const std::vector<ElapsedRange>& ranges, std::optional<TimeSource> without) {
  Range agreed;
  for (const ElapsedRange& line : ranges) {
    if (line.source != without) agreed = exact::intersection(agreed, line.microseconds);
  }
  return agreed;
}

Figure printed_after(const Report& report, const RateFormulas& formulas, const ElapsedRange& line,
                     std::int64_t microseconds) {
  // As ab does: whole microseconds to seconds in double, then printf, which rounds the binary value.
  const double seconds = static_cast<double>(microseconds) / static_cast<double>(microseconds_per_second);
  const double value = rate_in_double(report, formulas, line.source, seconds);
  return parse_figure(fmt::format("{:.{}f}", value, std::max<int>(line.figure.decimals, 0)))
      .value_or(Figure{0, 0, FigureKind::not_a_number, false});
}

std::optional<ElapsedMicroseconds> printable_time(const Report& report, const RateFormulas& formulas,
                                                  const std::vector<ElapsedRange>& ranges,
                                                  std::optional<TimeSource> without) {
  const Range agreed = agreed_time(ranges, without);
  if (agreed.empty() || !agreed.low || !agreed.high) return std::nullopt;
  // A double holds every whole number of microseconds up to 285 years.
  const Whole precise = Whole(1) << 53;
  if (exact::floor(*agreed.low) < -precise || exact::ceiling(*agreed.high) > precise) return std::nullopt;
  // Double rounding can move a boundary by one microsecond; inside, every candidate prints alike.
  auto low = exact::floor(*agreed.low).convert_to<std::int64_t>();
  auto high = exact::ceiling(*agreed.high).convert_to<std::int64_t>();
  if (formulas.clock != Clock::rounded) {
    const auto first = exact::ceiling(*agreed.low).convert_to<std::int64_t>();
    const auto last = exact::floor(*agreed.high).convert_to<std::int64_t>();
    if (last < first) return std::nullopt;
    return ElapsedMicroseconds{first, last};
  }
  const auto prints = [&](std::int64_t time) { return all_print(report, formulas, ranges, without, time); };
  while (low <= high && !prints(low)) ++low;
  while (low <= high && !prints(high)) --high;
  if (high < low) return std::nullopt;
  return ElapsedMicroseconds{low, high};
}

std::optional<ElapsedMicroseconds> elapsed_microseconds(const Report& report) {
  const RateFormulas formulas = fitting_formulas(report);
  const auto ranges = elapsed_ranges(report, formulas);
  if (ranges.size() < 2) return std::nullopt;
  return printable_time(report, formulas, ranges);
}

}  // namespace abstat
