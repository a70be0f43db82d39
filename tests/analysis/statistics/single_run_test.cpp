#include "analysis/statistics/distributions.hpp"
#include "analysis/statistics/golden.hpp"
#include "analysis/statistics/mean_latency.hpp"
#include "analysis/statistics/order_statistics.hpp"
#include "analysis/statistics/proportion.hpp"
#include "analysis/statistics/runs.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <fmt/format.h>

#include <abstat/measure.hpp>

namespace {

constexpr abstat::Metric throughput{abstat::MetricKind::throughput, 0};
constexpr abstat::Metric goodput{abstat::MetricKind::goodput, 0};
constexpr abstat::Metric mean_latency{abstat::MetricKind::mean_latency, 0};

}  // namespace

TEST_CASE("one run has a Poisson yardstick and a conservative bound", "[2.reports]") {
  const auto reports = note_reports();
  const std::vector<std::string> names{"R1_flask",          "R2_g4sync", "R3_g4gevent", "R4_g8gevent",
                                       "R5_nginx_g4gevent", "R6_django", "R7_g_django", "R8_ggevent_django"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto within = abstat::within_run(reports[i], throughput);
    REQUIRE(within);
    const auto expected = [&](const char* key) {
      return golden(fmt::format("2.reports {} {}", names[i], key));
    };
    CHECK(near(*within->h_e, expected("hE")));
    const double h_naive = std::log(within->naive->high / reports[i].requests_per_second->value());
    CHECK(near(h_naive, expected("hN")));
    CHECK(near(*within->h_c, expected("hC")));
    CHECK(near(within->bound->low, expected("C_lo")));
    CHECK(near(within->bound->high, expected("C_hi")));
    CHECK(near(within->yardstick.low, expected("E_lo")));
    CHECK(near(within->yardstick.high, expected("E_hi")));
    CHECK(within->kind == abstat::Yardstick::poisson);
  }
}

TEST_CASE("the generations bound of the mean is the rate's, by Little's law", "[1.gen_hw][1.gen_ci][2.hE]") {
  const auto report = note_reports()[0];
  const double mean = report.connection_times_ms->total->mean.value();
  const double half_width = *abstat::within_run(report, throughput)->h_c * mean;
  CHECK(near(half_width, golden("1.gen_hw")));
  CHECK(near(mean - half_width, golden_list("1.gen_ci")[0]));
  CHECK(near(mean + half_width, golden_list("1.gen_ci")[1]));
  CHECK(near(*abstat::within_run(report, mean_latency)->h_e, golden("2.hE")));
}

TEST_CASE("sd over root n of a mean allows for what rounding hides", "[1.iid_ci_rounding]") {
  const auto naive = abstat::within_run(note_reports()[0], mean_latency)->naive;
  REQUIRE(naive);
  CHECK(near(naive->low, golden_list("1.iid_ci_rounding")[0]));
  CHECK(near(naive->high, golden_list("1.iid_ci_rounding")[1]));
}

TEST_CASE("of independent response times the mean would be known to t sd over root n",
          "[1.iid_hw][1.iid_ci]") {
  const auto report = note_reports()[0];
  const auto& total = *report.connection_times_ms->total;
  const double half_width =
      abstat::independent_half_width(*report.requests.complete, total.sd->value(), 0.95);
  CHECK(near(half_width, golden("1.iid_hw")));
  CHECK(near(total.mean.value() - half_width, golden_list("1.iid_ci")[0]));
  CHECK(near(total.mean.value() + half_width, golden_list("1.iid_ci")[1]));
}

