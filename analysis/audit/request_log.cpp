// J1 to J5. Whether a -g file belongs to the report: it has one row for each request, from the very times the
// report's table is made of, rounded in the same way.
#include "attachments.hpp"
#include "sorted_times.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace abstat {

namespace {

using exact::Fraction;
using exact::Range;
using exact::Whole;

struct Column {
  const std::optional<Row>& row;
  const CountedValues& times;
  bool minimum_told;  // whether this ab prints the minimum right
};

bool equal(const Figure& figure, std::int64_t value) {
  const Fraction printed = exact::value_of(figure);
  return printed <= Fraction(value) && Fraction(value) <= printed;
}

void check_rows_count(const Evidence& evidence, const RequestLog& log, Ledger& ledger) {
  if (!evidence.samples) return;
  // Rows that could not be read are rows all the same.
  const Whole rows = Whole(log.rows) + log.unparsed_rows;
  ledger.require(rows == *evidence.samples, "J1", evidence.report.lines.complete, [&] {
    return fmt::format("{} has {} rows, but the report has {} requests{}", log.file, rows.str(),
                       *evidence.samples, foreign);
  });
}

void check_extremes(const Column& column, const RequestLog& log, Ledger& ledger) {
  const std::int64_t fastest = column.times.at_rank(1);
  const std::int64_t slowest = column.times.at_rank(column.times.total);
  const TimesRow& row = *column.row->printed;
  const bool holds = (!column.minimum_told || equal(row.min, fastest)) && equal(row.max, slowest);
  ledger.require(holds, "J2", column.row->line, [&] {
    return fmt::format("{}: min {} and max {} must be the {} and {} of {}{}", column.row->name,
                       row.min.text(), row.max.text(), fastest, slowest, log.file, foreign);
  });
}

// Times as they were before printing: half a millisecond to either side since 2.2.9.
Range mean_of(const CountedValues& times, const RowRules& rules) {
  Whole sum = 0;
  for (const ValueCount& at : times.counts) sum += Whole(at.value) * at.count;
  const Fraction mean{sum, Whole(times.total)};
  const Fraction rounding = rules.truncated ? Fraction(0) : Fraction(Whole(1), Whole(2));
  return {mean - rounding, mean + rounding};
}

// The sum of squared deviations from the mean, by the number of times less one.
Fraction variance_of(const CountedValues& times) {
  Whole sum = 0;
  Whole squares = 0;
  for (const ValueCount& at : times.counts) {
    sum += Whole(at.value) * at.count;
    squares += Whole(at.value) * at.value * at.count;
  }
  const Whole n = times.total;
  return {Whole(n * squares - sum * sum), Whole(n * (n - 1))};
}

bool sd_fits(const Row& row, const CountedValues& times, const RowRules& rules) {
  // Rounding each time by at most half a millisecond moves the sd by at most sqrt(n/(n-1)) of that.
  const Fraction rounding = rules.truncated ? Fraction(0) : Fraction(Whole(70711), Whole(100000));
  const Fraction least = exact::greatest(Fraction(0), *row.sd.low - rounding);
  const Fraction most = *row.sd.high + rounding;
  const Fraction variance = variance_of(times);
  return least * least <= variance && variance <= most * most;
}

void check_moments(const Column& column, const RequestLog& log, const RowRules& rules, Ledger& ledger) {
  const Range mean = mean_of(column.times, rules);
  const Row& row = *column.row;
  const bool sd_holds = !row.sd_known || column.times.total < 2 || sd_fits(row, column.times, rules);
  ledger.require(exact::meet(mean, row.mean) && sd_holds, "J3", row.line, [&] {
    return fmt::format("{}: mean {}{} must fit the times of {}, whose mean is {}{}{}", row.name,
                       row.printed->mean.text(), row.printed->sd ? " and sd " + row.printed->sd->text() : "",
                       log.file, exact::text_of(mean, Fraction(1), 2),
                       column.times.total < 2 ? ""
                                              : fmt::format(" and sd about {:.1f}",
                                                            std::sqrt(variance_of(column.times).value())),
                       foreign);
  });
}

void check_table(const Evidence& evidence, const RequestLog& log, Ledger& ledger) {
  const auto& table = evidence.report.percentiles_ms;
  if (!table || !evidence.rules.floor_index) return;
  const auto n = static_cast<std::int64_t>(log.total_ms.total);
  for (std::size_t row = 0; row < Percentiles::levels.size(); ++row) {
    const auto& figure = table->ms.at(row);
    if (!figure || !exact::usable(*figure)) continue;
    const int level = Percentiles::levels.at(row);
    const auto rank = static_cast<std::uint64_t>(percentile_index(n, level)) + 1;
    const std::int64_t time = log.total_ms.at_rank(rank);
    if (equal(*figure, time)) continue;
    ledger.require(false, "J4", evidence.report.lines.percentiles, [&] {
      return fmt::format("{}% {} must be the {} of {}, request {} of {} in order{}", level, figure->text(),
                         time, log.file, rank, n, foreign);
    });
    return;
  }
  ledger.require(true, "J4", 0, [] { return std::string(); });
}

// Every request starts within the run. The file has whole seconds, cut, so a run may touch one more.
void check_starts(const Evidence& evidence, const RequestLog& log, Ledger& ledger) {
  if (log.starts.counts.empty() || !evidence.elapsed_us.high || evidence.elapsed_us.high->negative()) return;
  const Whole first = log.starts.counts.front().value;
  const Whole last = log.starts.counts.back().value;
  const Fraction longest = *evidence.elapsed_us.high / Fraction(1'000'000) + Fraction(1);
  ledger.require(Fraction(Whole(last - first)) <= longest, "J5", evidence.report.lines.time_taken, [&] {
    return fmt::format("the requests of {} start over {} s, but the run took {:.3f} s{}", log.file,
                       Whole(last - first).str(), evidence.elapsed_us.high->value() / 1e6, foreign);
  });
}

}  // namespace

void check_request_log(const Evidence& evidence, const RequestLog& log, Ledger& ledger) {
  check_rows_count(evidence, log, ledger);
  const Rows& rows = evidence.rows;
  const bool minima = !evidence.rules.minima_broken;
  for (const Column& column :
       {Column{rows.connect, log.connect_ms, true}, Column{rows.processing, log.processing_ms, minima},
        Column{rows.waiting, log.waiting_ms, minima}, Column{rows.total, log.total_ms, true}}) {
    if (!column.row || column.row->aggregated || column.times.total == 0) continue;
    check_extremes(column, log, ledger);
    check_moments(column, log, evidence.rules, ledger);
  }
  if (log.total_ms.total > 0) check_table(evidence, log, ledger);
  check_starts(evidence, log, ledger);
}

}  // namespace abstat
