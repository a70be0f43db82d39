// One drawing, or several below each other where its rows are more than a page of paper holds: a printer
// would cut a taller drawing wherever the page ends.
#pragma once

#include "canvas.hpp"

#include <string>
#include <vector>

namespace abstat {

class Sheets {
 public:
  Sheets(Canvas::About about, PlotUse use);

  [[nodiscard]] Canvas& canvas() { return canvases_.back(); }
  // Whether what ends so far down belongs on the next sheet. A file of its own has but one.
  [[nodiscard]] bool beyond(double bottom) const;
  void next();

  [[nodiscard]] std::string finish() &&;

 private:
  Canvas::About about_;
  PlotUse use_;
  std::vector<Canvas> canvases_;
};

}  // namespace abstat
