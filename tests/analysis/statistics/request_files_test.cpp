#include "analysis/statistics/batch_means.hpp"
#include "analysis/statistics/golden.hpp"
#include "analysis/statistics/order_statistics.hpp"
#include "analysis/statistics/pooled_percentile.hpp"
#include "analysis/statistics/runs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fmt/format.h>

#include <abstat/attachments.hpp>
#include <abstat/measure.hpp>

namespace {

abstat::CountedValues counted(std::int64_t first, std::int64_t last, std::uint64_t each) {
  abstat::CountedValues values;
  for (std::int64_t value = first; value <= last; ++value) values.counts.push_back({value, each});
  values.total = each * static_cast<std::uint64_t>(last - first + 1);
  return values;
}

}  // namespace

TEST_CASE("seconds of a run are batches", "[2b.per_second]") {
  const auto batches = abstat::batch_means(golden_list("2b.per_second counts"));
  REQUIRE(batches);
  CHECK(near(batches->mean, golden("2b.per_second mean")));
  CHECK(near(batches->standard_error, golden("2b.per_second se")));
  CHECK(near(batches->interval(0.95).low, golden("2b.per_second lo")));
  CHECK(near(batches->interval(0.95).high, golden("2b.per_second hi")));
  CHECK(near(batches->lag1, golden("2b.per_second lag1")));
  CHECK(near(batches->von_neumann, golden("2b.per_second von_neumann")));
  CHECK(batches->seconds_each == 1);
  CHECK_FALSE(batches->autocorrelated);
}

TEST_CASE("seconds that resemble their neighbours are joined while ten batches are left") {
  std::vector<double> slow;
  for (int i = 0; i < 40; ++i) slow.push_back(1000 + 50 * std::sin(i / 6.0));
  const auto batches = abstat::batch_means(slow);
  CHECK(batches->batches == 10);
  CHECK(batches->seconds_each == 4);
  CHECK(batches->autocorrelated);
  CHECK_FALSE(abstat::batch_means(std::vector<double>(9, 1.0)));
}

TEST_CASE("the first and the last second of a log are left out, empty ones count 0") {
  abstat::RequestLog log;
  log.starts.counts = {{100, 5}, {101, 7}, {103, 9}, {104, 1}};
  CHECK(abstat::starts_per_second(log) == std::vector<double>{7, 0, 9});
  log.starts.counts = {{100, 5}, {101, 7}, {1'000'000, 9}};
  CHECK(abstat::starts_per_second(log).empty());
}

TEST_CASE("tables bound the percentile of all runs together", "[8.pooled_bounds_R7_R8]") {
  const auto reports = note_reports();
  for (const int level : {50, 66, 75, 80, 90, 95, 98, 99}) {
    const auto pooled = abstat::pooled_percentile({&reports[6], &reports[7]}, level);
    const auto expected = golden_list(fmt::format("8.pooled_bounds_R7_R8 p{}", level));
    REQUIRE(pooled);
    CHECK(pooled->ms == abstat::Interval{expected[0], expected[1]});
    CHECK_FALSE(pooled->exact);
  }
  CHECK_FALSE(abstat::pooled_percentile({}, 95));
}

TEST_CASE("request logs pool to one value") {
  std::vector reports{run_of("a", "1", 100), run_of("a", "2", 100)};
  for (std::size_t i = 0; i < 2; ++i) {
    auto attachments = std::make_shared<abstat::Attachments>();
    attachments->request_log.emplace();
    const auto from = static_cast<std::int64_t>(100 * i);
    attachments->request_log->total_ms = counted(from + 1, from + 100, 10);
    reports[i].attachments = std::move(attachments);
  }
  const auto pooled = abstat::pooled_percentile({&reports[0], &reports[1]}, 95);
  REQUIRE(pooled);
  CHECK(pooled->exact);
  CHECK(pooled->ms == abstat::Interval{191, 191});
}

TEST_CASE("a percentile without a printed row comes from the files of the run") {
  auto report = run_of("a", "1", 100);
  auto attachments = std::make_shared<abstat::Attachments>();
  attachments->request_log.emplace();
  attachments->request_log->total_ms = counted(1, 100, 10);
  report.attachments = attachments;
  const abstat::Metric p97{abstat::MetricKind::percentile, 97};
  CHECK(abstat::measure(report, p97)->value == 98);
  attachments->percentile_file.emplace();
  attachments->percentile_file->ms[97] = abstat::parse_figure("97.250");
  CHECK(abstat::measure(report, p97)->value == 97.25);
  report.percentiles_ms.emplace();
  report.percentiles_ms->set(95, abstat::whole_figure(95));
  CHECK(abstat::measure(report, {abstat::MetricKind::percentile, 95})->value == 95);
  CHECK(abstat::percentile_interval_from_table(report, 95, 0.95) == abstat::Interval{93.5, 97.5});
}

TEST_CASE("the -e file and the table count their rows differently") {
  CHECK(abstat::table_order(1000, 95) == 951);
  CHECK(abstat::file_order(1000, 95) == 951);
  CHECK(abstat::table_order(10, 95) == 10);
  CHECK(abstat::file_order(10, 95) == 11);
  CHECK(abstat::table_order(7, 50) == 4);
  CHECK(abstat::file_order(7, 50) == 5);
}

TEST_CASE("a run whose seconds stay alike says so, and its throughput has batches") {
  auto report = run_of("a", "1", 1000);
  auto attachments = std::make_shared<abstat::Attachments>();
  attachments->request_log.emplace();
  for (int i = 0; i < 42; ++i) {
    attachments->request_log->starts.counts.push_back(
        {i + 1, static_cast<std::uint64_t>(1000 + 50 * std::sin(i / 6.0))});
  }
  report.attachments = attachments;
  const auto caveats = abstat::run_caveats(report);
  CHECK(std::ranges::find(caveats, abstat::CaveatCode::autocorrelated, &abstat::Caveat::code) !=
        caveats.end());
  const auto within = abstat::within_run(report, {abstat::MetricKind::throughput, 0});
  REQUIRE(within);
  REQUIRE(within->batch_means);
  CHECK(within->batch_means->contains(1000));
}
