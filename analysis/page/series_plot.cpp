#include "series_plot.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace abstat {

namespace {

constexpr double left = 15;  // percent: room for the labels of the upright axis
constexpr double right = 97;
constexpr double height = 280;
constexpr double between_ticks = 1.5;  // percent, as on the narrowest drawing
constexpr std::size_t colours = 6;
constexpr std::array shapes{Shape::disc,     Shape::square, Shape::diamond,
                            Shape::triangle, Shape::ring,   Shape::cross};

// Colour and shape together: no two of the first most_series share both.
std::string colour_of(std::size_t series) {
  return fmt::format("c{}", series % colours);
}
Shape shape_of(std::size_t series) {
  return shapes.at((series + series / colours) % shapes.size());
}

double x_at(double share) {
  return left + (right - left) * share;
}

class Field {
 public:
  Field(Canvas& canvas, double top, const Axis& upright) : canvas_(canvas), top_(top), upright_(upright) {}

  [[nodiscard]] double bottom() const { return top_ + height; }

  void draw_axes(const SeriesPlot& plot) {
    for (const Tick& tick : upright_.ticks()) {
      canvas_.line(Layer::back, {left, y(tick.value)}, {right, y(tick.value)}, "grid");
      canvas_.text({left - 1, y(tick.value) + 4}, Anchor::end, "small", tick.label);
    }
    double taken = -100;
    for (const Tick& tick : plot.across) {
      const double here = x_at(tick.value);
      canvas_.line(Layer::back, {here, top_}, {here, bottom()}, "grid");
      const double width = 100 * estimated_width(tick.label) / narrowest;
      const bool fits = here + width / 2 <= 100;
      const double end = fits ? here + width / 2 : 100;
      if (end - width < taken + between_ticks) continue;
      canvas_.text({fits ? here : 100, bottom() + 16}, fits ? Anchor::middle : Anchor::end, "small",
                   tick.label);
      taken = end;
    }
    canvas_.line(Layer::back, {left, bottom()}, {right, bottom()}, "axis");
    canvas_.text({50, bottom() + 36}, Anchor::middle, "small", plot.across_name);
  }

  void draw_series(const PlotSeries& series, std::size_t index) {
    const std::string colour = colour_of(index);
    const auto& points = series.points;
    for (std::size_t i = 1; i < points.size(); ++i) {
      canvas_.line(Layer::front, place(points[i - 1]), place(points[i]), "path " + colour);
    }
    for (const SeriesPoint& point : points) {
      if (point.interval) {
        canvas_.line(Layer::front, {x_at(point.x), y(point.interval->low)},
                     {x_at(point.x), y(point.interval->high)}, "span " + colour);
      }
      if (point.marked) canvas_.mark(shape_of(index), place(point), colour);
    }
  }

 private:
  [[nodiscard]] double y(double value) const { return top_ + height * (1 - upright_.place(value)); }
  [[nodiscard]] Canvas::Point place(const SeriesPoint& point) const { return {x_at(point.x), y(point.y)}; }

  Canvas& canvas_;
  double top_;
  const Axis& upright_;
};

}  // namespace

double draw(Canvas& canvas, double top, const SeriesPlot& plot) {
  std::vector<Canvas::LegendEntry> legend;
  for (std::size_t i = 0; i < plot.series.size(); ++i) {
    legend.push_back({shape_of(i), colour_of(i), plot.series[i].name});
  }
  top = canvas.legend(top, legend) + 6;
  const std::string_view scale = plot.upright.is_logarithmic() ? " (logarithmic)" : "";
  canvas.text({0, top + 12}, Anchor::start, "small", fmt::format("{}{}", plot.upright_name, scale));
  Field field(canvas, top + 26, plot.upright);
  field.draw_axes(plot);
  for (std::size_t i = 0; i < plot.series.size(); ++i) field.draw_series(plot.series[i], i);
  canvas.set_height(field.bottom() + 46);
  return field.bottom() + 46;
}

}  // namespace abstat
