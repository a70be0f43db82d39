// Drawings as pictures of pixels, by librsvg's program rsvg-convert where it is installed.
#pragma once

#include <string>

#include <abstat/position.hpp>

namespace abstat {

// Twice as many pixels as the drawing has, for screens that show them so small.
[[nodiscard]] Result<std::string> png_of(const std::string& svg);

}  // namespace abstat
