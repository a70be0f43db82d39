// Exact arithmetic for the audit: a printed figure is a decimal fraction, so what it implies is rational and
// can be compared without any tolerance of ours.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include <abstat/figure.hpp>

namespace abstat::exact {

// Wide enough that no product of the audit overflows: figures have 64 bits and at most nine decimals, no
// comparison multiplies more than five of them, and sums keep a common denominator.
using Whole = boost::multiprecision::int512_t;

// Not reduced; the denominator is positive.
struct Fraction {
  Whole numerator;
  Whole denominator = 1;

  Fraction(Whole value) : numerator(std::move(value)) {}  // NOLINT: whole numbers are fractions
  Fraction(std::int64_t value) : numerator(value) {}      // NOLINT
  Fraction(Whole over, Whole under);

  [[nodiscard]] double value() const;
  [[nodiscard]] bool negative() const { return numerator < 0; }
};

[[nodiscard]] Fraction operator+(const Fraction& a, const Fraction& b);
[[nodiscard]] Fraction operator-(const Fraction& a, const Fraction& b);
[[nodiscard]] Fraction operator*(const Fraction& a, const Fraction& b);
[[nodiscard]] Fraction operator/(const Fraction& a, const Fraction& b);  // b is not zero
[[nodiscard]] bool operator<(const Fraction& a, const Fraction& b);
[[nodiscard]] bool operator<=(const Fraction& a, const Fraction& b);
[[nodiscard]] Fraction least(const Fraction& a, const Fraction& b);
[[nodiscard]] Fraction greatest(const Fraction& a, const Fraction& b);
[[nodiscard]] Fraction magnitude(const Fraction& a);
// The largest whole number not above, the smallest not below.
[[nodiscard]] Whole floor(const Fraction& a);
[[nodiscard]] Whole ceiling(const Fraction& a);

// A closed range; an absent end is unbounded.
struct Range {
  std::optional<Fraction> low;
  std::optional<Fraction> high;

  [[nodiscard]] bool empty() const { return low && high && *high < *low; }
};

[[nodiscard]] Range intersection(const Range& a, const Range& b);
[[nodiscard]] bool meet(const Range& a, const Range& b);
[[nodiscard]] Range scaled(const Range& range, const Fraction& positive);
[[nodiscard]] Range negated(const Range& range);

// Whether the figure is a number such as ab prints: finite, with at most nine decimals.
[[nodiscard]] bool usable(const Figure& figure);

// The printed value; half a unit of its last digit; all values that print so. Only for usable figures.
[[nodiscard]] Fraction value_of(const Figure& figure);
[[nodiscard]] Fraction half_unit_of(const Figure& figure);
[[nodiscard]] Range range_of(const Figure& figure);

// "0.798358 to 0.798364", both ends divided by unit, so many decimals.
[[nodiscard]] std::string text_of(const Range& range, const Fraction& unit, int decimals);

}  // namespace abstat::exact
