#include "pooled_percentile.hpp"

#include "order_statistics.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include <abstat/attachments.hpp>

namespace abstat {

namespace {

// Sums of so many runs stay within 63 bits.
constexpr std::int64_t most_pooled = 1'000'000'000'000;

// Known order statistics of one run, by 1-based order.
using Known = std::map<std::int64_t, double>;

// How many values of a run are at most t: at least the largest known order with a value up to t, at most one
// less than the smallest with a value above.
struct CountRange {
  std::int64_t low;
  std::int64_t high;
};

CountRange count_up_to(const Known& known, std::int64_t n, double t) {
  CountRange range{0, n};
  for (const auto& [order, value] : known) {
    if (value <= t) {
      range.low = order;
    } else {
      range.high = order - 1;
      break;
    }
  }
  return range;
}

const RequestLog* log_of(const Report& report) {
  const bool usable = report.attachments && report.attachments->request_log &&
                      report.attachments->request_log->headers <= 1 &&
                      report.attachments->request_log->unparsed_rows == 0;
  return usable ? &*report.attachments->request_log : nullptr;
}

std::optional<PooledPercentile> from_logs(const std::vector<const Report*>& runs, int level) {
  std::map<std::int64_t, std::uint64_t> counts;
  std::int64_t n = 0;
  for (const Report* run : runs) {
    const RequestLog* log = log_of(*run);
    if (log == nullptr) return std::nullopt;
    for (const ValueCount& value : log->total_ms.counts) counts[value.value] += value.count;
    n += static_cast<std::int64_t>(log->total_ms.total);
  }
  auto left = table_order(n, level);
  for (const auto& [value, count] : counts) {
    left -= static_cast<std::int64_t>(count);
    if (left <= 0) return PooledPercentile{{static_cast<double>(value), static_cast<double>(value)}, true};
  }
  return std::nullopt;
}

}  // namespace

std::optional<PooledPercentile> pooled_percentile(const std::vector<const Report*>& runs, int level) {
  if (runs.empty()) return std::nullopt;
  if (auto exact = from_logs(runs, level)) return exact;
  std::vector<std::pair<Known, std::int64_t>> tables;
  std::set<double> values;
  std::int64_t all = 0;
  for (const Report* run : runs) {
    const std::int64_t n = run->requests.complete.value_or(0);
    Known known = known_order_values(*run);
    if (n < 2 || n > most_pooled || known.empty()) return std::nullopt;
    for (const auto& [order, value] : known) values.insert(value);
    all += n;
    tables.emplace_back(std::move(known), n);
  }
  const std::int64_t wanted = table_order(all, level);
  std::optional<double> low;
  for (const double t : values) {
    CountRange sum{0, 0};
    for (const auto& [known, n] : tables) {
      const CountRange range = count_up_to(known, n, t);
      sum.low += range.low;
      sum.high += range.high;
    }
    if (!low && sum.high >= wanted) low = t;
    if (sum.low >= wanted) return PooledPercentile{{low.value_or(t), t}, false};
  }
  return std::nullopt;
}

}  // namespace abstat
