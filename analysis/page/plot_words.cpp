#include "plot_words.hpp"

#include "cell_text.hpp"
#include "result_cells.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace abstat {

namespace {

constexpr double widest_linear = 30;

}  // namespace

std::string value_text(const Metric& metric, double value) {
  return text_of(value_cell(metric, value));
}

std::string range_text(const Metric& metric, const Interval& interval, double typical) {
  const auto range = std::get<NumberRange>(range_cell(metric, interval, typical));
  return fmt::format("{} to {}", fixed(range.low, range.decimals), fixed(range.high, range.decimals));
}

std::string axis_name(const Metric& metric) {
  const std::string better = metric.higher_is_better() ? "more is better" : "less is better";
  if (metric.unit().empty()) return fmt::format("{}, {}", metric.name(), better);
  return fmt::format("{} in {}, {}", metric.name(), metric.unit(), better);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string with_connections(const Connections& connections) {
  if (!connections) return "";
  return " with " + counted(static_cast<std::size_t>(*connections), "connection", "connections");
}

std::string and_more(std::size_t all, std::size_t shown) {
  return all > shown ? fmt::format("; and {} more", all - shown) : "";
}

Axis axis_for(const std::vector<double>& values) {
  double low = INFINITY;
  double high = 0;
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    high = std::max(high, value);
    if (value > 0) low = std::min(low, value);
  }
  return high > widest_linear * low ? Axis::logarithmic({low, high}) : Axis::from_zero(high);
}

}  // namespace abstat
