#include "result_cells.hpp"

#include "cell_text.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace abstat {

namespace {

// Enough decimals for four to five significant digits: more would only show noise.
int decimals_for(double value) {
  const double size = std::abs(value);
  if (size >= 1000) return 0;
  if (size >= 100) return 1;
  if (size >= 1) return 2;
  return 4;
}

bool is_share(const Metric& metric) {
  return metric.kind == MetricKind::failure_rate;
}

}  // namespace

Cell value_cell(const Metric& metric, double value) {
  if (!std::isfinite(value)) return {};
  if (is_share(metric)) return Number{100 * value, 2, " %"};
  return Number{value, std::max(2, decimals_for(value)), ""};
}

Cell range_cell(const Metric& metric, const Interval& interval, double typical) {
  const double scale = is_share(metric) ? 100 : 1;
  return NumberRange{scale * interval.low, scale * interval.high, decimals_for(scale * typical)};
}

Cell ratio_cell(double ratio) {
  if (!std::isfinite(ratio)) return {};
  return Number{ratio, 3, "x"};
}

Cell ratio_range_cell(const Interval& interval) {
  const double width = std::abs(interval.high - interval.low);
  return NumberRange{interval.low, interval.high, width < 0.001 ? 5 : 3};
}

Cell ratio_rounding_cell(const Interval& interval) {
  const double half = (interval.high - interval.low) / 2;
  const double digits = half > 0 ? std::clamp(std::ceil(-std::log10(half)), 3.0, 9.0) : 3.0;
  return "±" + fixed(half, static_cast<int>(digits));
}

Cell p_cell(const std::optional<double>& p) {
  if (!p) return {};
  if (*p < 0.0001) return std::string("<0.0001");
  return Number{*p, 4, ""};
}

std::string label_of(const Metric& metric) {
  return metric.unit().empty() ? metric.name() : std::string(metric.unit());
}

std::string described(const Metric& metric) {
  const std::string_view unit = metric.unit();
  return fmt::format("{} ({}{}{} is better)", metric.name(), unit, unit.empty() ? "" : ", ",
                     metric.higher_is_better() ? "higher" : "lower");
}

std::string_view author_of(Adjustment adjustment) {
  switch (adjustment) {
    case Adjustment::dunnett:
      return "Dunnett";
    case Adjustment::tukey:
      return "Tukey";
    case Adjustment::games_howell:
      return "Games-Howell";
    case Adjustment::holm:
      break;
  }
  return "Holm";
}

Tone tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::confirmed:
      return Tone::good;
    case Verdict::inexact:
    case Verdict::contradicted:
      return Tone::bad;
    case Verdict::unsupported:
    case Verdict::ambiguous:
      return Tone::doubt;
  }
  return Tone::doubt;
}

std::string percent(double share) {
  return fmt::format("{:.4g} %", 100 * share);
}

std::string place_of(const Span& span) {
  return fmt::format("{}:{}-{}", span.file, span.first_line, span.last_line);
}

std::vector<std::string> without_outliers(const Metric& metric,
                                          const std::vector<const StackEstimate*>& stacks) {
  std::vector<std::string> lines;
  for (const StackEstimate* stack : stacks) {
    if (!stack->without_outliers) continue;
    const WithoutOutliers& rest = *stack->without_outliers;
    lines.push_back(fmt::format(
        "{}: {} ({}) without {}", stack->stack, text_of(value_cell(metric, rest.value)),
        text_of(range_cell(metric, rest.interval, rest.value)), counted(rest.left_out, "run", "runs")));
  }
  return lines;
}

std::vector<std::string> sentences_of(const std::vector<Unmeasured>& unmeasured) {
  std::vector<std::string> sentences;
  for (const Unmeasured& stack : unmeasured) {
    sentences.push_back(
        fmt::format("{} is left out: {}; {}", stack.stack, stack.why.reason, stack.why.settle));
  }
  return sentences;
}

std::string common_file(const std::vector<Span>& spans) {
  if (spans.empty()) return {};
  const bool common = std::all_of(spans.begin(), spans.end(),
                                  [&](const Span& span) { return span.file == spans.front().file; });
  return common ? spans.front().file : std::string();
}

std::string place_within(const Span& span, const std::string& file) {
  if (file.empty()) return place_of(span);
  return fmt::format("{}-{}", span.first_line, span.last_line);
}

void drop_empty_columns(Table& table) {
  for (std::size_t c = table.columns.size(); c-- > 0;) {
    const bool empty = std::all_of(table.rows.begin(), table.rows.end(), [&](const std::vector<Cell>& row) {
      return std::holds_alternative<std::monostate>(row[c]);
    });
    if (!empty) continue;
    table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(c));
    for (auto& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(c));
  }
}

}  // namespace abstat
