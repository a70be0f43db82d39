#include <catch2/catch.hpp>

#include <abstat/caveat.hpp>

TEST_CASE("every caveat has a name of its own in the output format") {
  CHECK(abstat::to_string(abstat::CaveatCode::single_run) == "single-run");
  CHECK(abstat::to_string(abstat::CaveatCode::workload_differs) == "workload-differs");
}
