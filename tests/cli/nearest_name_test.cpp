#include "cli/nearest_name.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using abstat::suggestion;

namespace {

const std::vector<std::string> commands{"report", "convert", "compare", "rank", "check", "audit", "plan"};

}  // namespace

TEST_CASE("a mistyped name suggests the nearest one") {
  CHECK(suggestion("comapre", commands) == "; did you mean 'compare'?");
  CHECK(suggestion("RANK", commands) == "; did you mean 'rank'?");
  CHECK(suggestion("chek", commands) == "; did you mean 'check'?");
}

TEST_CASE("a name that is like none suggests none") {
  CHECK(suggestion("frobnicate", commands).empty());
  CHECK(suggestion("", commands).empty());
  CHECK(suggestion("x", commands).empty());
  CHECK(suggestion(std::string(100000, 'a'), commands).empty());
}

TEST_CASE("of several near names the nearest is suggested") {
  const std::vector<std::string> names{"p95", "p99", "p50"};
  CHECK(suggestion("p98", names) == "; did you mean 'p95'?");  // as near as p99: the first of them
  CHECK(suggestion("p9", names) == "; did you mean 'p95'?");
}
