#include "latency_curves.hpp"

#include "plot_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace abstat {

namespace {

// The percentiles that people name.
constexpr std::array named{50.0, 90.0, 99.0, 99.9, 99.99};

// Every step to the right is ten times rarer, as HdrHistogram draws it: 0 at 0 %, 1 at 90 %, 2 at 99 %.
double rarity(double percent) {
  return -std::log10(1 - percent / 100);
}

bool is_named(double percent) {
  return std::find(named.begin(), named.end(), percent) != named.end();
}

std::vector<const StackLatency*> stacks_with_curves(const LatencyProfile& profile) {
  std::vector<const StackLatency*> stacks;
  for (const StackLatency& latency : profile.stacks) {
    if (latency.curve.size() > 1 && stacks.size() < most_series) stacks.push_back(&latency);
  }
  return stacks;
}

double highest_percent(const std::vector<const StackLatency*>& stacks) {
  double highest = 0;
  for (const StackLatency* latency : stacks) highest = std::max(highest, latency->curve.back().percent);
  return highest;
}

std::vector<Tick> ticks_to(double highest) {
  std::vector<Tick> ticks;
  for (const double percent : named) {
    if (percent < highest)
      ticks.push_back({rarity(percent) / rarity(highest), fmt::format("{:g} %", percent)});
  }
  ticks.push_back({1, fmt::format("{:g} %", highest)});
  return ticks;
}

PlotSeries line_of(const StackLatency& latency, double highest) {
  PlotSeries line{latency.stack + (latency.tainted ? " (responses failed)" : ""), {}};
  for (const LatencyPoint& point : latency.curve) {
    line.points.push_back(
        {rarity(point.percent) / rarity(highest), point.ms, std::nullopt, is_named(point.percent)});
  }
  return line;
}

}  // namespace

std::optional<SeriesPlot> latency_curves(const LatencyProfile& profile) {
  const std::vector<const StackLatency*> stacks = stacks_with_curves(profile);
  if (stacks.empty()) return std::nullopt;
  std::vector<double> values;
  for (const StackLatency* latency : stacks) {
    for (const LatencyPoint& point : latency->curve) values.push_back(point.ms);
  }
  const double highest = highest_percent(stacks);
  SeriesPlot plot{axis_for(values),
                  "ms, less is better",
                  ticks_to(highest),
                  "share of requests answered by then; to the right the slow ones",
                  {}};
  for (const StackLatency* latency : stacks) plot.series.push_back(line_of(*latency, highest));
  return plot;
}

std::string svg_of_curves(const LatencyProfile& profile) {
  const auto curves = latency_curves(profile);
  if (!curves) return "";
  std::vector<std::string> sentences;
  for (const StackLatency* latency : stacks_with_curves(profile)) {
    const LatencyPoint& last = latency->curve.back();
    sentences.push_back(fmt::format("{}: {:g} % within {:.4g} ms", latency->stack, last.percent, last.ms));
  }
  Canvas canvas({"curves", "Waits up to ever slower requests",
                 fmt::format("A line for each stack. {}.", fmt::join(sentences, "; "))});
  draw(canvas, 0, *curves);
  return std::move(canvas).finish(PlotUse::page);
}

Table table_of_curves(const LatencyProfile& profile) {
  const std::vector<const StackLatency*> stacks = stacks_with_curves(profile);
  Table table{"", {{"%", Align::right}}, {}, {}};
  std::set<double> percents;
  for (const StackLatency* latency : stacks) {
    table.columns.push_back({latency->stack, Align::right});
    for (const LatencyPoint& point : latency->curve) percents.insert(point.percent);
  }
  for (const double percent : percents) {
    std::vector<Cell> row{fmt::format("{:g}", percent)};
    for (const StackLatency* latency : stacks) {
      const auto point = std::find_if(latency->curve.begin(), latency->curve.end(),
                                      [&](const LatencyPoint& one) { return one.percent == percent; });
      row.push_back(point == latency->curve.end() ? Cell() : Cell(Number{point->ms, 1, ""}));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace abstat
