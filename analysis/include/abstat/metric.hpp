// What is compared: a quantity of one run, its unit and which direction is better.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/figure.hpp>

namespace abstat {

enum class MetricKind : std::uint8_t {
  throughput,     // requests per second, as printed
  goodput,        // successful (2xx, whole) requests per second
  mean_latency,   // mean of the Total row, ms
  percentile,     // ms
  failure_rate,   // failed or non-2xx responses over complete requests, 0 to 1
  transfer_rate,  // KiB/s received
};

struct Metric {
  MetricKind kind = MetricKind::throughput;
  int percentile = 0;  // 50 to 100 when kind is percentile

  [[nodiscard]] std::string name() const;       // "throughput", "p95": what --metric takes
  [[nodiscard]] std::string_view unit() const;  // "req/s", "ms", "", "KiB/s"
  [[nodiscard]] bool higher_is_better() const;
  bool operator==(const Metric&) const = default;
};

// The metric of that name: "throughput", "goodput", "mean", "p50" to "p100", "failure-rate", "transfer-rate",
// or an alias ("rps", "latency", "median", "max"). Nothing when there is none.
[[nodiscard]] std::optional<Metric> parse_metric(std::string_view name);
// The canonical names, for messages and completions; the nine percentiles ab prints stand for all.
[[nodiscard]] std::vector<std::string> metric_names();

}  // namespace abstat
