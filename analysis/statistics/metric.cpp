#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <utility>

#include <abstat/metric.hpp>
#include <abstat/report.hpp>

namespace abstat {

namespace {

using Named = std::pair<std::string_view, Metric>;

constexpr std::array<Named, 5> canonical{{
    {"throughput", {MetricKind::throughput, 0}},
    {"goodput", {MetricKind::goodput, 0}},
    {"mean", {MetricKind::mean_latency, 0}},
    {"failure-rate", {MetricKind::failure_rate, 0}},
    {"transfer-rate", {MetricKind::transfer_rate, 0}},
}};

constexpr std::array<Named, 11> aliases{{
    {"rps", {MetricKind::throughput, 0}},
    {"qps", {MetricKind::throughput, 0}},
    {"requests-per-second", {MetricKind::throughput, 0}},
    {"latency", {MetricKind::mean_latency, 0}},
    {"mean-latency", {MetricKind::mean_latency, 0}},
    {"median", {MetricKind::percentile, 50}},
    {"max", {MetricKind::percentile, 100}},
    {"longest", {MetricKind::percentile, 100}},
    {"failures", {MetricKind::failure_rate, 0}},
    {"error-rate", {MetricKind::failure_rate, 0}},
    {"transfer", {MetricKind::transfer_rate, 0}},
}};

std::optional<Metric> percentile_named(std::string_view name) {
  if (name.size() < 2 || name.front() != 'p') return std::nullopt;
  int level = 0;
  const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), level);
  if (error != std::errc{} || end != name.data() + name.size() || level < 1 || level > 100)
    return std::nullopt;
  return Metric{MetricKind::percentile, level};
}

}  // namespace

std::string Metric::name() const {
  if (kind == MetricKind::percentile) return fmt::format("p{}", percentile);
  return std::string(std::ranges::find(canonical, kind, [](const Named& n) { return n.second.kind; })->first);
}

std::string_view Metric::unit() const {
  switch (kind) {
    case MetricKind::throughput:
    case MetricKind::goodput:
      return "req/s";
    case MetricKind::mean_latency:
    case MetricKind::percentile:
      return "ms";
    case MetricKind::transfer_rate:
      return "KiB/s";
    case MetricKind::failure_rate:
      break;
  }
  return "";
}

bool Metric::higher_is_better() const {
  return kind == MetricKind::throughput || kind == MetricKind::goodput || kind == MetricKind::transfer_rate;
}

std::optional<Metric> parse_metric(std::string_view name) {
  const auto same_name = [name](const Named& named) { return named.first == name; };
  if (const auto* it = std::ranges::find_if(canonical, same_name); it != canonical.end()) return it->second;
  if (const auto* it = std::ranges::find_if(aliases, same_name); it != aliases.end()) return it->second;
  return percentile_named(name);
}

std::vector<std::string> metric_names() {
  std::vector<std::string> names;
  for (const auto& [name, metric] : canonical) names.emplace_back(name);
  for (const int level : Percentiles::levels) names.push_back(Metric{MetricKind::percentile, level}.name());
  return names;
}

}  // namespace abstat
