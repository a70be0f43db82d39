#include "analysis/audit/exact.hpp"

#include <catch2/catch.hpp>

namespace exact = abstat::exact;
using exact::Fraction;
using exact::Range;

TEST_CASE("a printed figure is the exact range of what prints so") {
  const Range range = exact::range_of(*abstat::parse_figure("0.523"));
  CHECK(range.low->numerator * 10000 == range.low->denominator * 5225);
  CHECK(range.high->numerator * 10000 == range.high->denominator * 5235);
}

TEST_CASE("whole numbers below and above a fraction keep to their side of zero") {
  CHECK(exact::floor(Fraction(-7, 2)) == -4);
  CHECK(exact::ceiling(Fraction(-7, 2)) == -3);
  CHECK(exact::floor(Fraction(7, 2)) == 3);
  CHECK(exact::ceiling(Fraction(7, 2)) == 4);
  CHECK(exact::floor(Fraction(-4)) == -4);
}

TEST_CASE("ranges that share one point meet") {
  CHECK(exact::meet({Fraction(1), Fraction(2)}, {Fraction(2), Fraction(3)}));
  CHECK_FALSE(exact::meet({Fraction(1), Fraction(2)}, {Fraction(2001, 1000), Fraction(3)}));
  CHECK(exact::meet({Fraction(1), std::nullopt}, {Fraction(1000000), Fraction(1000001)}));
}

TEST_CASE("long sums do not outgrow their width") {
  Fraction sum{0};
  for (int i = 0; i < 100'000; ++i) sum = sum + Fraction(1, 1'000'000'006) * Fraction(1, 2);
  CHECK(sum.numerator == 100'000);
  CHECK(sum.denominator == 2'000'000'012);
}

TEST_CASE("infinite and absurdly precise figures are not usable") {
  CHECK_FALSE(exact::usable(*abstat::parse_figure("inf")));
  CHECK_FALSE(exact::usable(*abstat::parse_figure("-nan")));
  CHECK_FALSE(exact::usable(abstat::Figure{1, 100}));
  CHECK(exact::usable(*abstat::parse_figure("1252.57")));
}
