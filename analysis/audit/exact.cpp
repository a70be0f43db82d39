#include "exact.hpp"

#include <fmt/format.h>
#include <utility>

namespace abstat::exact {

namespace {

constexpr int most_decimals = 9;

Whole power_of_ten(int exponent) {
  Whole power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::string end_text(const std::optional<Fraction>& end, const Fraction& unit, int decimals,
                     const char* unbounded) {
  return end ? fmt::format("{:.{}f}", (*end / unit).value(), decimals) : unbounded;
}

}  // namespace

Fraction::Fraction(Whole over, Whole under) : numerator(std::move(over)), denominator(std::move(under)) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
}

double Fraction::value() const {
  return static_cast<double>(numerator.convert_to<long double>() / denominator.convert_to<long double>());
}

Fraction operator+(const Fraction& a, const Fraction& b) {
  // Long sums share a denominator; multiplying it up each time would leave the 512 bits.
  if (a.denominator % b.denominator == 0) {
    return {Whole(a.numerator + b.numerator * (a.denominator / b.denominator)), a.denominator};
  }
  if (b.denominator % a.denominator == 0) return b + a;
  return {Whole(a.numerator * b.denominator + b.numerator * a.denominator),
          Whole(a.denominator * b.denominator)};
}

Fraction operator-(const Fraction& a, const Fraction& b) {
  return a + Fraction(Whole(-b.numerator), b.denominator);
}

Fraction operator*(const Fraction& a, const Fraction& b) {
  return {Whole(a.numerator * b.numerator), Whole(a.denominator * b.denominator)};
}

Fraction operator/(const Fraction& a, const Fraction& b) {
  return {Whole(a.numerator * b.denominator), Whole(a.denominator * b.numerator)};
}

bool operator<(const Fraction& a, const Fraction& b) {
  return a.numerator * b.denominator < b.numerator * a.denominator;
}

bool operator<=(const Fraction& a, const Fraction& b) {
  return !(b < a);
}

Fraction least(const Fraction& a, const Fraction& b) {
  return b < a ? b : a;
}

Fraction greatest(const Fraction& a, const Fraction& b) {
  return a < b ? b : a;
}

Fraction magnitude(const Fraction& a) {
  return a.negative() ? Fraction(Whole(-a.numerator), a.denominator) : a;
}

Whole floor(const Fraction& a) {
  Whole quotient = a.numerator / a.denominator;
  if (a.negative() && quotient * a.denominator != a.numerator) --quotient;
  return quotient;
}

Whole ceiling(const Fraction& a) {
  return -floor(Fraction(Whole(-a.numerator), a.denominator));
}

Range intersection(const Range& a, const Range& b) {
  Range both = a;
  if (b.low) both.low = a.low ? greatest(*a.low, *b.low) : *b.low;
  if (b.high) both.high = a.high ? least(*a.high, *b.high) : *b.high;
  return both;
}

bool meet(const Range& a, const Range& b) {
  return !intersection(a, b).empty();
}

Range scaled(const Range& range, const Fraction& positive) {
  Range result;
  if (range.low) result.low = *range.low * positive;
  if (range.high) result.high = *range.high * positive;
  return result;
}

Range negated(const Range& range) {
  Range result;
  if (range.low) result.high = Fraction(0) - *range.low;
  if (range.high) result.low = Fraction(0) - *range.high;
  return result;
}

bool usable(const Figure& figure) {
  return figure.finite() && figure.decimals <= most_decimals && figure.decimals >= -most_decimals;
}

Fraction value_of(const Figure& figure) {
  if (figure.decimals < 0) return Whole(figure.digits) * power_of_ten(-figure.decimals);
  return {Whole(figure.digits), power_of_ten(figure.decimals)};
}

Fraction half_unit_of(const Figure& figure) {
  if (figure.decimals < 0) return {power_of_ten(-figure.decimals), Whole(2)};
  return {Whole(1), Whole(2 * power_of_ten(figure.decimals))};
}

Range range_of(const Figure& figure) {
  return {value_of(figure) - half_unit_of(figure), value_of(figure) + half_unit_of(figure)};
}

std::string text_of(const Range& range, const Fraction& unit, int decimals) {
  return fmt::format("{} to {}", end_text(range.low, unit, decimals, "anything less"),
                     end_text(range.high, unit, decimals, "anything more"));
}

}  // namespace abstat::exact
