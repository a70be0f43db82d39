#include "figure_grammar.hpp"
#include "line_digits.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include <abstat/figure_text.hpp>

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

// The smallest number has no positive counterpart of its own type.
std::uint64_t magnitude_of(std::int64_t number) {
  return number < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(number)
                    : static_cast<std::uint64_t>(number);
}

std::string long_text(const Figure& figure) {
  const auto& [digits, decimals, kind, negative] = figure;
  std::string text;
  if (kind == FigureKind::not_a_number) {
    return "nan";
  }
  if (negative) text += '-';
  if (kind == FigureKind::infinite) return text + "inf";
  const fmt::format_int printed(magnitude_of(digits));
  const std::string_view magnitude(printed.data(), printed.size());
  const auto places = static_cast<std::size_t>(std::max<int>(decimals, 0));
  if (magnitude.size() > places) {
    text += magnitude.substr(0, magnitude.size() - places);
  } else {
    text += '0';
  }
  if (decimals < 0 && digits != 0) text.append(static_cast<std::size_t>(-decimals), '0');
  if (places == 0) return text;
  text += '.';
  if (magnitude.size() < places) text.append(places - magnitude.size(), '0');
  text += magnitude.substr(magnitude.size() - std::min(magnitude.size(), places));
  return text;
}

// What ab prints on a good day: up to eight digits.
bool is_short(const Figure& figure) {
  return figure.finite() && !figure.negative && static_cast<std::uint64_t>(figure.digits) < 100'000'000 &&
         static_cast<std::uint8_t>(figure.decimals) < digits::width;
}

// Eight bytes are stored at once, and those behind the point once more one byte further.
char* write_short(char* at, std::uint64_t number, std::size_t decimals) {
  const std::uint64_t eight = digits::eight_digits(number);
  // The last digit in front of the point is written even if it is a zero.
  const std::uint64_t last_whole = std::uint64_t{1} << (8 * (digits::width - 1 - decimals));
  const auto zeros = static_cast<std::size_t>(std::countr_zero(eight | last_whole)) / 8;
  const std::uint64_t text = (eight + digits::each('0')) >> (8 * zeros);
  const std::size_t whole = digits::width - zeros - decimals;
  digits::store(at, text);
  if (decimals == 0) return at + whole;
  at[whole] = '.';
  digits::store(at + whole + 1, text >> (8 * whole));
  return at + whole + 1 + decimals;
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
  std::string text;
  append_to(text);
  return text;
}

void Figure::append_to(std::string& text) const {
  std::array<char, longest_figure_text> room;  // NOLINT: not filled first
  text.append(room.data(), static_cast<std::size_t>(write_figure(room.data(), *this) - room.data()));
}

namespace internal {

constexpr std::array<WholeText, 1000> texts_of_wholes() {
  std::array<WholeText, 1000> texts{};
  for (unsigned number = 0; number < texts.size(); ++number) {
    WholeText& whole = texts.at(number);
    if (number >= 100) whole.text[whole.size++] = static_cast<char>('0' + number / 100);
    if (number >= 10) whole.text[whole.size++] = static_cast<char>('0' + number / 10 % 10);
    whole.text[whole.size++] = static_cast<char>('0' + number % 10);
  }
  return texts;
}
constinit const std::array<WholeText, 1000> whole_texts = texts_of_wholes();

char* write_longer_figure(char* at, const Figure& figure) {
  if (is_short(figure)) {
    return write_short(at, static_cast<std::uint64_t>(figure.digits),
                       static_cast<std::size_t>(figure.decimals));
  }
  const std::string text = long_text(figure);
  return std::copy(text.begin(), text.end(), at);
}

}  // namespace internal

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