TEST_CASE("connections that stood idle are counted by Little's law",
          "[1.eff_conc][2c.drain_R1][2c.drain_R6]") {
  struct Row {
    std::string key;
    std::size_t report;
    double time_taken;  // seconds, to the microsecond: the printed rate has six digits
  };
  const auto row = GENERATE(values<Row>({{"2c.drain_R1", 0, 0.798361}, {"2c.drain_R6", 5, 1.22492}}));
  auto report = note_reports()[row.report];
  const auto printed = abstat::slot_use(report);
  report.requests_per_second =
      abstat::rounded_figure(static_cast<double>(*report.requests.complete) / row.time_taken, 12);
  const auto use = abstat::slot_use(report);
  CHECK(near(use->busy, golden(row.key + " busy_slots")));
  CHECK(near(use->idle, golden(row.key + " drain_index")));
  CHECK(near(printed->busy, use->busy, 5e-6));
  const double if_all_were_busy = report.requests_per_second->value() / (1 - use->idle);
  CHECK(near(if_all_were_busy, golden(row.key + " c_over_mean")));
  if (row.report == 0) CHECK(near(use->busy, golden("1.eff_conc")));
}

TEST_CASE("the rate of connections that are all busy is known as far as the mean is", "[2c.drain_R1]") {
  const auto report = note_reports()[0];
  const auto mean = abstat::feasible_mean(report)->range;
  const auto connections = static_cast<double>(*report.concurrency);
  CHECK(near(connections / mean.low * 1000, golden("2c.drain_R1 hi_from_rounding")));
  CHECK(near(connections / mean.high * 1000, golden("2c.drain_R1 lo_from_rounding")));
}

TEST_CASE("the yardstick of goodput counts the good responses only") {
  const auto within = abstat::within_run(note_reports()[5], goodput);
  CHECK(near(*within->h_e, 1.959963984540054 / std::sqrt(638.0)));
}

TEST_CASE("goodput counts a response that failed twice once", "[5.goodput_django]") {
  const auto report = note_reports()[5];
  const auto good = abstat::good_responses(report);
  CHECK(good->low == 276);
  CHECK(good->high == 638);
  CHECK(near(abstat::measure(report, goodput)->value, golden("5.goodput_django goodput")));
  const auto interval = abstat::within_run(report, {abstat::MetricKind::failure_rate, 0})->yardstick;
  CHECK(near(interval.low, golden("5.goodput_django fail_lo")));
  CHECK(near(interval.high, golden("5.goodput_django fail_hi")));
}

TEST_CASE("no failure in n responses still leaves an upper bound", "[5.zero_failures_upper]") {
  const auto interval = abstat::clopper_pearson(0, 1000, 0.95);
  CHECK(interval.low == 0);
  CHECK(near(interval.high, golden("5.zero_failures_upper")));
}

TEST_CASE("whole milliseconds of three rows and Little's law bound the mean",
          "[1.mean_feasible][1.little_upper]") {
  auto report = note_reports()[0];
  const auto feasible = abstat::feasible_mean(report);
  REQUIRE(feasible);
  CHECK(feasible->consistent);
  CHECK(feasible->range.low == golden_list("1.mean_feasible")[0]);
  CHECK(feasible->range.high == golden_list("1.mean_feasible")[1]);
  CHECK(abstat::measure(report, mean_latency)->value == 76.75);
  report.connection_times_ms->connect.reset();
  CHECK(abstat::feasible_mean(report)->range.high == 77.5);
  report.connection_times_ms->total->mean = abstat::whole_figure(80);
  CHECK(near(abstat::feasible_mean(report)->range.high, golden("1.little_upper")));
}

TEST_CASE("a mean printed as 0 ms is refused, not taken as 0") {
  auto report = note_reports()[0];
  report.connection_times_ms->total->mean = abstat::whole_figure(0);
  report.connection_times_ms->processing->mean = abstat::whole_figure(0);
  const auto measured = abstat::measure(report, mean_latency);
  REQUIRE_FALSE(measured);
  CHECK(measured.error().reason == "the mean is below 0.5 ms: printed as 0");
}

TEST_CASE("fewer than two turns per slot leave the yardstick and no bound") {
  auto report = note_reports()[0];
  report.requests.complete = 150;
  const auto within = abstat::within_run(report, throughput);
  REQUIRE(within);
  CHECK_FALSE(within->bound);
}

