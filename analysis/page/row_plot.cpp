#include "row_plot.hpp"

#include <algorithm>
#include <utility>

namespace abstat {

namespace {

constexpr double name_line = 18;
constexpr double mark_room = 20;
constexpr double between_rows = 8;

}  // namespace

RowPlot::RowPlot(Canvas canvas, Axis axis, double top)
    : canvas_(std::move(canvas)), axis_(std::move(axis)), top_(top), y_(top) {
  axis_.thin_ticks(0.14);
}

double RowPlot::x(double value) const {
  return plot_left + (plot_right - plot_left) * axis_.place(value);
}

void RowPlot::make_room_for(const std::string& lead) {
  lead_width_ = std::max(lead_width_, estimated_width(lead) + 10);
}

void RowPlot::row(const std::string& lead, const std::string& name, const std::string& value) {
  const double room = narrowest - estimated_width(value) - 14;
  const std::vector<std::string> lines = lines_within(name, room - lead_width_);
  if (!lead.empty()) canvas_.text({0, y_ + 14}, Anchor::start, "strong", lead);
  for (const std::string& line : lines) {
    // Beside the lead by pixels: what follows it is as far away on paper as on a phone.
    canvas_.text_after(lead_width_, {0, y_ + 14}, "label", line);
    y_ += name_line;
  }
  canvas_.text({100, y_ - name_line + 14}, Anchor::end, "label", value);
  middle_ = y_ + mark_room / 2;
  y_ += mark_room + between_rows;
}

void RowPlot::mark(Shape shape, double value, std::string_view kind) {
  canvas_.mark(shape, {x(value), middle_}, kind);
}

void RowPlot::span(const Interval& interval, std::string_view kind) {
  canvas_.line(Layer::front, {x(interval.low), middle_}, {x(interval.high), middle_},
               std::string("span ").append(kind));
}

void RowPlot::track(const Interval& interval) {
  canvas_.line(Layer::front, {x(interval.low), middle_}, {x(interval.high), middle_}, "track");
}

void RowPlot::band(const Interval& interval) {
  behind_.push_back({interval, false});
}

void RowPlot::reference(double value) {
  behind_.push_back({{value, value}, true});
}

Canvas RowPlot::finish(const std::string& axis_name) && {
  const double bottom = y_ - between_rows + 4;
  for (const Behind& behind : behind_) {
    if (!behind.line)
      canvas_.box(Layer::back, {x(behind.interval.low), top_}, {x(behind.interval.high), bottom}, "band");
  }
  for (const Tick& tick : axis_.ticks()) {
    canvas_.line(Layer::back, {x(tick.value), top_}, {x(tick.value), bottom}, "grid");
    canvas_.text({x(tick.value), bottom + 16}, Anchor::middle, "small", tick.label);
  }
  for (const Behind& behind : behind_) {
    if (behind.line)
      canvas_.line(Layer::back, {x(behind.interval.low), top_}, {x(behind.interval.low), bottom}, "one");
  }
  canvas_.line(Layer::back, {plot_left, bottom}, {plot_right, bottom}, "axis");
  canvas_.text({50, bottom + 36}, Anchor::middle, "small", axis_name);
  canvas_.set_height(bottom + 46);
  return std::move(canvas_);
}

}  // namespace abstat
