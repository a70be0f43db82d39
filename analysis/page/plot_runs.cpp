#include "plot_words.hpp"
#include "sheets.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <abstat/counted.hpp>
#include <abstat/plot.hpp>

namespace abstat {

namespace {

constexpr double strip_height = 46;
constexpr double axis_room = 38;
constexpr double left = 3;
constexpr double right = 97;
constexpr std::size_t most_runs = 200;  // of one stack: beyond, points cover each other

struct Frame {
  std::size_t runs;  // of the longest row
  double spread;     // largest distance from a stack's centre, as a factor of at least 1
};

Frame frame_of(const RunOrder& order, std::size_t shown) {
  Frame frame{1, 1.02};
  for (std::size_t i = 0; i < shown; ++i) {
    const StackRuns& stack = order.stacks[i];
    frame.runs = std::max(frame.runs, std::min(stack.runs.size(), most_runs));
    for (const OrderedRun& run : stack.runs) {
      const double ratio = run.value / stack.centre;
      if (ratio > 0 && std::isfinite(ratio)) frame.spread = std::max({frame.spread, ratio, 1 / ratio});
    }
  }
  return frame;
}

double x_of(std::size_t run, const Frame& frame) {
  return left + (right - left) * (static_cast<double>(run) + 0.5) / static_cast<double>(frame.runs);
}

// On a log scale, so that half and double are as far from the centre.
double y_of(double value, double centre, double middle, const Frame& frame) {
  const double ratio = value / centre;
  const double share = ratio > 0 ? std::log(ratio) / std::log(frame.spread) : -1;
  return middle - std::clamp(share, -1.0, 1.0) * (strip_height / 2 - 5);
}

std::string variation(const StackRuns& stack) {
  return stack.cv ? fmt::format("varies by {:.1f} %", 100 * *stack.cv) : "one run";
}

std::string description_of(const RunOrder& order, std::size_t shown) {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < shown; ++i) {
    const StackRuns& stack = order.stacks[i];
    sentences.push_back(
        fmt::format("{}: {}, {}", stack.stack, counted(stack.runs.size(), "run", "runs"), variation(stack)));
  }
  return fmt::format("Every run by {} in the order made, one strip a stack. {}{}.", order.metric.name(),
                     fmt::join(sentences, "; "), and_more(order.stacks.size(), shown));
}

void draw_strip(Canvas& canvas, const StackRuns& stack, double middle, const Frame& frame) {
  canvas.box(Layer::back, {left, middle - strip_height / 2}, {right, middle + strip_height / 2}, "band");
  canvas.line(Layer::back, {left, middle}, {right, middle}, "axis");
  const std::size_t runs = std::min(stack.runs.size(), most_runs);
  const auto point = [&](std::size_t i) {
    return Canvas::Point{x_of(i, frame), y_of(stack.runs[i].value, stack.centre, middle, frame)};
  };
  for (std::size_t i = 1; i < runs; ++i) canvas.line(Layer::front, point(i - 1), point(i), "path c5");
  for (std::size_t i = 0; i < runs; ++i) {
    const OrderedRun& run = stack.runs[i];
    if (run.tainted) {
      canvas.mark(Shape::cross, point(i), "c1");
    } else if (run.outlier) {
      canvas.mark(Shape::diamond, point(i), "c1");
    } else {
      canvas.mark(Shape::disc, point(i), "c0");
    }
  }
}

void draw_axis(Canvas& canvas, double y, const Frame& frame) {
  const std::size_t step = std::max<std::size_t>(1, (frame.runs + 9) / 10);
  for (std::size_t run = 0; run < frame.runs; run += step) {
    canvas.text({x_of(run, frame), y + 10}, Anchor::middle, "small", fmt::format("{}", run + 1));
  }
  canvas.text({50, y + 30}, Anchor::middle, "small", "run, in the order made");
  canvas.set_height(y + axis_room);
}

}  // namespace

std::string svg_of(const RunOrder& order, PlotUse use) {
  const std::size_t shown = std::min(order.stacks.size(), most_rows);
  Sheets sheets({"runs", "Every run, in the order it was made", description_of(order, shown)}, use);
  if (shown == 0) return std::move(sheets).finish();
  const Frame frame = frame_of(order, shown);
  double y = sheets.canvas().legend(
                 0, {{Shape::disc, "c0", "a run"},
                     {Shape::diamond, "c1", "far from the others"},
                     {Shape::cross, "c1", "responses failed"},
                     {Shape::bar, "band",
                      fmt::format("from 1/{0:.3g} to {0:.3g} times the stack's mean", frame.spread)}}) +
             8;
  for (std::size_t i = 0; i < shown; ++i) {
    const StackRuns& stack = order.stacks[i];
    const std::string value = variation(stack);
    const auto lines = lines_within(stack.stack, narrowest - estimated_width(value) - 14);
    if (sheets.beyond(y + 18 * static_cast<double>(lines.size()) + strip_height + axis_room)) {
      draw_axis(sheets.canvas(), y, frame);
      sheets.next();
      y = 0;
    }
    Canvas& canvas = sheets.canvas();
    for (const std::string& line : lines) {
      canvas.text({0, y + 14}, Anchor::start, "label", line);
      y += 18;
    }
    canvas.text({100, y - 4}, Anchor::end, "label", value);
    draw_strip(canvas, stack, y + strip_height / 2 + 2, frame);
    y += strip_height + 12;
  }
  draw_axis(sheets.canvas(), y, frame);
  return std::move(sheets).finish();
}

}  // namespace abstat
