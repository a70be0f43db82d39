#include "bench/closed_loop.hpp"

#include "analysis/statistics/golden.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <fmt/format.h>

namespace {

constexpr int runs = 1000;
constexpr int published_runs = 10'000;
constexpr double standard_errors = 4;

// Of a mean and of an sd as estimated from so many runs; rates are skewed a little, for which four of these
// leave room.
double error_of_mean(double sd, int count) {
  return sd / std::sqrt(count);
}
double error_of_sd(double sd, int count) {
  return sd / std::sqrt(2.0 * count);
}

}  // namespace

// The rows of gamma service times with a server of its own for each connection (0 to 2) or four workers and
// one queue (6 to 8); n = 1000, c = 100.
TEST_CASE("the server the coverage is measured on varies as one simulated elsewhere",
          "[2.simulation_n1000_c100_w4]") {
  const int row = GENERATE(0, 1, 2, 6, 7, 8);
  const auto published = [&](const char* name) {
    return golden(fmt::format("2.simulation_n1000_c100_w4 rows {} {}", row, name));
  };
  const bench::Server server{row < 3 ? 100 : 4, published("cv")};
  std::mt19937_64 random(1);
  double mean = 0;
  double sum_log = 0;
  double squares_log = 0;
  for (int run = 0; run < runs; ++run) {
    const double share = bench::run_rate(server, 1000, random) / server.workers;
    mean += share / runs;
    sum_log += std::log(share);
    squares_log += std::log(share) * std::log(share);
  }
  const double sd_pct = 100 * std::sqrt((squares_log - sum_log * sum_log / runs) / (runs - 1));
  const double sd = published("true_sd_pct");
  constexpr double printed = 0.005;
  CHECK(std::abs(sd_pct - sd) <
        printed + standard_errors * std::hypot(error_of_sd(sd, runs), error_of_sd(sd, published_runs)));
  CHECK(std::abs(100 * (mean - 1) - published("bias_ss_pct")) <
        printed + standard_errors * std::hypot(error_of_mean(sd, runs), error_of_mean(sd, published_runs)));
}
