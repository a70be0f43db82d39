#include "analysis/page/canvas.hpp"

#include <catch2/catch.hpp>
#include <string>

using abstat::Canvas;
using abstat::lines_within;
using abstat::PlotUse;

namespace {

std::string drawing(PlotUse use) {
  Canvas canvas({"rank", "Title <1>", "What is \"seen\""});
  canvas.mark(abstat::Shape::disc, {12.5, 7}, "c0");
  canvas.set_height(40);
  return std::move(canvas).finish(use);
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a drawing has a title and a description that its element refers to") {
  const std::string svg = drawing(PlotUse::page);
  CHECK(contains(svg, "role=\"img\" aria-labelledby=\"rank-title rank-description\""));
  CHECK(contains(svg, "<title id=\"rank-title\">Title &lt;1&gt;</title>"));
  CHECK(contains(svg, "<desc id=\"rank-description\">What is &quot;seen&quot;</desc>"));
}

TEST_CASE("places across are shares of the width, places down are pixels") {
  CHECK(contains(drawing(PlotUse::page), "cx=\"12.5%\" cy=\"7\""));
  CHECK(contains(drawing(PlotUse::page), "width=\"100%\" height=\"40\""));
}

TEST_CASE("a drawing within a page leaves its style to the page") {
  CHECK_FALSE(contains(drawing(PlotUse::page), "<style"));
}

TEST_CASE("a file of its own has its style and shows its title") {
  const std::string svg = drawing(PlotUse::file);
  CHECK(contains(svg, "prefers-color-scheme:dark"));
  CHECK(contains(svg, ">Title &lt;1&gt;</text>"));
  CHECK_FALSE(contains(drawing(PlotUse::light_file), "prefers-color-scheme"));
}

TEST_CASE("long names are cut into lines, wide scripts sooner") {
  CHECK(lines_within("gevent", 200) == std::vector<std::string>{"gevent"});
  CHECK(lines_within("gunicorn with gevent workers", 120).size() == 2);
  CHECK(lines_within("增加一倍增加一倍", 70).size() == 2);
  CHECK(lines_within("", 70) == std::vector<std::string>{""});
}

TEST_CASE("legend entries that do not fit beside each other stand below each other") {
  Canvas canvas({"x", "x", "x"});
  const double one_line =
      canvas.legend(0, {{abstat::Shape::disc, "c0", "a"}, {abstat::Shape::ring, "c0", "b"}});
  const std::string wide(30, 'w');
  const double two_lines =
      canvas.legend(0, {{abstat::Shape::disc, "c0", wide}, {abstat::Shape::ring, "c0", wide}});
  CHECK(two_lines > one_line);
}
