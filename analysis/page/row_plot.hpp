// A plot with a row for each stack: its name and value above, its marks below, one axis for all.
#pragma once

#include "axis.hpp"
#include "canvas.hpp"

#include <optional>
#include <string>
#include <vector>

namespace abstat {

class RowPlot {
 public:
  RowPlot(Canvas canvas, Axis axis, double top = 0);

  // Names begin where the widest lead ends.
  void make_room_for(const std::string& lead);
  // Begins the next row; `lead` stands before the name in bold. The marks of the row follow.
  void row(const std::string& lead, const std::string& name, const std::string& value);
  void mark(Shape shape, double value, std::string_view kind);
  // From low to high; ends beyond the axis are cut off there.
  void span(const Interval& interval, std::string_view kind);
  void track(const Interval& interval);

  // Behind all rows.
  void band(const Interval& interval);
  void reference(double value);

  // Draws the axis with its name below the rows.
  [[nodiscard]] Canvas finish(const std::string& axis_name) &&;

 private:
  struct Behind {
    Interval interval;
    bool line;
  };
  [[nodiscard]] double x(double value) const;

  Canvas canvas_;
  Axis axis_;
  double top_;
  double y_;  // below the last row
  double lead_width_ = 0;
  double middle_ = 0;  // of the row's marks
  std::vector<Behind> behind_;
};

// Percent of the width at which axes begin and end: the labels of their ends need room.
inline constexpr double plot_left = 6;
inline constexpr double plot_right = 94;

}  // namespace abstat
