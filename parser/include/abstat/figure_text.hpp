// Writes figures where there is room for them, for those who write many.
#pragma once

#include <cstddef>

#include <abstat/figure.hpp>

namespace abstat {

// The most characters Figure::text() has.
inline constexpr std::size_t longest_figure_text = 160;

// Writes what Figure::text() returns to where longest_figure_text characters have room; returns its end.
char* write_figure(char* at, const Figure& figure);

}  // namespace abstat
