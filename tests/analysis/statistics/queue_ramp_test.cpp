#include "analysis/statistics/queue_ramp.hpp"

#include "analysis/statistics/golden.hpp"
#include "analysis/statistics/runs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include <abstat/measure.hpp>

TEST_CASE("a queue that fills spreads response times without any other cause",
          "[1.TPR_fifo_corrected][1.ramp_ratio][1.ramp_cv]") {
  const auto report = note_reports()[0];
  const auto ramp = abstat::queue_ramp(report);
  REQUIRE(ramp);
  CHECK(near(ramp->mean, golden("1.ramp_ratio")));
  CHECK(near(ramp->cv, golden("1.ramp_cv")));
  CHECK(near(report.time_per_request_ms->value() * ramp->mean, golden("1.TPR_fifo_corrected")));
}

TEST_CASE("counted request by request, the ramp is what its formula says") {
  constexpr int requests = 100'000;
  constexpr int connections = 5'000;
  double sum = 0;
  double squares = 0;
  for (int i = 1; i <= requests; ++i) {
    const double wait = std::min(i, connections);
    sum += wait;
    squares += wait * wait;
  }
  const double mean = sum / requests;
  abstat::Report report;
  report.requests.complete = requests;
  report.concurrency = connections;
  const auto ramp = abstat::queue_ramp(report);
  CHECK(near(ramp->mean, mean / connections, 1e-3));
  CHECK(near(ramp->cv, std::sqrt(squares / requests - mean * mean) / mean, 1e-3));
}

TEST_CASE("more connections than requests are as many as requests") {
  abstat::Report report;
  report.requests.complete = 10;
  report.concurrency = 100;
  CHECK(abstat::queue_ramp(report)->mean == 0.5);
  report.requests.complete = 0;
  CHECK_FALSE(abstat::queue_ramp(report));
}

TEST_CASE("what a naive interval rests on comes with it") {
  const auto report = note_reports()[0];
  const auto within = abstat::within_run(report, {abstat::MetricKind::throughput, 0});
  REQUIRE(within->naive);
  CHECK(within->ramp_cv == abstat::queue_ramp(report)->cv);
}
