// The style sheets of the page and of its plots. Colours are told apart by those who do not see red and green
// alike (after Okabe and Ito 2008, darkened to 4.5:1 on white), and never the only sign.
#pragma once

#include <string_view>

namespace abstat {

[[nodiscard]] std::string_view plot_style();
[[nodiscard]] std::string_view plot_style_on_dark();  // within a media query
[[nodiscard]] std::string_view page_style();
[[nodiscard]] std::string_view page_style_on_dark();  // within a media query

}  // namespace abstat
