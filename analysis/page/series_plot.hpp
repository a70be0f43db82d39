// Lines of several series over one axis, each with a colour and a shape of its own.
#pragma once

#include "axis.hpp"
#include "canvas.hpp"

#include <optional>
#include <string>
#include <vector>

namespace abstat {

struct SeriesPoint {
  double x;  // 0 to 1, from the left end of the axis to its right
  double y;  // a value of the upright axis
  std::optional<Interval> interval;
  bool marked = true;
};

struct PlotSeries {
  std::string name;
  std::vector<SeriesPoint> points;  // ascending by x
};

struct SeriesPlot {
  Axis upright;
  std::string upright_name;
  std::vector<Tick> across;  // where marks would meet, the later one is left out
  std::string across_name;
  std::vector<PlotSeries> series;
};

// More series than this have no two that can be told apart.
inline constexpr std::size_t most_series = 24;

// The legend first, then the lines. Returns the y below all of it.
double draw(Canvas& canvas, double top, const SeriesPlot& plot);

}  // namespace abstat
