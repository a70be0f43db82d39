#include "figure_grammar.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include <abstat/figure.hpp>

namespace abstat {

namespace {

// 10^0 to 10^18, all exact in a double.
constexpr std::array<double, 19> powers_of_ten{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                               1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};

double power_of_ten(int exponent) {
  const auto index = static_cast<std::size_t>(std::abs(exponent));
  return index < powers_of_ten.size() ? powers_of_ten.at(index) : std::pow(10.0, std::abs(exponent));
}

// Dividing by an exact power rounds once; multiplying by 10^-d would round twice.
double scaled(double digits, int decimals) {
  return decimals >= 0 ? digits / power_of_ten(decimals) : digits * power_of_ten(decimals);
}

}  // namespace

double Figure::value() const {
  switch (kind) {
    case FigureKind::infinite:
      return negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    case FigureKind::not_a_number:
      return std::numeric_limits<double>::quiet_NaN();
    case FigureKind::finite:
      break;
  }
  const double magnitude = scaled(static_cast<double>(digits), decimals);
  return digits == 0 && negative ? -0.0 : magnitude;
}

double Figure::half_unit() const {
  return scaled(0.5, decimals);
}

Interval Figure::interval() const {
  if (!finite()) return {value(), value()};
  const auto middle = static_cast<double>(digits);
  return {scaled(middle - 0.5, decimals), scaled(middle + 0.5, decimals)};
}

std::string Figure::text() const {
  if (kind == FigureKind::infinite) return negative ? "-inf" : "inf";
  if (kind == FigureKind::not_a_number) return "nan";
  std::string magnitude = fmt::format("{}", digits);
  if (magnitude.front() == '-') magnitude.erase(0, 1);
  if (decimals < 0 && digits != 0) magnitude.append(static_cast<std::size_t>(-decimals), '0');
  if (decimals > 0) {
    const auto places = static_cast<std::size_t>(decimals);
    if (magnitude.size() <= places) magnitude.insert(0, places + 1 - magnitude.size(), '0');
    magnitude.insert(magnitude.size() - places, ".");
  }
  return negative ? "-" + magnitude : magnitude;
}

std::optional<Figure> parse_figure(std::string_view text) {
  pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*> in(
      text.data(), text.data() + text.size(), "");
  Figure figure;
  if (!pegtl::parse<pegtl::seq<rules::figure, pegtl::eof>, rules::figure_action>(in, figure)) {
    return std::nullopt;
  }
  return figure;
}

Figure rounded_figure(double value, int decimals) {
  if (std::isnan(value)) return {0, 0, FigureKind::not_a_number, false};
  const double units = std::round(value * power_of_ten(decimals));
  if (std::abs(units) >= 9.2e18) return {0, 0, FigureKind::infinite, value < 0};
  return {static_cast<std::int64_t>(units), static_cast<std::int8_t>(decimals), FigureKind::finite,
          std::signbit(value)};
}

}  // namespace abstat
