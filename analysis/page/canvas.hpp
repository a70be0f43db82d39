// A drawing surface as wide as there is room and as high as it needs: x counts in percent of the width, y in
// pixels from the top, text keeps its size. So one drawing reads on a phone, a desktop and paper alike.
#pragma once

#include "axis.hpp"
#include "markup.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <abstat/plot.hpp>

namespace abstat {

enum class Shape : std::uint8_t { disc, ring, diamond, square, triangle, cross, bar };
enum class Anchor : std::uint8_t { start, middle, end };

// Behind: grid lines and bands. In front: everything else.
enum class Layer : std::uint8_t { back, front };

// The narrowest drawing whose labels still fit, in pixels: a phone of 390 less its margins.
inline constexpr double narrowest = 340;

class Canvas {
 public:
  struct Point {
    double x;  // percent
    double y;  // pixels
  };

  // Title and description are the text for those who do not see the drawing.
  struct About {
    std::string id;  // unique in its page
    std::string title;
    std::string description;
  };

  explicit Canvas(About about) : about_(std::move(about)) {}

  void line(Layer layer, Point from, Point to, std::string_view kind);
  void box(Layer layer, Point top_left, Point bottom_right, std::string_view kind);
  void mark(Shape shape, Point at, std::string_view kind);
  void text(Point at, Anchor anchor, std::string_view kind, std::string_view text);
  // So many pixels to the right of the place.
  void text_after(double pixels, Point at, std::string_view kind, std::string_view text);
  // Marks with their names, one after the other in as many lines as the narrowest drawing needs. Returns the
  // y below them.
  struct LegendEntry {
    Shape shape;
    std::string kind;
    std::string name;
  };
  double legend(double y, const std::vector<LegendEntry>& entries);

  void set_height(double height) { height_ = height; }

  // As PlotUse says.
  [[nodiscard]] std::string finish(PlotUse use) &&;

 private:
  About about_;
  Markup back_;
  Markup front_;
  double height_ = 0;
};

// Pixels the text takes at the size of labels, rather too many than too few: no font is known here.
[[nodiscard]] double estimated_width(std::string_view text);
// Lines of at most so many pixels, by the same estimate. Never empty.
[[nodiscard]] std::vector<std::string> lines_within(std::string_view text, double pixels);

}  // namespace abstat
