#include "latency_curves.hpp"
#include "plot_words.hpp"
#include "row_plot.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <abstat/plot.hpp>

namespace abstat {

namespace {

struct LevelMark {
  int level;
  Shape shape;
  std::string_view kind;
  std::string_view name;
};

// Of the levels of a profile; the others stand in the table.
constexpr std::array level_marks{
    LevelMark{50, Shape::disc, "c0", "half are faster"},
    LevelMark{90, Shape::square, "c2", "90 %"},
    LevelMark{99, Shape::diamond, "c1", "99 %"},
    LevelMark{100, Shape::ring, "c1", "slowest"},
};

const StackEstimate* at_level(const StackLatency& latency, int level) {
  const auto found = std::find(LatencyProfile::levels.begin(), LatencyProfile::levels.end(), level);
  const auto& estimate = latency.at[static_cast<std::size_t>(found - LatencyProfile::levels.begin())];
  return estimate ? &*estimate : nullptr;
}

std::string milliseconds(double value) {
  return fmt::format("{:.4g} ms", value);
}

std::string description_of(const LatencyProfile& profile, std::size_t shown) {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < shown; ++i) {
    std::vector<std::string> values;
    for (const LevelMark& mark : level_marks) {
      if (const StackEstimate* estimate = at_level(profile.stacks[i], mark.level))
        values.push_back(fmt::format("{} {}", mark.name, milliseconds(estimate->estimate.value)));
    }
    sentences.push_back(fmt::format("{}: {}", profile.stacks[i].stack, fmt::join(values, ", ")));
  }
  return fmt::format("How long requests took in each stack. {}{}.", fmt::join(sentences, "; "),
                     and_more(profile.stacks.size(), shown));
}

std::vector<double> values_of(const StackLatency& latency) {
  std::vector<double> values;
  for (const LevelMark& mark : level_marks) {
    if (const StackEstimate* estimate = at_level(latency, mark.level))
      values.push_back(estimate->estimate.value);
  }
  return values;
}

void draw_row(RowPlot& plot, const StackLatency& latency) {
  const StackEstimate* tail = at_level(latency, 99);
  const StackEstimate* middle = at_level(latency, 50);
  std::string value;
  if (middle != nullptr && tail != nullptr)
    value = fmt::format("{:.4g} / {:.4g} ms", middle->estimate.value, tail->estimate.value);
  if (latency.tainted) value = "responses failed";
  plot.row("", latency.stack, value);
  const std::vector<double> values = values_of(latency);
  if (values.empty()) return;
  plot.track({*std::ranges::min_element(values), *std::ranges::max_element(values)});
  // The slowest first: where marks meet, the median stays to be seen.
  for (auto mark = level_marks.rbegin(); mark != level_marks.rend(); ++mark) {
    if (const StackEstimate* estimate = at_level(latency, mark->level))
      plot.mark(mark->shape, estimate->estimate.value, mark->kind);
  }
}

}  // namespace

std::string svg_of(const LatencyProfile& profile, PlotUse use, Connections connections) {
  const std::size_t shown = std::min(profile.stacks.size(), most_rows);
  Sheets sheets({"latency", fmt::format("How long requests took{}, by stack", with_connections(connections)),
                 description_of(profile, shown)},
                use);
  if (shown == 0) return std::move(sheets).finish();
  std::vector<Canvas::LegendEntry> legend;
  for (const LevelMark& mark : level_marks) {
    legend.push_back({mark.shape, std::string(mark.kind), std::string(mark.name)});
  }
  std::vector<double> all;
  for (std::size_t i = 0; i < shown; ++i) {
    for (const double value : values_of(profile.stacks[i])) all.push_back(value);
  }
  RowPlot plot(sheets, legend, axis_for(all), "ms until a request was answered, less is better");
  for (std::size_t i = 0; i < shown; ++i) draw_row(plot, profile.stacks[i]);
  const double below = plot.finish();
  // The page has them as a figure of their own.
  if (const auto curves = latency_curves(profile); curves && use != PlotUse::page)
    draw(sheets.canvas(), below + 24, *curves);
  return std::move(sheets).finish();
}

}  // namespace abstat
