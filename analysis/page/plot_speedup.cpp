#include "plot_words.hpp"
#include "row_plot.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <abstat/plot.hpp>

namespace abstat {

namespace {

struct Judged {
  std::string_view word;
  Shape shape;
  std::string_view kind;
};

// The word stands beside every mark; shape and colour only repeat it.
Judged judged(const Comparison& comparison) {
  const bool known = comparison.speedup.interval.has_value();
  switch (comparison.verdict) {
    case SpeedupVerdict::faster:
      return {"faster", Shape::disc, "c0"};
    case SpeedupVerdict::slower:
      return {"slower", Shape::square, "c1"};
    case SpeedupVerdict::same:
      return {"same", Shape::diamond, "c5"};
    case SpeedupVerdict::separated_faster:
      return {"faster?", Shape::ring, "c0"};
    case SpeedupVerdict::separated_slower:
      return {"slower?", Shape::ring, "c1"};
    case SpeedupVerdict::undetermined:
      return {"undetermined", known ? Shape::disc : Shape::ring, "c5"};
  }
  return {"", Shape::ring, "c5"};
}

std::vector<Comparison> shown_of(const ComparisonTable& table) {
  std::vector<Comparison> shown;
  for (const Comparison& one : table.comparisons) {
    if (shown.size() < most_rows && one.speedup.value > 0) shown.push_back(one);
  }
  return shown;
}

std::string name_of(const Comparison& one, const ComparisonTable& table) {
  return one.baseline == table.baseline ? one.stack : fmt::format("{} against {}", one.stack, one.baseline);
}

std::string description_of(const ComparisonTable& table, const std::vector<Comparison>& shown) {
  std::vector<std::string> sentences;
  for (const Comparison& one : shown) {
    const Estimate& speedup = one.speedup;
    sentences.push_back(fmt::format(
        "{}: {:.3f} times as good{}, {}", name_of(one, table), speedup.value,
        speedup.interval ? fmt::format(" ({:.3f} to {:.3f})", speedup.interval->low, speedup.interval->high)
                         : ", no interval",
        judged(one).word));
  }
  return fmt::format("Speedup by {} against {}. {}{}.", table.metric.name(), table.baseline,
                     fmt::join(sentences, "; "), and_more(table.comparisons.size(), shown.size()));
}

Axis axis_of(const ComparisonTable& table, const std::vector<Comparison>& shown) {
  Interval range{1 / table.margin, table.margin};
  for (const Comparison& one : shown) {
    const Interval own = one.speedup.interval.value_or(Interval{one.speedup.value, one.speedup.value});
    // An interval from next to nothing to next to everything would press all others into one spot.
    range.low = std::min(range.low, std::max(own.low, one.speedup.value / 30));
    range.high = std::max(range.high, std::min(own.high, one.speedup.value * 30));
  }
  return Axis::logarithmic(range, "x");
}

std::vector<Canvas::LegendEntry> legend_of(const ComparisonTable& table,
                                           const std::vector<Comparison>& shown) {
  const auto with_interval = std::count_if(
      shown.begin(), shown.end(), [](const Comparison& one) { return one.speedup.interval.has_value(); });
  std::vector<Canvas::LegendEntry> legend;
  if (with_interval > 0) {
    legend.push_back(
        {Shape::disc, "c5", fmt::format("speedup, with its {:.4g} % interval", 100 * table.level)});
  }
  if (static_cast<std::size_t>(with_interval) < shown.size())
    legend.push_back({Shape::ring, "c5", "speedup; no interval can be known"});
  legend.push_back({Shape::bar, "band",
                    fmt::format("within {:.3g} %: no difference in practice", 100 * (table.margin - 1))});
  return legend;
}

}  // namespace

std::string svg_of(const ComparisonTable& comparison, PlotUse use, Connections connections) {
  const std::vector<Comparison> shown = shown_of(comparison);
  Sheets sheets(
      {"speedup",
       fmt::format("Speedup of each stack against {}{}", comparison.baseline, with_connections(connections)),
       description_of(comparison, shown)},
      use);
  if (shown.empty()) return std::move(sheets).finish();
  RowPlot plot(sheets, legend_of(comparison, shown), axis_of(comparison, shown),
               "times as good as the baseline by " + comparison.metric.name());
  plot.band({1 / comparison.margin, comparison.margin});
  plot.reference(1);
  for (const Comparison& one : shown) {
    const auto [word, shape, kind] = judged(one);
    plot.row("", name_of(one, comparison), fmt::format("{:.3f}x {}", one.speedup.value, word));
    if (one.speedup.interval) plot.span(*one.speedup.interval, kind);
    plot.mark(shape, one.speedup.value, kind);
  }
  plot.finish();
  return std::move(sheets).finish();
}

}  // namespace abstat
