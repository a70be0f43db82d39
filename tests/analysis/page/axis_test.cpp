#include "analysis/page/axis.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <rapidcheck.h>
#include <string>
#include <vector>

using abstat::Axis;

namespace {

std::vector<std::string> labels(const Axis& axis) {
  std::vector<std::string> all;
  for (const abstat::Tick& tick : axis.ticks()) all.push_back(tick.label);
  return all;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("an axis from zero ends at a round number above its largest value") {
  const Axis axis = Axis::from_zero(4551);
  CHECK(labels(axis) == Labels{"0", "1000", "2000", "3000", "4000", "5000"});
  CHECK(axis.place(2500) == 0.5);
}

TEST_CASE("tenths are labelled as tenths") {
  CHECK(labels(Axis::from_zero(0.31)) == Labels{"0", "0.1", "0.2", "0.3", "0.4"});
}

TEST_CASE("an axis for nothing but zero is an axis all the same") {
  CHECK(Axis::from_zero(0).place(0) == 0);
  CHECK(labels(Axis::from_zero(0)).size() > 2);
}

TEST_CASE("half and double are as far from one on a logarithmic axis") {
  const Axis axis = Axis::logarithmic({0.5, 2}, "x");
  CHECK(axis.place(1) == Approx(0.5));
  CHECK(axis.place(2) - axis.place(1) == Approx(axis.place(1) - axis.place(0.5)));
  CHECK(labels(axis) == Labels{"0.5x", "0.7x", "1x", "1.5x", "2x"});
}

TEST_CASE("a narrow logarithmic axis has round marks close together") {
  CHECK(labels(Axis::logarithmic({0.95, 1.3}, "x")) == Labels{"1x", "1.1x", "1.2x", "1.3x"});
}

TEST_CASE("a wide logarithmic axis has powers of ten") {
  CHECK(labels(Axis::logarithmic({2, 90000})) == Labels{"10", "100", "1000", "10000", "100000"});
}

TEST_CASE("marks too close to the one before are left out") {
  Axis axis = Axis::from_zero(5000);
  axis.thin_ticks(0.3);
  CHECK(labels(axis) == Labels{"0", "2000", "4000"});
}

TEST_CASE("an axis has few marks and every value a place, whatever its range") {
  rc::check("for all positive ranges", [] {
    const double low =
        *rc::gen::map(rc::gen::inRange(-300, 300), [](int e) { return std::pow(10.0, e / 2.0); });
    const double high = low * *rc::gen::map(rc::gen::inRange(0, 1000), [](int p) { return 1 + p / 7.0; });
    for (const Axis& axis : {Axis::from_zero(high), Axis::logarithmic({low, high})}) {
      RC_ASSERT(axis.ticks().size() <= 7U);
      RC_ASSERT(axis.place(low) >= 0 && axis.place(high) <= 1 && axis.place(low) <= axis.place(high));
    }
  });
}
