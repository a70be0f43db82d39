#include "row.hpp"

#include <algorithm>

namespace abstat {

namespace {

using exact::Fraction;
using exact::Range;

const Fraction one_millisecond{1};

bool usable(const TimesRow& row) {
  return exact::usable(row.min) && exact::usable(row.mean) && exact::usable(row.max) &&
         (!row.median || exact::usable(*row.median));
}

Range mean_range(const Figure& figure, const RowRules& rules) {
  if (!rules.mean_cut) return exact::range_of(figure);
  return {exact::value_of(figure), exact::value_of(figure) + one_millisecond};
}

// ab takes the median of two requests when their number is odd, and cuts that to what it stores.
Range median_range(const Figure& figure, const RowRules& rules) {
  if (!rules.truncated) return exact::range_of(figure);
  return {exact::value_of(figure), exact::value_of(figure) + exact::half_unit_of(figure)};
}

Range sd_range(const Figure& figure, const RowRules& rules) {
  const Range printed = exact::range_of(figure);
  return {exact::greatest(Fraction(0), *printed.low - rules.sd_error), *printed.high + rules.sd_error};
}

// The largest number whose square 32 bits with a sign hold.
const Fraction largest_square_root{46340};

bool sd_known(const TimesRow& row, const RowRules& rules) {
  if (!row.sd || !exact::usable(*row.sd)) return false;
  return !rules.sd_overflows || exact::value_of(row.max) - exact::value_of(row.min) <= largest_square_root;
}

std::optional<Row> make_row(std::string_view name, const std::optional<TimesRow>& printed, std::size_t line,
                            const RowRules& rules) {
  if (!printed || !usable(*printed)) return std::nullopt;
  return Row{.name = name,
             .printed = &*printed,
             .line = line,
             .min = time_range(printed->min, rules),
             .mean = mean_range(printed->mean, rules),
             .median = printed->median ? median_range(*printed->median, rules) : Range{},
             .max = time_range(printed->max, rules),
             .sd = printed->sd && exact::usable(*printed->sd) ? sd_range(*printed->sd, rules) : Range{},
             .sd_known = sd_known(*printed, rules),
             .min_known = true,
             .aggregated = false};
}

}  // namespace

std::vector<const Row*> Rows::printed() const {
  std::vector<const Row*> rows;
  for (const auto* row : {&connect, &processing, &waiting, &total}) {
    if (*row) rows.push_back(&**row);
  }
  return rows;
}

Range time_range(const Figure& figure, const RowRules& rules) {
  if (rules.truncated) return {exact::value_of(figure), exact::value_of(figure)};
  Range range = exact::range_of(figure);
  // Since 2.2.9 no time is below zero.
  range.low = exact::greatest(*range.low, exact::least(Fraction(0), exact::value_of(figure)));
  return range;
}

Rows rows_of(const Report& report, const RowRules& rules) {
  Rows rows;
  if (!report.connection_times_ms) return rows;
  const ConnectionTimes& times = *report.connection_times_ms;
  rows.connect = make_row("Connect", times.connect, report.lines.connect, rules);
  rows.processing = make_row("Processing", times.processing, report.lines.processing, rules);
  rows.waiting = make_row("Waiting", times.waiting, report.lines.waiting, rules);
  rows.total = make_row("Total", times.total, report.lines.total, rules);
  if (rows.processing) {
    rows.processing->aggregated = rules.aggregated_processing;
    rows.processing->min_known = !rules.minima_broken;
  }
  if (rows.waiting) rows.waiting->min_known = !rules.minima_broken;
  return rows;
}

std::optional<std::int64_t> sample_size(const Report& report) {
  const auto& complete = report.requests.complete;
  if (!complete || *complete <= 0) return std::nullopt;
  return report.requests.window ? std::min(*complete, *report.requests.window) : *complete;
}

}  // namespace abstat
