// Where a value stands along a plot and which values are worth a mark. Places are percent of the plot's
// width or height, so that a plot needs no fixed size.
#pragma once

#include <string>
#include <vector>

#include <abstat/figure.hpp>

namespace abstat {

struct Tick {
  double value;
  std::string label;
};

class Axis {
 public:
  // From 0 to a round number at or above `high`.
  [[nodiscard]] static Axis from_zero(double high);
  // Logarithmic over `range`, whose ends are above 0, with a little room on either side. `suffix` follows
  // each label.
  [[nodiscard]] static Axis logarithmic(Interval range, std::string_view suffix = {});

  // 0 to 1; values outside the axis stand at its ends.
  [[nodiscard]] double place(double value) const;
  [[nodiscard]] const std::vector<Tick>& ticks() const { return ticks_; }
  [[nodiscard]] bool is_logarithmic() const { return log_; }
  // Leaves out marks nearer than `share` of the axis to the one before.
  void thin_ticks(double share);

 private:
  double low_ = 0;
  double high_ = 1;
  bool log_ = false;
  std::vector<Tick> ticks_;
};

}  // namespace abstat
