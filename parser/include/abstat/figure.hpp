// A number as it was printed: its digits and how many of them are decimals. It stands for every value that
// prints so, and all tolerances downstream are derived from it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace abstat {

// All values from low to high. Whether the ends belong to it is the caller's question: ab rounds halves up
// for milliseconds and to even (printf) for decimals, so both ends count as possible.
struct Interval {
  double low;
  double high;

  [[nodiscard]] bool contains(double value) const { return low <= value && value <= high; }
  [[nodiscard]] bool meets(const Interval& other) const { return low <= other.high && other.low <= high; }
  bool operator==(const Interval&) const = default;
};

enum class FigureKind : std::uint8_t { finite, infinite, not_a_number };

// Value = digits * 10^-decimals. "1279.80" is {127980, 2}; "2.200000e+01" is {2200000, 5}. A negative number
// of decimals comes from an exponent: "2e+03" is {2, -3}. "-0.00" keeps its sign in `negative`.
struct Figure {
  std::int64_t digits = 0;
  std::int8_t decimals = 0;
  FigureKind kind = FigureKind::finite;
  bool negative = false;

  [[nodiscard]] bool finite() const { return kind == FigureKind::finite; }
  // The nearest double; infinity or NaN when that was printed.
  [[nodiscard]] double value() const;
  // What prints so: half a unit of the last digit on either side.
  [[nodiscard]] Interval interval() const;
  // Half a unit of the last digit.
  [[nodiscard]] double half_unit() const;
  // The digits as printed ("0.9", "1279.80"); "inf", "-inf", "nan" when not finite. A figure printed with an
  // exponent comes out in plain notation.
  [[nodiscard]] std::string text() const;
  void append_to(std::string& text) const;

  // Equal means printed alike: 0.9 and 0.90 differ.
  bool operator==(const Figure&) const = default;
};

// Reads all of text as one number: sign, digits, at most one point, an optional exponent, or one of the
// spellings of infinity and NaN that C runtimes print (inf, -nan, 1.#INF, -1.#IND, 1.#QNAN). Nothing when
// text is anything else or has more digits than 64 bits hold.
[[nodiscard]] std::optional<Figure> parse_figure(std::string_view text);

// A figure from a whole number.
[[nodiscard]] constexpr Figure whole_figure(std::int64_t value) {
  return Figure{value, 0, FigureKind::finite, value < 0};
}

// value rounded half away from zero to so many decimals, as a figure.
[[nodiscard]] Figure rounded_figure(double value, int decimals);

}  // namespace abstat
