#include <catch2/catch.hpp>
#include <string>

#include <abstat/table.hpp>

using abstat::Interval;
using abstat::IntervalPlot;
using abstat::Page;
using abstat::TextStyle;

namespace {

std::string drawn(const IntervalPlot& plot, const TextStyle& style) {
  return render_text(Page{"", {plot}}, style);
}

const IntervalPlot two_stacks{
    {{"sync", 1000, Interval{900, 1100}}, {"gevent", 2000, std::nullopt}}, false, {}, {}};

}  // namespace

TEST_CASE("intervals are drawn over one axis, and a value without one stands alone") {
  CHECK(drawn(two_stacks, {40}) ==
        "sync                  ├─●┤\n"
        "gevent                                 ○\n"
        "        ┴───────┴───────┴──────┴───────┴\n"
        "        0      500    1000   1500\n");
}

TEST_CASE("a terminal that knows ASCII only gets ASCII") {
  TextStyle style{40};
  style.ascii = true;
  CHECK(drawn(two_stacks, style) ==
        "sync                  |-*|\n"
        "gevent                                 o\n"
        "        +-------+-------+------+-------+\n"
        "        0      500    1000   1500\n");
}

TEST_CASE("the baseline is an upright line") {
  const IntervalPlot plot{{{"a", 0.5, std::nullopt}, {"b", 2, std::nullopt}}, true, 1, "x"};
  CHECK(drawn(plot, {30}) ==
        "a   ○           ┊\n"
        "b               ┊           ○\n"
        "   ─┴─────┴─────┴──────┴────┴─\n"
        "   0.5x 0.7x   1x    1.5x  2x\n");
}

TEST_CASE("nothing is drawn where there is no room or nothing to compare") {
  CHECK(drawn(two_stacks, {25}).empty());
  CHECK(drawn({{{"sync", 1000, std::nullopt}}, false, {}, {}}, {100}).empty());
}

TEST_CASE("markdown has the table only") {
  CHECK(render_markdown(Page{"", {two_stacks}}).empty());
}
