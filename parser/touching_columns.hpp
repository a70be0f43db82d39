// The columns of ab -S. "%5d %5d%5d" has no blank between avg and max, so from 10 s on the two touch:
// "Processing:  7184 1195017523" is min 7184, avg 11950, max 17523.
#pragma once

#include "line_values.hpp"

#include <optional>
#include <string_view>

namespace abstat {

struct ShortTimes {
  Figure min;
  Figure mean;
  Figure max;
};

// columns begins right behind the label's colon and ends with the row; the first column begins `padding`
// bytes into it. Nothing when avg and max do not touch, or when neither their place nor min <= avg <= max
// tells where to part them.
[[nodiscard]] std::optional<ShortTimes> part_touching_columns(std::string_view columns, std::size_t padding);

namespace rules {

// What follows the label of a row that is padded by so many blanks.
template <std::size_t Padding>
struct touching_columns {
  using rule_t = touching_columns;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    const std::string_view rest(in.current(), in.size(0));
    const std::string_view columns = rest.substr(0, rest.find_last_of("0123456789") + 1);
    const auto parted = part_touching_columns(columns, Padding);
    if (!parted) return false;
    state.values.figures[0] = parted->min;
    state.values.figures[1] = parted->mean;
    state.values.figures[2] = parted->max;
    in.bump_in_this_line(columns.size());
    return true;
  }
};

}  // namespace rules
}  // namespace abstat

namespace tao::pegtl {

template <typename Name, std::size_t Padding>
struct analyze_traits<Name, abstat::rules::touching_columns<Padding>> : analyze_any_traits<> {};

}  // namespace tao::pegtl
