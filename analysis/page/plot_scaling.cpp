#include "axis.hpp"
#include "canvas.hpp"
#include "plot_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

#include <abstat/plot.hpp>

namespace abstat {

namespace {

constexpr double left = 15;  // percent: room for the labels of the other axis
constexpr double right = 97;
constexpr double height = 280;
constexpr std::size_t most_series = 24;
constexpr std::size_t colours = 6;
constexpr std::array shapes{Shape::disc,     Shape::square, Shape::diamond,
                            Shape::triangle, Shape::ring,   Shape::cross};

// Colour and shape together: no two of the first 24 series share both.
std::string colour_of(std::size_t series) {
  return fmt::format("c{}", series % colours);
}
Shape shape_of(std::size_t series) {
  return shapes.at((series + series / colours) % shapes.size());
}

std::string description_of(const Scaling& scaling, std::size_t shown) {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < shown; ++i) {
    std::vector<std::string> points;
    for (const ScalingPoint& point : scaling.series[i].points) {
      points.push_back(
          fmt::format("{} at {}", value_text(scaling.metric, point.of.estimate.value), point.concurrency));
    }
    sentences.push_back(fmt::format("{}: {}", scaling.series[i].name, fmt::join(points, ", ")));
  }
  return fmt::format("{} by the number of connections. {}{}.", capitalised(scaling.metric.name()),
                     fmt::join(sentences, "; "), and_more(scaling.series.size(), shown));
}

class ScalingPlot {
 public:
  ScalingPlot(Canvas& canvas, const Scaling& scaling, std::size_t shown, double top)
      : canvas_(canvas),
        top_(top),
        x_axis_(Axis::logarithmic(concurrencies(scaling, shown))),
        y_axis_(axis_for(values(scaling, shown))) {
    draw_axes(scaling, shown);
    for (std::size_t i = 0; i < shown; ++i) draw(scaling.series[i], i);
  }

  [[nodiscard]] double bottom() const { return top_ + height; }

 private:
  static Interval concurrencies(const Scaling& scaling, std::size_t shown) {
    Interval range{INFINITY, 1};
    for (std::size_t i = 0; i < shown; ++i) {
      const auto& points = scaling.series[i].points;
      range.low = std::min(range.low, std::max(1.0, static_cast<double>(points.front().concurrency)));
      range.high = std::max(range.high, static_cast<double>(points.back().concurrency));
    }
    return range;
  }

  static std::vector<double> values(const Scaling& scaling, std::size_t shown) {
    std::vector<double> all;
    for (std::size_t i = 0; i < shown; ++i) {
      for (const ScalingPoint& point : scaling.series[i].points) {
        all.push_back(point.of.estimate.value);
        if (point.of.estimate.interval) all.push_back(point.of.estimate.interval->high);
      }
    }
    return all;
  }

  [[nodiscard]] double x(std::int64_t concurrency) const {
    return left + (right - left) * x_axis_.place(static_cast<double>(concurrency));
  }
  [[nodiscard]] double y(double value) const { return top_ + height * (1 - y_axis_.place(value)); }

  void draw_axes(const Scaling& scaling, std::size_t shown) {
    for (const Tick& tick : y_axis_.ticks()) {
      canvas_.line(Layer::back, {left, y(tick.value)}, {right, y(tick.value)}, "grid");
      canvas_.text({left - 1, y(tick.value) + 4}, Anchor::end, "small", tick.label);
    }
    std::set<std::int64_t> measured;
    for (std::size_t i = 0; i < shown; ++i) {
      for (const ScalingPoint& point : scaling.series[i].points) measured.insert(point.concurrency);
    }
    // What was measured is what is marked; where marks would meet, the later one is left out.
    double before = -100;
    for (const std::int64_t concurrency : measured) {
      const double here = x(concurrency);
      canvas_.line(Layer::back, {here, top_}, {here, bottom()}, "grid");
      if (here - before < 8) continue;
      canvas_.text({here, bottom() + 16}, Anchor::middle, "small", fmt::format("{}", concurrency));
      before = here;
    }
    canvas_.line(Layer::back, {left, bottom()}, {right, bottom()}, "axis");
    canvas_.text({50, bottom() + 36}, Anchor::middle, "small", "connections at once (logarithmic)");
  }

  void draw(const ScalingSeries& series, std::size_t index) {
    const std::string colour = colour_of(index);
    const auto& points = series.points;
    for (std::size_t i = 1; i < points.size(); ++i) {
      canvas_.line(Layer::front, {x(points[i - 1].concurrency), y(points[i - 1].of.estimate.value)},
                   {x(points[i].concurrency), y(points[i].of.estimate.value)}, "path " + colour);
    }
    for (const ScalingPoint& point : points) {
      const Estimate& estimate = point.of.estimate;
      if (estimate.interval) {
        canvas_.line(Layer::front, {x(point.concurrency), y(estimate.interval->low)},
                     {x(point.concurrency), y(estimate.interval->high)}, "span " + colour);
      }
      canvas_.mark(shape_of(index), {x(point.concurrency), y(estimate.value)}, colour);
    }
  }

  Canvas& canvas_;
  double top_;
  Axis x_axis_;
  Axis y_axis_;
};

}  // namespace

std::string svg_of(const Scaling& scaling, PlotUse use) {
  const std::size_t shown = std::min(scaling.series.size(), most_series);
  Canvas canvas("scaling", capitalised(scaling.metric.name()) + " by the number of connections",
                description_of(scaling, shown));
  if (shown == 0) return std::move(canvas).finish(use);
  std::vector<Canvas::LegendEntry> legend;
  for (std::size_t i = 0; i < shown; ++i) {
    legend.push_back({shape_of(i), colour_of(i), scaling.series[i].name});
  }
  double top = canvas.legend(0, legend) + 6;
  canvas.text({0, top + 12}, Anchor::start, "small", axis_name(scaling.metric));
  top += 26;
  const ScalingPlot plot(canvas, scaling, shown, top);
  canvas.set_height(plot.bottom() + 46);
  return std::move(canvas).finish(use);
}

}  // namespace abstat
