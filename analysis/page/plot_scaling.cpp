#include "plot_words.hpp"
#include "series_plot.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

#include <abstat/plot.hpp>

namespace abstat {

namespace {

std::vector<ScalingSeries> shown_of(const Scaling& scaling) {
  const std::size_t shown = std::min(scaling.series.size(), most_series);
  return {scaling.series.begin(), scaling.series.begin() + static_cast<std::ptrdiff_t>(shown)};
}

std::string description_of(const Scaling& scaling, const std::vector<ScalingSeries>& shown) {
  std::vector<std::string> sentences;
  for (const ScalingSeries& series : shown) {
    std::vector<std::string> points;
    for (const ScalingPoint& point : series.points) {
      points.push_back(
          fmt::format("{} at {}", value_text(scaling.metric, point.of.estimate.value), point.concurrency));
    }
    sentences.push_back(fmt::format("{}: {}", series.name, fmt::join(points, ", ")));
  }
  return fmt::format("{} by the number of connections. {}{}.", capitalised(scaling.metric.name()),
                     fmt::join(sentences, "; "), and_more(scaling.series.size(), shown.size()));
}

Axis axis_of_connections(const std::vector<ScalingSeries>& shown) {
  Interval range{INFINITY, 1};
  for (const ScalingSeries& series : shown) {
    range.low = std::min(range.low, std::max(1.0, static_cast<double>(series.points.front().concurrency)));
    range.high = std::max(range.high, static_cast<double>(series.points.back().concurrency));
  }
  return Axis::logarithmic(range);
}

Axis axis_of_values(const std::vector<ScalingSeries>& shown) {
  std::vector<double> values;
  for (const ScalingSeries& series : shown) {
    for (const ScalingPoint& point : series.points) {
      values.push_back(point.of.estimate.value);
      if (point.of.estimate.interval) values.push_back(point.of.estimate.interval->high);
    }
  }
  return axis_for(values);
}

// What was measured is what is marked.
std::vector<Tick> ticks_of(const std::vector<ScalingSeries>& shown, const Axis& connections) {
  std::set<std::int64_t> measured;
  for (const ScalingSeries& series : shown) {
    for (const ScalingPoint& point : series.points) measured.insert(point.concurrency);
  }
  std::vector<Tick> ticks;
  for (const std::int64_t one : measured) {
    ticks.push_back({connections.place(static_cast<double>(one)), fmt::format("{}", one)});
  }
  return ticks;
}

PlotSeries line_of(const ScalingSeries& series, const Axis& connections) {
  PlotSeries line{series.name, {}};
  for (const ScalingPoint& point : series.points) {
    SeriesPoint& drawn = line.points.emplace_back();
    drawn.x = connections.place(static_cast<double>(point.concurrency));
    drawn.y = point.of.estimate.value;
    if (point.of.estimate.interval) drawn.interval = *point.of.estimate.interval;
  }
  return line;
}

}  // namespace

std::string svg_of(const Scaling& scaling, PlotUse use) {
  const std::vector<ScalingSeries> shown = shown_of(scaling);
  Canvas canvas({"scaling", capitalised(scaling.metric.name()) + " by the number of connections",
                 description_of(scaling, shown)});
  if (shown.empty()) return std::move(canvas).finish(use);
  const Axis connections = axis_of_connections(shown);
  SeriesPlot plot{axis_of_values(shown),
                  axis_name(scaling.metric),
                  ticks_of(shown, connections),
                  "connections at once (logarithmic)",
                  {}};
  for (const ScalingSeries& series : shown) plot.series.push_back(line_of(series, connections));
  draw(canvas, 0, plot);
  return std::move(canvas).finish(use);
}

}  // namespace abstat
