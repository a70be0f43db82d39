// https://prometheus.io/docs/instrumenting/exposition_formats/: one family after the other, each line a value
// with its labels.
#include <fmt/format.h>

#include <abstat/display_text.hpp>
#include <abstat/exports.hpp>

namespace abstat {

namespace {

struct Family {
  std::string name;
  std::string help;
  double factor;  // from the metric's unit to Prometheus' base unit
};

Family family_of(const Metric& metric) {
  switch (metric.kind) {
    case MetricKind::throughput:
      return {"abstat_throughput_requests_per_second", "Requests per second, whatever the answers.", 1};
    case MetricKind::goodput:
      return {"abstat_goodput_requests_per_second",
              "Requests per second that were answered whole and with 2xx.", 1};
    case MetricKind::mean_latency:
      return {"abstat_latency_mean_seconds", "Mean time until a request was answered.", 0.001};
    case MetricKind::percentile:
      return {fmt::format("abstat_latency_p{}_seconds", metric.percentile),
              fmt::format("Time within which {} % of the requests were answered.", metric.percentile), 0.001};
    case MetricKind::failure_rate:
      return {"abstat_failure_ratio", "Share of responses that failed or were not 2xx.", 1};
    case MetricKind::transfer_rate:
      break;
  }
  return {"abstat_transfer_bytes_per_second", "Bytes received per second.", 1024};
}

std::string label(std::string_view raw) {
  std::string escaped;
  for (const char c : visible(raw)) {
    if (c == '\\' || c == '"') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

void append(std::string& text, const std::string& name, const std::string& stack, double value) {
  text += fmt::format("{}{{stack=\"{}\"}} {}\n", name, label(stack), value);
}

void append_head(std::string& text, const std::string& name, const std::string& help) {
  text += fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", name, help);
}

// Low and high are families of their own: a label for them would let sums add them up.
void append_ends(std::string& text, const Ranking& ranking, const Family& family, bool high) {
  const std::string name = fmt::format("{}_{}", family.name, high ? "high" : "low");
  std::string lines;
  for (const RankedStack& ranked : ranking.stacks) {
    const auto& interval = ranked.of.estimate.interval;
    if (interval)
      append(lines, name, ranked.of.stack, family.factor * (high ? interval->high : interval->low));
  }
  if (lines.empty()) return;
  append_head(text, name,
              fmt::format("{} end of the {:.4g} % confidence interval.", high ? "Upper" : "Lower",
                          100 * ranking.level));
  text += lines;
}

}  // namespace

std::string prometheus_of(const std::vector<Ranking>& rankings) {
  std::string text;
  for (const Ranking& ranking : rankings) {
    if (ranking.stacks.empty()) continue;
    const Family family = family_of(ranking.metric);
    append_head(text, family.name, family.help);
    for (const RankedStack& ranked : ranking.stacks) {
      append(text, family.name, ranked.of.stack, family.factor * ranked.of.estimate.value);
    }
    append_ends(text, ranking, family, false);
    append_ends(text, ranking, family, true);
  }
  return text;
}

}  // namespace abstat