TEST_CASE("one request says nothing about its run") {
  auto report = note_reports()[0];
  report.requests.complete = 1;
  CHECK_FALSE(abstat::within_run(report, throughput));
}

TEST_CASE("an sd printed as 0.0 counts as 0.05 ms") {
  auto report = note_reports()[0];
  report.connection_times_ms->total->sd = abstat::parse_figure("0.0");
  const auto within = abstat::within_run(report, {abstat::MetricKind::throughput, 0});
  // hG = t(.975, 9) * 0.05/77 / sqrt(10) is below hE: the bound is the yardstick.
  CHECK(*within->h_c == *within->h_e);
}

TEST_CASE("a run's own doubts are named") {
  const auto codes = [](const abstat::Report& report) {
    std::vector<abstat::CaveatCode> list;
    for (const auto& caveat : abstat::run_caveats(report)) list.push_back(caveat.code);
    return list;
  };
  using enum abstat::CaveatCode;
  const auto reports = note_reports();
  CHECK(codes(reports[0]) == std::vector{short_run, few_generations});
  CHECK(codes(reports[5]) == std::vector{tainted, few_generations, drain});
  CHECK(abstat::run_caveats(reports[5])[2].detail == "28 % of the slots stood idle");
}

TEST_CASE("missing lines make a refusal that names them") {
  abstat::Report report;
  CHECK(abstat::measure(report, throughput).error().reason ==
        "the report has no \"Requests per second\" line");
  report.requests_per_second = abstat::parse_figure("0.00");
  CHECK(abstat::measure(report, throughput).error().reason == "\"Requests per second\" is printed as 0");
  report.requests_per_second = abstat::parse_figure("inf");
  CHECK(abstat::measure(report, throughput).error().reason == "\"Requests per second\" is not a number");
  report.requests_per_second = abstat::parse_figure("100.00");
  CHECK(abstat::measure(report, goodput).error().reason == "the report has no \"Failed requests\" line");
  CHECK(abstat::measure(report, {abstat::MetricKind::percentile, 95}).error().reason ==
        "the report prints no p95");
}

TEST_CASE("the quantile of n values lies between two order statistics",
          "[8.n1000_p0.5][8.n100_p.99][8.n5_p.5]") {
  struct Row {
    std::string key;
    std::int64_t n;
    double p;
  };
  const auto row = GENERATE(values<Row>({{"8.n1000_p0.5", 1000, .5},
                                         {"8.n1000_p0.9", 1000, .9},
                                         {"8.n1000_p0.95", 1000, .95},
                                         {"8.n1000_p0.99", 1000, .99},
                                         {"8.n100_p.99", 100, .99},
                                         {"8.n6_p.5", 6, .5},
                                         {"8.n5_p.5", 5, .5}}));
  const auto range = abstat::quantile_order_range(row.n, row.p, 0.95);
  CHECK(static_cast<double>(range.low) == golden(row.key + " l"));
  CHECK(static_cast<double>(range.high) == golden(row.key + " u"));
  CHECK(near(range.coverage, golden(row.key + " coverage")));
}

TEST_CASE("the upper end of p99 needs 368 responses", "[8.min_n_for_p99_upper]") {
  const auto closed = [](std::int64_t n) { return abstat::quantile_order_range(n, .99, .95).high <= n; };
  const auto n = static_cast<std::int64_t>(golden("8.min_n_for_p99_upper"));
  CHECK(closed(n));
  CHECK_FALSE(closed(n - 1));
}

TEST_CASE("the printed table bounds a percentile by its neighbours", "[8.table_only_R7]") {
  const auto report = note_reports()[6];
  for (const int level : {90, 95, 99}) {
    const auto interval = abstat::percentile_interval_from_table(report, level, 0.95);
    const auto expected = golden_list(fmt::format("8.table_only_R7 p{} ci_ms", level));
    REQUIRE(interval);
    CHECK(interval->low == expected[0]);
    CHECK(interval->high == expected[1]);
  }
  CHECK(abstat::percentile_interval_from_table(report, 50, 0.95) == abstat::Interval{6.5, 83.5});
}
