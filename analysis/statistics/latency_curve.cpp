#include "latency_curve.hpp"

#include "order_statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <abstat/attachments.hpp>

namespace abstat {

namespace {

// Closer where requests are rarer: an axis of ever rarer requests shows these evenly enough.
constexpr std::array whole_percents{1,  5,  10, 20, 30, 40, 50, 60, 65, 70, 75,
                                    80, 85, 88, 90, 92, 94, 95, 96, 97, 98, 99};
// In hundredths of a percent: only a -g file has them.
constexpr std::array fine_percents{9950, 9975, 9990, 9995, 9999};

bool has_curve(const Run& run) {
  const auto& attached = run.report->attachments;
  if (!attached) return false;
  const auto& log = attached->request_log;
  return attached->percentile_file || (log && log->headers <= 1 && log->total_ms.total > 0);
}

const RequestLog* log_of(const Run& run) {
  const auto& log = run.report->attachments->request_log;
  return log && log->headers <= 1 && log->total_ms.total > 0 ? &*log : nullptr;
}

// The -e file has microseconds, the -g file whole milliseconds at ab's own index.
std::optional<double> ms_at(const Run& run, int percent) {
  if (const auto& file = run.report->attachments->percentile_file) {
    const auto& row = file->ms.at(static_cast<std::size_t>(percent));
    if (row) return row->value();
  }
  const RequestLog* log = log_of(run);
  if (log == nullptr) return std::nullopt;
  const auto n = static_cast<std::int64_t>(log->total_ms.total);
  return static_cast<double>(
      log->total_ms.at_rank(static_cast<std::uint64_t>(std::min(n, table_order(n, percent)))));
}

// Only where at least ten requests took longer: beyond, it is the luck of single requests.
std::optional<double> ms_at_hundredths(const Run& run, int hundredths) {
  const RequestLog* log = log_of(run);
  if (log == nullptr) return std::nullopt;
  const std::uint64_t n = log->total_ms.total;
  const std::uint64_t slower = n / 10'000 * static_cast<std::uint64_t>(10'000 - hundredths) +
                               n % 10'000 * static_cast<std::uint64_t>(10'000 - hundredths) / 10'000;
  if (slower < 10) return std::nullopt;
  return static_cast<double>(log->total_ms.at_rank(n - slower));
}

// The geometric mean over the runs, as the table has it. A time that a -g file rounded to 0 ms has none.
template <typename MsOf>
std::optional<double> mean_over(const std::vector<const Run*>& runs, MsOf&& ms_of) {
  double logs = 0;
  for (const Run* run : runs) {
    const std::optional<double> ms = ms_of(*run);
    if (!ms || !(*ms > 0) || !std::isfinite(*ms)) return std::nullopt;
    logs += std::log(*ms);
  }
  return std::exp(logs / static_cast<double>(runs.size()));
}

}  // namespace

std::vector<LatencyPoint> latency_curve(const Stack& stack) {
  std::vector<const Run*> runs;
  for (const Run& run : stack.runs) {
    if (has_curve(run)) runs.push_back(&run);
  }
  std::vector<LatencyPoint> curve;
  if (runs.empty()) return curve;
  for (const int percent : whole_percents) {
    if (const auto ms = mean_over(runs, [&](const Run& run) { return ms_at(run, percent); }))
      curve.push_back({static_cast<double>(percent), *ms});
  }
  for (const int hundredths : fine_percents) {
    if (const auto ms = mean_over(runs, [&](const Run& run) { return ms_at_hundredths(run, hundredths); }))
      curve.push_back({static_cast<double>(hundredths) / 100, *ms});
  }
  return curve;
}

}  // namespace abstat
