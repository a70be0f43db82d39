#include "sheets.hpp"

#include <fmt/format.h>
#include <utility>

namespace abstat {

namespace {

// A4 less its margins is 1000 pixels high; the caption and the legend stand above the first sheet.
constexpr double tallest = 820;

}  // namespace

Sheets::Sheets(Canvas::About about, PlotUse use) : about_(std::move(about)), use_(use) {
  canvases_.emplace_back(about_);
}

bool Sheets::beyond(double bottom) const {
  return use_ == PlotUse::page && bottom > tallest;
}

void Sheets::next() {
  const std::size_t sheet = canvases_.size() + 1;
  canvases_.emplace_back(Canvas::About{fmt::format("{}-{}", about_.id, sheet),
                                       fmt::format("{}, part {}", about_.title, sheet),
                                       "Goes on from the drawing above, which describes all parts."});
}

std::string Sheets::finish() && {
  std::string svg;
  for (Canvas& canvas : canvases_) svg += std::move(canvas).finish(use_);
  return svg;
}

}  // namespace abstat
