#include "claims_side_value.hpp"

#include "claims_figure.hpp"
#include "statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace abstat {

namespace {

// Run-to-run half-width of a mean of logs; one value alone has none.
double replicate_bound(const std::vector<double>& logs, double mean) {
  double squares = 0;
  for (const double log : logs) squares += (log - mean) * (log - mean);
  const auto n = static_cast<double>(logs.size());
  return student_t_critical(0.05, n - 1) * std::sqrt(squares / (n - 1) / n);
}

}  // namespace

bool less_is_better(ClaimMetric metric) {
  return is_time(metric) || metric == ClaimMetric::failed || metric == ClaimMetric::failures_any ||
         metric == ClaimMetric::non_2xx || metric == ClaimMetric::failure_rate;
}

std::optional<SideValue> side_value(const Claim& claim, const Side& measured, std::size_t which) {
  const std::vector<const Report*>& runs = measured.runs;
  SideValue side;
  std::vector<double> logs;
  double low = 0;
  double high = 0;
  for (const Report* run : runs) {
    const auto figures = figures_for(claim, *run);
    if (which >= figures.size()) return std::nullopt;
    const Figure& figure = figures[which].figure;
    if (figure.value() <= 0) return std::nullopt;
    logs.push_back(std::log(figure.value()));
    low += std::log(std::max(figure.interval().low, figure.value() / 2));
    high += std::log(figure.interval().high);
  }
  if (logs.empty()) return std::nullopt;
  const auto n = static_cast<double>(logs.size());
  double mean = 0;
  for (const double log : logs) mean += log / n;
  side.value = std::exp(mean);
  side.interval = {std::exp(low / n), std::exp(high / n)};
  side.runs = logs.size();
  if (logs.size() == 1) {
    side.yardstick = measured.noise.yardstick;
    side.bound = measured.noise.bound;
  } else {
    side.yardstick = side.bound = replicate_bound(logs, mean);
  }
  return side;
}

std::string sides_text(const SideValue& subject, const SideValue& other) {
  const auto side = [](const SideValue& s) {
    return s.runs > 1 ? fmt::format("{:.6g} (mean of {})", s.value, s.runs) : fmt::format("{:.10g}", s.value);
  };
  return fmt::format("{} / {} = {:.4f}", side(subject), side(other), subject.value / other.value);
}

}  // namespace abstat
