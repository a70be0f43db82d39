#include "order_statistics.hpp"

#include "distributions.hpp"

#include <algorithm>
#include <vector>

#include <abstat/attachments.hpp>

namespace abstat {

namespace {

// The largest l with P(B <= l - 1) <= tail; 0 when there is none.
std::int64_t lower_order(std::int64_t n, double p, double tail) {
  std::int64_t low = 0;
  std::int64_t high = n;
  while (low < high) {
    const std::int64_t middle = low + (high - low + 1) / 2;
    if (binomial_cdf(middle - 1, n, p) <= tail) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

// The smallest u with P(B >= u) <= tail; n + 1 when there is none.
std::int64_t upper_order(std::int64_t n, double p, double tail) {
  std::int64_t low = 1;
  std::int64_t high = n + 1;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (binomial_upper(middle, n, p) <= tail) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

struct KnownOrder {
  std::int64_t order;
  Interval value;
};

void add_file_rows(const Report& report, std::int64_t n, std::vector<KnownOrder>& known) {
  if (!report.attachments || !report.attachments->percentile_file) return;
  const auto& rows = report.attachments->percentile_file->ms;
  for (std::size_t percent = 0; percent < rows.size(); ++percent) {
    if (rows[percent]) known.push_back({file_order(n, static_cast<int>(percent)), rows[percent]->interval()});
  }
}

std::vector<KnownOrder> known_orders(const Report& report, std::int64_t n) {
  std::vector<KnownOrder> known;
  add_file_rows(report, n, known);
  if (report.percentiles_ms) {
    for (const int level : Percentiles::levels) {
      const auto figure = report.percentiles_ms->at(level);
      if (figure && figure->finite()) known.push_back({table_order(n, level), figure->interval()});
    }
  }
  if (report.connection_times_ms && report.connection_times_ms->total) {
    known.push_back({1, report.connection_times_ms->total->min.interval()});
    known.push_back({n, report.connection_times_ms->total->max.interval()});
  }
  return known;
}

// Every total time is there: whole milliseconds, so half of one on either side.
std::optional<Interval> interval_from_log(const Report& report, std::int64_t n, const OrderRange& range) {
  if (!report.attachments || !report.attachments->request_log) return std::nullopt;
  const CountedValues& total = report.attachments->request_log->total_ms;
  const bool whole = total.total == static_cast<std::uint64_t>(n) && range.low >= 1 && range.high <= n;
  if (!whole) return std::nullopt;
  const auto value = [&](std::int64_t rank) {
    return static_cast<double>(total.at_rank(static_cast<std::uint64_t>(rank)));
  };
  return Interval{std::max(0.0, value(range.low) - 0.5), value(range.high) + 0.5};
}

}  // namespace

OrderRange quantile_order_range(std::int64_t n, double p, double level) {
  const double tail = (1 - level) / 2;
  const std::int64_t low = lower_order(n, p, tail);
  const std::int64_t high = upper_order(n, p, tail);
  return {low, high, binomial_cdf(high - 1, n, p) - binomial_cdf(low - 1, n, p)};
}

std::int64_t table_order(std::int64_t n, int percentile) {
  if (percentile >= 100) return n;
  // n k / 100 without overflow: n has up to 63 bits.
  return n / 100 * percentile + n % 100 * percentile / 100 + 1;
}

std::int64_t file_order(std::int64_t n, int percent) {
  if (percent >= 100) return n;
  // floor(0.5 + n k / 100) in whole numbers.
  return n / 100 * percent + (n % 100 * percent + 50) / 100 + 1;
}

std::map<std::int64_t, double> known_order_values(const Report& report) {
  std::map<std::int64_t, double> known;
  const std::int64_t n = report.requests.complete.value_or(0);
  if (report.connection_times_ms && report.connection_times_ms->total) {
    known[1] = report.connection_times_ms->total->min.value();
    known[n] = report.connection_times_ms->total->max.value();
  }
  if (!report.percentiles_ms) return known;
  for (const int level : Percentiles::levels) {
    const auto figure = report.percentiles_ms->at(level);
    if (figure && figure->finite()) known[table_order(n, level)] = figure->value();
  }
  return known;
}

std::optional<Interval> percentile_interval_from_table(const Report& report, int percentile, double level) {
  const std::int64_t n = report.requests.complete.value_or(0);
  if (n < 2 || percentile < 1 || percentile > 99) return std::nullopt;
  const OrderRange range = quantile_order_range(n, percentile / 100.0, level);
  if (const auto from_log = interval_from_log(report, n, range)) return from_log;
  std::optional<KnownOrder> below;
  std::optional<KnownOrder> above;
  for (const KnownOrder& known : known_orders(report, n)) {
    if (known.order <= range.low && (!below || known.order > below->order)) below = known;
    if (known.order >= range.high && (!above || known.order < above->order)) above = known;
  }
  if (!below || !above) return std::nullopt;
  return Interval{std::max(0.0, below->value.low), above->value.high};
}

}  // namespace abstat
