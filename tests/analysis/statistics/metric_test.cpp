#include <catch2/catch.hpp>

#include <abstat/metric.hpp>

using abstat::Metric;
using abstat::MetricKind;
using abstat::parse_metric;

TEST_CASE("every metric name reads back as the metric it names") {
  for (const std::string& name : abstat::metric_names()) {
    REQUIRE(parse_metric(name));
    CHECK(parse_metric(name)->name() == name);
  }
}

TEST_CASE("metrics have the names people use for them") {
  CHECK(parse_metric("rps") == Metric{MetricKind::throughput, 0});
  CHECK(parse_metric("median") == Metric{MetricKind::percentile, 50});
  CHECK(parse_metric("max") == Metric{MetricKind::percentile, 100});
  CHECK(parse_metric("p95") == Metric{MetricKind::percentile, 95});
}

TEST_CASE("what is no metric has none") {
  for (const auto* name : {"", "p", "p0", "p101", "p9x", "P95", "speed", "p-5", "p+5"})
    CHECK_FALSE(parse_metric(name));
}

TEST_CASE("rates are better high, times and failures low") {
  CHECK(parse_metric("goodput")->higher_is_better());
  CHECK(parse_metric("transfer-rate")->higher_is_better());
  CHECK_FALSE(parse_metric("mean")->higher_is_better());
  CHECK_FALSE(parse_metric("failure-rate")->higher_is_better());
  CHECK(parse_metric("p99")->unit() == "ms");
}
