#include "row_plot.hpp"

#include <algorithm>
#include <utility>

namespace abstat {

namespace {

constexpr double name_line = 18;
constexpr double mark_room = 20;
constexpr double between_rows = 8;
constexpr double axis_room = 46;

}  // namespace

RowPlot::RowPlot(Sheets& sheets, const std::vector<Canvas::LegendEntry>& legend, Axis axis,
                 std::string axis_name)
    : sheets_(sheets), axis_(std::move(axis)), axis_name_(std::move(axis_name)) {
  axis_.thin_ticks(0.14);
  if (axis_.is_logarithmic()) axis_name_ += " (logarithmic)";
  top_ = legend.empty() ? 0 : sheets_.canvas().legend(0, legend) + 8;
  y_ = top_;
}

double RowPlot::x(double value) const {
  return plot_left + (plot_right - plot_left) * axis_.place(value);
}

void RowPlot::make_room_for(const std::string& lead) {
  lead_width_ = std::max(lead_width_, estimated_width(lead) + 10);
}

void RowPlot::band(const Interval& interval) {
  bands_.push_back(interval);
}

void RowPlot::reference(double value) {
  references_.push_back(value);
}

void RowPlot::row(const std::string& lead, const std::string& name, const std::string& value) {
  const double room = narrowest - estimated_width(value) - 14;
  const std::vector<std::string> lines = lines_within(name, room - lead_width_);
  const double names_height = name_line * static_cast<double>(lines.size());
  if (y_ > top_ && sheets_.beyond(y_ + names_height + mark_room + axis_room)) {
    finish();
    sheets_.next();
    top_ = y_ = 0;
  }
  Canvas& canvas = sheets_.canvas();
  if (!lead.empty()) canvas.text({0, y_ + 14}, Anchor::start, "strong", lead);
  for (const std::string& line : lines) {
    // Beside the lead by pixels: what follows it is as far away on paper as on a phone.
    canvas.text_after(lead_width_, {0, y_ + 14}, "label", line);
    y_ += name_line;
  }
  canvas.text({100, y_ - name_line + 14}, Anchor::end, "label", value);
  middle_ = y_ + mark_room / 2;
  y_ += mark_room + between_rows;
}

void RowPlot::mark(Shape shape, double value, std::string_view kind) {
  sheets_.canvas().mark(shape, {x(value), middle_}, kind);
}

void RowPlot::span(const Interval& interval, std::string_view kind) {
  sheets_.canvas().line(Layer::front, {x(interval.low), middle_}, {x(interval.high), middle_},
                        std::string("span ").append(kind));
}

void RowPlot::track(const Interval& interval) {
  sheets_.canvas().line(Layer::front, {x(interval.low), middle_}, {x(interval.high), middle_}, "track");
}

double RowPlot::finish() {
  Canvas& canvas = sheets_.canvas();
  const double bottom = y_ - between_rows + 4;
  for (const Interval& band : bands_) {
    canvas.box(Layer::back, {x(band.low), top_}, {x(band.high), bottom}, "band");
  }
  for (const Tick& tick : axis_.ticks()) {
    canvas.line(Layer::back, {x(tick.value), top_}, {x(tick.value), bottom}, "grid");
    canvas.text({x(tick.value), bottom + 16}, Anchor::middle, "small", tick.label);
  }
  for (const double reference : references_) {
    canvas.line(Layer::back, {x(reference), top_}, {x(reference), bottom}, "one");
  }
  canvas.line(Layer::back, {plot_left, bottom}, {plot_right, bottom}, "axis");
  canvas.text({50, bottom + 36}, Anchor::middle, "small", axis_name_);
  canvas.set_height(bottom + axis_room);
  return bottom + axis_room;
}

}  // namespace abstat
