#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include <abstat/plan.hpp>

namespace {

const std::vector<abstat::PlannedStack> three{{"sync", "http://localhost:8000/"},
                                              {"gevent", "http://localhost:8001/?a=1&b=2"},
                                              {"nginx/sync", "http://localhost:80/it's"}};

}  // namespace

TEST_CASE("every block runs every stack once, in an order of its own") {
  abstat::PlanOptions options;
  options.replicates = 8;
  const auto plan = abstat::plan_runs(three, options);
  REQUIRE(plan.runs.size() == 24);
  std::set<std::vector<std::size_t>> orders;
  for (std::size_t block = 0; block < 8; ++block) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < 3; ++i) order.push_back(plan.runs[3 * block + i].stack);
    CHECK(std::ranges::is_permutation(order, std::vector<std::size_t>{0, 1, 2}));
    CHECK(plan.runs[3 * block].block == block + 1);
    orders.insert(order);
  }
  CHECK(orders.size() > 1);
}

TEST_CASE("a seed gives the same plan again and another seed another") {
  abstat::PlanOptions options;
  const auto script = [&](std::uint64_t seed) {
    options.seed = seed;
    return abstat::shell_script(abstat::plan_runs(three, options));
  };
  CHECK(script(7) == script(7));
  CHECK(script(7) != script(8));
}

TEST_CASE("logs stand where compare finds stacks and blocks") {
  const auto plan = abstat::plan_runs(three, {});
  CHECK(plan.folders == std::vector<std::string>{"runs/sync", "runs/gevent", "runs/nginx_sync"});
  const auto first_of_sync = std::ranges::find(plan.runs, std::size_t{0}, &abstat::PlannedRun::stack);
  CHECK(first_of_sync->log == "runs/sync/01.log");
  CHECK(first_of_sync->command ==
        std::vector<std::string>{"ab", "-n", "1000", "-c", "100", "http://localhost:8000/"});
}

TEST_CASE("names that make the same folder get a number") {
  const auto plan = abstat::plan_runs({{"a/b", "x"}, {"a:b", "y"}, {"", "z"}, {"..", "w"}}, {});
  CHECK(plan.folders == std::vector<std::string>{"runs/a_b", "runs/a_b-2", "runs/stack", "runs/_."});
}

TEST_CASE("the script quotes what the shell would read") {
  abstat::PlanOptions options;
  options.replicates = 1;
  options.keep_alive = true;
  options.more_ab_options = {"-H", "X: $(reboot)"};
  const auto script = abstat::shell_script(abstat::plan_runs(three, options));
  CHECK(script.find("ab -n 1000 -c 100 -k -H 'X: $(reboot)' 'http://localhost:8001/?a=1&b=2'\n") !=
        std::string::npos);
  CHECK(script.find("'http://localhost:80/it'\\''s'\n") != std::string::npos);
  CHECK(script.starts_with("#!/bin/sh\n"));
}
