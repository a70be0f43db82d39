#include <catch2/catch.hpp>
#include <tuple>

#include <abstat/figure.hpp>

using abstat::Figure;
using abstat::parse_figure;

TEST_CASE("a printed number stands for every value that prints so") {
  const auto [text, low, high] = GENERATE(table<const char*, double, double>({
      {"0.523", 0.5225, 0.5235},
      {"76", 75.5, 76.5},
      {"-0.01", -0.015, -0.005},
      {"1252.57", 1252.565, 1252.575},
  }));
  const auto figure = parse_figure(text);
  REQUIRE(figure);
  CHECK(figure->interval().low == low);
  CHECK(figure->interval().high == high);
}

TEST_CASE("a figure keeps its digits") {
  const auto* text = GENERATE("0", "0.9", "1279.80", "-0.00", "-25536", "9223372036854775807", "0.000",
                              "2638898.83", "inf", "-inf", "nan", "-0.5");
  CHECK(parse_figure(text)->text() == text);
}

TEST_CASE("an exponent is read and printed in plain notation") {
  const auto [text, plain] = GENERATE(table<const char*, const char*>({
      {"2.200000e+01", "22.00000"},
      {"1e3", "1000"},
      {"5.000000e-01", "0.5000000"},
  }));
  CHECK(parse_figure(text)->text() == plain);
}

TEST_CASE("the spellings of infinity and not-a-number of every C runtime are read") {
  const auto [text, printed] = GENERATE(table<const char*, const char*>({
      {"-nan", "nan"},
      {"1.#INF", "inf"},
      {"-1.#INF00", "-inf"},
      {"-1.#IND", "nan"},
      {"1.#QNAN", "nan"},
  }));
  CHECK(parse_figure(text)->text() == printed);
}

TEST_CASE("what is not one number is refused") {
  const auto* text = GENERATE("", " 1", "1 ", "1,252", "--1", ".", "1.2.3", "0x10", "12a", "e5",
                              "18446744073709551616", "1e999");
  CHECK_FALSE(parse_figure(text));
}

TEST_CASE("a value rounds to a figure half away from zero") {
  CHECK(abstat::rounded_figure(1279.796, 2) == Figure{127980, 2, abstat::FigureKind::finite, false});
  CHECK(abstat::rounded_figure(-0.5, 0).text() == "-1");
}

TEST_CASE("a figure of any length is written with all its digits, a zero in front of the point and no more") {
  for (std::int64_t digits = 1; digits < 100'000'000'000; digits = digits * 3 + 7) {
    for (int decimals = 0; decimals <= 9; ++decimals) {
      std::string expected = std::to_string(digits);
      const auto places = static_cast<std::size_t>(decimals);
      if (expected.size() <= places) expected.insert(0, places + 1 - expected.size(), '0');
      if (decimals > 0) expected.insert(expected.size() - places, ".");
      CHECK(abstat::Figure{digits, static_cast<std::int8_t>(decimals)}.text() == expected);
    }
  }
  CHECK(abstat::Figure{0, 0}.text() == "0");
  CHECK(abstat::Figure{0, 2}.text() == "0.00");
  CHECK(abstat::Figure{99'999'999, 7}.text() == "9.9999999");
  CHECK(abstat::whole_figure(std::numeric_limits<std::int64_t>::min()).text() == "-9223372036854775808");
}
