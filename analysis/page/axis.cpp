#include "axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <fmt/format.h>

namespace abstat {

namespace {

constexpr std::size_t most_ticks = 6;

// The smallest of 1, 2, 2.5, 5 times a power of ten that cuts `width` into at most so many pieces.
double round_step(double width, double pieces) {
  const double raw = width / pieces;
  const double decade = std::pow(10.0, std::floor(std::log10(raw)));
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * decade >= raw * (1 - 1e-9)) return factor * decade;
  }
  return 10 * decade;
}

// "2.5", "3000", "1e+12": six digits hide that a tenth of a step is no exact double.
std::string label_for(double value, std::string_view suffix) {
  return fmt::format("{:.6g}{}", value, suffix);
}

std::vector<Tick> round_ticks(Interval range, double step, std::string_view suffix) {
  std::vector<Tick> ticks;
  const double first = std::ceil(range.low / step - 1e-9) + 0.0;  // never -0
  const auto steps = static_cast<int>(std::floor(range.high / step + 1e-9) - first);
  for (int i = 0; i <= steps; ++i) {
    const double value = (first + i) * step;
    ticks.push_back({value, label_for(value, suffix)});
  }
  return ticks;
}

template <std::size_t N>
std::vector<Tick> decade_ticks(Interval range, const std::array<double, N>& factors,
                               std::string_view suffix) {
  std::vector<Tick> ticks;
  const auto last = static_cast<int>(std::ceil(std::log10(range.high)));
  for (auto decade = static_cast<int>(std::floor(std::log10(range.low))); decade <= last; ++decade) {
    for (const double factor : factors) {
      const double value = decade < 0 ? factor / std::pow(10.0, -decade) : factor * std::pow(10.0, decade);
      if (range.contains(value)) ticks.push_back({value, label_for(value, suffix)});
    }
  }
  return ticks;
}

// Dense marks where little more than one doubling is shown, powers of ten where it is many.
std::vector<Tick> log_ticks(Interval range, std::string_view suffix) {
  const double ratio = range.high / range.low;
  const double step = round_step(range.high - range.low, static_cast<double>(most_ticks - 1));
  if (ratio < 2.5) return round_ticks(range, step, suffix);
  std::vector<Tick> ticks = decade_ticks(range, std::array{1.0, 1.5, 2.0, 3.0, 5.0, 7.0}, suffix);
  if (ticks.size() > most_ticks) ticks = decade_ticks(range, std::array{1.0, 2.0, 5.0}, suffix);
  if (ticks.size() > most_ticks) ticks = decade_ticks(range, std::array{1.0}, suffix);
  while (ticks.size() > most_ticks) {
    for (std::size_t at = ticks.size(); at-- > 0;) {
      if (at % 2 == 1) ticks.erase(ticks.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }
  return ticks;
}

}  // namespace

Axis Axis::from_zero(double high) {
  Axis axis;
  if (!(high > 0) || !std::isfinite(high)) high = 1;
  const double step = round_step(high, static_cast<double>(most_ticks - 1));
  axis.high_ = step * std::ceil(high / step - 1e-9);
  axis.ticks_ = round_ticks({0, axis.high_}, step, {});
  return axis;
}

Axis Axis::logarithmic(Interval range, std::string_view suffix) {
  Axis axis;
  const double room = std::max(1.03, std::pow(range.high / range.low, 0.06));
  axis.low_ = range.low / room;
  axis.high_ = range.high * room;
  axis.log_ = true;
  axis.ticks_ = log_ticks({axis.low_, axis.high_}, suffix);
  return axis;
}

double Axis::place(double value) const {
  const double share =
      log_ ? std::log(value / low_) / std::log(high_ / low_) : (value - low_) / (high_ - low_);
  return std::isnan(share) ? 0 : std::clamp(share, 0.0, 1.0);
}

void Axis::thin_ticks(double share) {
  double before = -1;
  std::erase_if(ticks_, [&](const Tick& tick) {
    const double here = place(tick.value);
    if (here - before < share) return true;
    before = here;
    return false;
  });
}

}  // namespace abstat
