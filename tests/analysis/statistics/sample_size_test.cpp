#include "analysis/statistics/golden.hpp"

#include <catch2/catch.hpp>

#include <abstat/sample_size.hpp>

TEST_CASE("the fewest runs that find an effect with a power of 0.8", "[3g]") {
  struct Row {
    std::string key;
    double sd;
    double ratio;
  };
  const auto row = GENERATE(values<Row>({{"3g.sd0.03_ratio1.05", 0.03, 1.05},
                                         {"3g.sd0.05_ratio1.1", 0.05, 1.1},
                                         {"3g.sd0.1_ratio1.2", 0.1, 1.2}}));
  const auto size = abstat::runs_for_effect(row.sd, row.ratio);
  REQUIRE(size);
  CHECK(static_cast<double>(size->runs) == golden(row.key + " n"));
  CHECK(near(size->achieved, golden(row.key + " power")));
  CHECK(near(abstat::power_of(size->runs - 1, row.sd, row.ratio), golden(row.key + " power_prev")));
  // A ratio and its inverse are the same effect.
  CHECK(abstat::runs_for_effect(row.sd, 1 / row.ratio)->runs == size->runs);
}

TEST_CASE("the fewest runs for an interval of 5 %", "[3g.hw5pct_sd3]") {
  const auto size = abstat::runs_for_precision(0.03, 1.05);
  REQUIRE(size);
  CHECK(static_cast<double>(size->runs) == golden("3g.hw5pct_sd3 n"));
  CHECK(near(size->achieved, golden("3g.hw5pct_sd3 hw")));
}

TEST_CASE("no number of runs finds no effect") {
  CHECK_FALSE(abstat::runs_for_effect(0.03, 1));
  CHECK_FALSE(abstat::runs_for_effect(0, 1.05));
  CHECK_FALSE(abstat::runs_for_effect(0.5, 1.0001));
}
