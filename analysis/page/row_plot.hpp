// A plot with a row for each stack: its name and value above, its marks below, one axis for all.
#pragma once

#include "axis.hpp"
#include "sheets.hpp"

#include <string>
#include <vector>

namespace abstat {

class RowPlot {
 public:
  // The axis stands below the rows of each sheet, the legend above those of the first.
  RowPlot(Sheets& sheets, const std::vector<Canvas::LegendEntry>& legend, Axis axis, std::string axis_name);

  // Names begin where the widest lead ends.
  void make_room_for(const std::string& lead);
  // Behind all rows.
  void band(const Interval& interval);
  void reference(double value);

  // Begins the next row; `lead` stands before the name in bold. The marks of the row follow.
  void row(const std::string& lead, const std::string& name, const std::string& value);
  void mark(Shape shape, double value, std::string_view kind);
  // From low to high; ends beyond the axis are cut off there.
  void span(const Interval& interval, std::string_view kind);
  void track(const Interval& interval);

  // Draws the axis below the last row. Returns the y below it.
  double finish();

 private:
  [[nodiscard]] double x(double value) const;

  Sheets& sheets_;
  Axis axis_;
  std::string axis_name_;
  double top_;
  double y_;  // below the last row
  double lead_width_ = 0;
  double middle_ = 0;  // of the row's marks
  std::vector<Interval> bands_;
  std::vector<double> references_;
};

// Percent of the width at which axes begin and end: the labels of their ends need room.
inline constexpr double plot_left = 6;
inline constexpr double plot_right = 94;

}  // namespace abstat
