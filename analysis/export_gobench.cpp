// https://go.dev/design/14313-benchmark-format: "BenchmarkName iterations value unit [value unit]…". Words
// are separated by blanks, so names have none; "/key=value" parts are what benchstat groups by.
#include <fmt/format.h>

#include <abstat/display_text.hpp>
#include <abstat/exports.hpp>

namespace abstat {

namespace {

std::string name_part(std::string_view raw) {
  std::string name = visible(raw);
  for (char& c : name) {
    if (c == ' ' || c == '/' || c == '=') c = '_';
  }
  return name.empty() ? "unnamed" : name;
}

void append(std::string& line, const std::optional<Figure>& figure, std::string_view unit) {
  if (figure && figure->finite()) line += fmt::format(" {} {}", figure->text(), unit);
}

}  // namespace

std::string gobench_header() {
  return "Unit req/s better=higher\nUnit failed better=lower\n";
}

std::string gobench_of(const Report& report) {
  const auto& rate = report.requests_per_second;
  if (!rate || !rate->finite() || rate->digits == 0 || !report.requests.complete) return {};
  std::string line = "BenchmarkAb/stack=" + name_part(report.stack);
  if (report.concurrency) line += fmt::format("/c={}", *report.concurrency);
  line += fmt::format(" {}", *report.requests.complete);
  // Go's own unit: the time from one answer to the next, whatever the number of connections.
  line += fmt::format(" {:.10g} ns/op", 1e9 / rate->value());
  append(line, rate, "req/s");
  append(line, report.time_per_request_ms, "mean-ms");
  if (report.percentiles_ms) {
    for (const int level : {50, 95, 99})
      append(line, report.percentiles_ms->at(level), fmt::format("p{}-ms", level));
  }
  if (report.requests.failed) {
    line += fmt::format(" {} failed", *report.requests.failed + report.requests.non_2xx.value_or(0));
  }
  return line + "\n";
}

}  // namespace abstat
