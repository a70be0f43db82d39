#include "mean_latency.hpp"

#include "distributions.hpp"

#include <algorithm>
#include <cmath>

namespace abstat {

namespace {

Interval meet(Interval a, Interval b) {
  return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

Interval not_negative(Interval a) {
  return {std::max(0.0, a.low), a.high};
}

std::optional<double> little_bound(const Report& report) {
  if (!report.time_per_request_ms || !report.time_per_request_ms->finite()) return std::nullopt;
  double bound = report.time_per_request_ms->interval().high;
  if (report.concurrency && report.requests.complete && *report.concurrency > *report.requests.complete) {
    bound *= static_cast<double>(*report.requests.complete) / static_cast<double>(*report.concurrency);
  }
  return bound;
}

}  // namespace

std::optional<FeasibleMean> feasible_mean(const Report& report) {
  const auto& times = report.connection_times_ms;
  if (!times || !times->total) return std::nullopt;
  const Interval printed = not_negative(times->total->mean.interval());
  Interval range = printed;
  if (times->connect && times->processing) {
    const Interval connect = not_negative(times->connect->mean.interval());
    const Interval processing = not_negative(times->processing->mean.interval());
    range = meet(range, {connect.low + processing.low, connect.high + processing.high});
  }
  if (const auto bound = little_bound(report)) range.high = std::min(range.high, *bound);
  if (range.low > range.high) return FeasibleMean{printed, false};
  return FeasibleMean{range, true};
}

double independent_half_width(std::int64_t n, double sd, double level) {
  const double requests = static_cast<double>(n);
  return student_t_critical(1 - level, requests - 1) * sd / std::sqrt(requests);
}

}  // namespace abstat
