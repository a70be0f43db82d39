#include <catch2/catch.hpp>

#include <abstat/counted.hpp>

TEST_CASE("one thing is counted in the singular, none and several in the plural") {
  CHECK(abstat::counted(1, "run", "runs") == "1 run");
  CHECK(abstat::counted(0, "run", "runs") == "0 runs");
  CHECK(abstat::counted(6, "run", "runs") == "6 runs");
}
