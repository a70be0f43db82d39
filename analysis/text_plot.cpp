#include "text_plot.hpp"

#include "page/axis.hpp"
#include "page_parts.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include <abstat/display_text.hpp>

namespace abstat {

namespace {

constexpr std::size_t widest_name = 32;
constexpr std::size_t widest_drawing = 64;
constexpr std::size_t narrowest_drawing = 24;
constexpr std::size_t most_rows = 40;

struct Characters {
  std::string_view value, alone, low, high, between, reference, axis, tick, cut;
};
constexpr Characters unicode{"●", "○", "├", "┤", "─", "┊", "─", "┴", "…"};
constexpr Characters ascii{"*", "o", "|", "|", "-", ":", "-", "+", "~"};

Axis axis_of(const IntervalPlot& plot) {
  Interval range{INFINITY, 0};
  const auto take = [&](double value) {
    if (!std::isfinite(value)) return;
    if (value > 0) range.low = std::min(range.low, value);
    range.high = std::max(range.high, value);
  };
  for (const IntervalPlot::Row& row : plot.rows) {
    take(row.value);
    if (row.interval) take(row.interval->low);
    if (row.interval) take(row.interval->high);
  }
  if (plot.reference) take(*plot.reference);
  return plot.logarithmic && range.low <= range.high ? Axis::logarithmic(range, plot.suffix)
                                                     : Axis::from_zero(range.high);
}

class TextPlot {
 public:
  TextPlot(const IntervalPlot& plot, const TextStyle& style)
      : plot_(plot), marks_(style.ascii ? ascii : unicode), axis_(axis_of(plot)) {
    for (const IntervalPlot::Row& row : plot.rows) {
      name_width_ = std::max(name_width_, std::min(widest_name, display_width(visible(row.name))));
    }
    const std::size_t taken = name_width_ + 2;
    width_ = std::min(widest_drawing, style.columns - std::min(style.columns, taken));
  }

  [[nodiscard]] bool fits() const { return width_ >= narrowest_drawing; }

  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    for (const IntervalPlot::Row& row : plot_.rows)
      lines.push_back(name_of(row) + "  " + joined(cells_of(row)));
    lines.push_back(std::string(name_width_ + 2, ' ') + joined(rule()));
    lines.push_back(std::string(name_width_ + 2, ' ') + labels());
    return lines;
  }

 private:
  using Cells = std::vector<std::string_view>;

  [[nodiscard]] std::size_t at(double value) const {
    return static_cast<std::size_t>(std::lround(axis_.place(value) * static_cast<double>(width_ - 1)));
  }

  [[nodiscard]] std::string name_of(const IntervalPlot::Row& row) const {
    std::string name = visible(row.name);
    if (display_width(name) > name_width_) {
      name = wrapped(name, name_width_ - 1).front();
      name += marks_.cut;
    }
    return name.append(name_width_ - std::min(name_width_, display_width(name)), ' ');
  }

  [[nodiscard]] Cells cells_of(const IntervalPlot::Row& row) const {
    Cells cells(width_, " ");
    if (plot_.reference) cells[at(*plot_.reference)] = marks_.reference;
    if (row.interval) {
      const std::size_t low = at(row.interval->low);
      const std::size_t high = at(row.interval->high);
      for (std::size_t i = low; i <= high; ++i) cells[i] = marks_.between;
      cells[low] = marks_.low;
      cells[high] = marks_.high;
    }
    cells[at(row.value)] = row.interval ? marks_.value : marks_.alone;
    return cells;
  }

  [[nodiscard]] Cells rule() const {
    Cells cells(width_, marks_.axis);
    for (const Tick& tick : axis_.ticks()) cells[at(tick.value)] = marks_.tick;
    return cells;
  }

  // Each label under its mark; one that would touch the one before is left out.
  [[nodiscard]] std::string labels() const {
    std::string text;
    for (const Tick& tick : axis_.ticks()) {
      const std::size_t half = tick.label.size() / 2;
      const std::size_t begin = at(tick.value) - std::min(at(tick.value), half);
      if (!text.empty() && begin < text.size() + 1) continue;
      if (begin + tick.label.size() > width_) continue;
      text.append(begin - text.size(), ' ').append(tick.label);
    }
    return text;
  }

  static std::string joined(const Cells& cells) {
    std::string text;
    for (const std::string_view cell : cells) text += cell;
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  }

  const IntervalPlot& plot_;
  const Characters& marks_;
  Axis axis_;
  std::size_t name_width_ = 0;
  std::size_t width_ = 0;
};

}  // namespace

void add_drawn_table(Parts& parts, Table table, IntervalPlot plot) {
  Table notes;
  notes.notes = std::move(table.notes);
  table.notes.clear();
  parts.emplace_back(std::move(table));
  parts.emplace_back(std::move(plot));
  parts.emplace_back(std::move(notes));
}

std::vector<std::string> drawn(const IntervalPlot& plot, const TextStyle& style) {
  if (plot.rows.size() < 2 || plot.rows.size() > most_rows) return {};
  const TextPlot drawing(plot, style);
  return drawing.fits() ? drawing.lines() : std::vector<std::string>();
}

}  // namespace abstat
