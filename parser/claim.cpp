#include <array>
#include <cmath>
#include <cstdlib>

#include <abstat/claim.hpp>

namespace abstat {

std::string_view to_string(ClaimKind kind) {
  constexpr std::array<std::string_view, 7> names{"figure", "bound", "range", "ratio",
                                                  "order",  "count", "setup"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string_view to_string(ClaimMetric metric) {
  constexpr std::array<std::string_view, 20> names{
      "throughput",   "goodput",       "latency",     "time_per_request", "time_per_request_all",
      "mean",         "median",        "max",         "connect_mean",     "percentile",
      "time_taken",   "transfer_rate", "failed",      "non_2xx",          "failures_any",
      "failure_rate", "complete",      "concurrency", "keep_alive",       "document_length"};
  return names.at(static_cast<std::size_t>(metric));
}

bool is_time(ClaimMetric metric) {
  switch (metric) {
    case ClaimMetric::latency:
    case ClaimMetric::time_per_request:
    case ClaimMetric::time_per_request_all:
    case ClaimMetric::mean:
    case ClaimMetric::median:
    case ClaimMetric::max:
    case ClaimMetric::connect_mean:
    case ClaimMetric::percentile:
    case ClaimMetric::time_taken:
      return true;
    default:
      return false;
  }
}

int ClaimNumber::significant_digits() const {
  int count = 0;
  for (std::int64_t digits = std::abs(figure.digits); digits > 0; digits /= 10) ++count;
  return count;
}

double ClaimNumber::value() const {
  Figure scaled = figure;
  scaled.decimals = static_cast<std::int8_t>(scaled.decimals - scale_decimals);
  return scaled.value() * unit_factor;
}

}  // namespace abstat
