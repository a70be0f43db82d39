#include "canvas.hpp"

#include "style.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include <abstat/display_text.hpp>

namespace abstat {

namespace {

constexpr double file_width = 760;
constexpr double file_margin = 18;
constexpr double heading_scale = 0.75;  // its letters are larger than those of labels
constexpr double legend_line = 20;

// "12.5", "12": two decimals are a hundredth of a pixel.
std::string number(double value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string percent_of(double value) {
  return number(value) + "%";
}

std::string_view outline_of(Shape shape) {
  switch (shape) {
    case Shape::diamond:
      return "M0-6 6 0 0 6-6 0Z";
    case Shape::square:
      return "M-4.5-4.5H4.5V4.5H-4.5Z";
    case Shape::triangle:
      return "M0-5.5 5.5 4.5H-5.5Z";
    case Shape::cross:
      return "M-4.5-4.5 4.5 4.5M-4.5 4.5 4.5-4.5";
    case Shape::bar:
      return "M-6-5H6V5H-6Z";
    case Shape::disc:
    case Shape::ring:
      break;
  }
  return "";
}

std::string_view name_of(Anchor anchor) {
  switch (anchor) {
    case Anchor::start:
      return "";
    case Anchor::middle:
      return "middle";
    case Anchor::end:
      return "end";
  }
  return "";
}

}  // namespace

void Canvas::line(Layer layer, Point from, Point to, std::string_view kind) {
  (layer == Layer::back ? back_ : front_)
      .empty("line", {{"class", std::string(kind)},
                      {"x1", percent_of(from.x)},
                      {"y1", number(from.y)},
                      {"x2", percent_of(to.x)},
                      {"y2", number(to.y)}});
}

void Canvas::box(Layer layer, Point top_left, Point bottom_right, std::string_view kind) {
  (layer == Layer::back ? back_ : front_)
      .empty("rect", {{"class", std::string(kind)},
                      {"x", percent_of(top_left.x)},
                      {"y", number(top_left.y)},
                      {"width", percent_of(bottom_right.x - top_left.x)},
                      {"height", number(bottom_right.y - top_left.y)}});
}

// A path knows no percent; a drawing within the drawing has its origin there.
void Canvas::mark(Shape shape, Point at, std::string_view kind) {
  const std::string style = fmt::format("{}{}", kind, shape == Shape::ring ? " ring" : "");
  if (shape == Shape::disc || shape == Shape::ring) {
    front_.empty("circle", {{"class", style}, {"cx", percent_of(at.x)}, {"cy", number(at.y)}, {"r", "5"}});
    return;
  }
  front_.open("svg", {{"x", percent_of(at.x)}, {"y", number(at.y)}, {"overflow", "visible"}})
      .empty("path", {{"class", fmt::format("{}{}", kind, shape == Shape::cross ? " ring" : "")},
                      {"d", std::string(outline_of(shape))}})
      .close();
}

void Canvas::text(Point at, Anchor anchor, std::string_view kind, std::string_view text) {
  front_.element("text",
                 {{"class", std::string(kind)},
                  {"x", percent_of(at.x)},
                  {"y", number(at.y)},
                  {"text-anchor", std::string(name_of(anchor))}},
                 text);
}

void Canvas::text_after(double pixels, Point at, std::string_view kind, std::string_view text) {
  front_.element("text",
                 {{"class", std::string(kind)},
                  {"x", percent_of(at.x)},
                  {"dx", pixels > 0 ? number(pixels) : ""},
                  {"y", number(at.y)}},
                 text);
}

double Canvas::legend(double y, const std::vector<LegendEntry>& entries) {
  // Marks stand at pixels, not at percent: the entries keep their distance however wide the drawing is.
  double x = 0;
  for (const LegendEntry& entry : entries) {
    const double width = 18 + estimated_width(entry.name) + 16;
    if (x > 0 && x + width > narrowest) {
      x = 0;
      y += legend_line;
    }
    const std::vector<std::string> lines = lines_within(entry.name, narrowest - 18);
    front_.open("svg", {{"x", number(x + 6)}, {"y", number(y)}, {"overflow", "visible"}});
    mark(entry.shape, {0, 10}, entry.kind);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const double below = legend_line * static_cast<double>(i);
      front_.element("text", {{"class", "small"}, {"x", "12"}, {"y", number(14 + below)}}, lines[i]);
    }
    front_.close();
    x += width;
    y += legend_line * static_cast<double>(lines.size() - 1);
  }
  return y + legend_line;
}

std::string Canvas::finish(PlotUse use) && {
  const bool alone = use != PlotUse::page;
  const std::vector<std::string> heading =
      alone ? lines_within(about_.title, (file_width - 2 * file_margin) * heading_scale)
            : std::vector<std::string>();
  const double head = alone ? 26 + 22 * static_cast<double>(heading.size()) : 0;
  Markup svg;
  svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                   {"class", alone ? "plot alone" : "plot"},
                   {"role", "img"},
                   {"aria-labelledby", fmt::format("{0}-title {0}-description", about_.id)},
                   {"width", alone ? number(file_width) : "100%"},
                   {"height", number(head + height_)},
                   {"font-family", "system-ui, sans-serif"}});
  svg.element("title", {{"id", about_.id + "-title"}}, about_.title);
  svg.element("desc", {{"id", about_.id + "-description"}}, about_.description);
  if (alone) {
    svg.open("style").trusted(plot_style());
    if (use == PlotUse::file) svg.trusted(plot_style_on_dark());
    svg.close();
    svg.empty("rect", {{"class", "paper"}, {"width", "100%"}, {"height", "100%"}});
    for (std::size_t i = 0; i < heading.size(); ++i) {
      svg.element(
          "text",
          {{"class", "heading"}, {"x", number(file_margin)}, {"y", number(32 + 22 * static_cast<double>(i))}},
          heading[i]);
    }
    svg.open("svg", {{"x", number(file_margin)},
                     {"y", number(head)},
                     {"width", number(file_width - 2 * file_margin)},
                     {"overflow", "visible"}});
  }
  svg.trusted(std::move(back_).finish()).trusted(std::move(front_).finish());
  return std::move(svg).finish();
}

double estimated_width(std::string_view text) {
  double width = 0;
  std::size_t ascii = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) continue;
    ++ascii;
    if (std::string_view("iljtfrI.,:;'|!()[] ").find(c) != std::string_view::npos) {
      width += 5;
    } else if (std::string_view("mwMW@%").find(c) != std::string_view::npos) {
      width += 13;
    } else {
      width += c >= 'A' && c <= 'Z' ? 9.6 : 8.2;
    }
  }
  const std::string shown = visible(text);
  const std::size_t columns = display_width(shown);
  // What is not ASCII: 8.2 pixels a column, and what is made visible is longer than it was.
  return width + 8.2 * static_cast<double>(columns > ascii ? columns - ascii : 0);
}

std::vector<std::string> lines_within(std::string_view text, double pixels) {
  const std::string shown = visible(text);
  const auto columns = static_cast<double>(std::max<std::size_t>(display_width(shown), 1));
  const double a_column = std::max(1.0, estimated_width(shown) / columns);
  return wrapped(shown, static_cast<std::size_t>(std::max(4.0, std::floor(pixels / a_column))));
}

}  // namespace abstat
