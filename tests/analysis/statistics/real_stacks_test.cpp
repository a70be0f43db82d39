// Requests per second that ab measured of real stacks (gunicorn, flask, django, nginx and redis on two
// cores): ten blocks, one run of each stack per block.
#include "analysis/statistics/runs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/comparison.hpp>
#include <abstat/ranking.hpp>

namespace {

using abstat::SpeedupVerdict;

struct Measured {
  std::string stack;
  std::vector<double> rates;
};

// On an otherwise idle machine; the first block was disturbed.
const std::vector<Measured> idle{
    {"flask_builtin", {788.00, 1042.18, 1072.80, 1069.44, 1049.11, 756.39, 801.05, 794.39, 814.96, 798.05}},
    {"gunicorn4_sync_flask",
     {1685.75, 4347.92, 4128.32, 4383.18, 3967.09, 4079.77, 4063.17, 3324.71, 4130.47, 4082.78}},
    {"gunicorn4_gevent_flask",
     {1617.97, 2418.65, 2408.01, 2576.22, 2542.12, 2370.95, 2431.28, 2307.00, 2557.13, 2531.95}},
    {"gunicorn8_gevent_flask",
     {1621.04, 2124.80, 2399.28, 2189.19, 2320.24, 2247.89, 2358.95, 2413.67, 2405.08, 2367.59}},
    {"nginx_gunicorn4_gevent_flask",
     {1703.03, 1843.14, 2059.33, 2122.88, 1984.53, 1806.56, 2040.75, 2080.91, 1960.17, 1479.96}},
    {"nginx_gunicorn4_sync_flask",
     {1278.18, 3561.63, 2805.07, 3188.06, 2925.70, 2978.99, 2787.46, 2992.24, 2731.51, 2708.03}},
    {"nginx_gunicorn4_sync_django",
     {1836.75, 2693.89, 2273.83, 2470.70, 2522.04, 2183.27, 2365.47, 2459.85, 2375.55, 1961.77}},
    {"nginx_gunicorn4_gevent_django",
     {915.11, 1376.56, 1575.97, 1561.05, 1528.77, 1574.98, 1552.51, 1438.78, 1612.62, 1550.90}},
    {"gunicorn4_sync_django",
     {2241.49, 3331.49, 3226.62, 3216.56, 3107.11, 3181.02, 3095.61, 3163.16, 2669.77, 2972.35}},
    {"gunicorn4_gevent_django",
     {1166.28, 1330.39, 1584.30, 1826.63, 1422.12, 1659.00, 1789.36, 1753.44, 1844.02, 1680.26}}};

// While other work ran on the machine.
const std::vector<Measured> disturbed{
    {"gunicorn4_sync_django",
     {3181.41, 2862.38, 2789.74, 2669.46, 2384.19, 1732.26, 1484.35, 2214.23, 1296.56, 479.39}},
    {"flask_builtin", {833.98, 680.66, 620.96, 718.77, 795.42, 652.25, 822.04, 597.82, 598.45, 494.95}},
    {"nginx_gunicorn4_gevent_django",
     {1422.14, 514.25, 1483.34, 407.55, 1198.03, 830.05, 1440.61, 906.01, 883.25, 625.92}}};

std::vector<abstat::Report> reports_of(const std::vector<Measured>& campaign,
                                       const std::vector<std::string>& stacks) {
  std::vector<abstat::Report> reports;
  for (const Measured& measured : campaign) {
    if (std::ranges::find(stacks, measured.stack) == stacks.end()) continue;
    for (std::size_t i = 0; i < measured.rates.size(); ++i) {
      reports.push_back(run_of(measured.stack, fmt::format("{:02}", i + 1), measured.rates[i]));
    }
  }
  return reports;
}

abstat::Comparison pair_of(const std::string& stack, const std::string& baseline, double margin) {
  abstat::CompareOptions options;
  options.baseline = baseline;
  options.margin = margin;
  const auto table = abstat::compare_reports(reports_of(idle, {stack, baseline}), options);
  REQUIRE(table);
  CHECK(table->blocked);
  return table->comparisons.front();
}

bool has(const std::vector<abstat::Caveat>& caveats, abstat::CaveatCode code) {
  return std::ranges::find(caveats, code, &abstat::Caveat::code) != caveats.end();
}

}  // namespace

TEST_CASE("in-block ratios of real stacks agree with a bootstrap made elsewhere") {
  struct Row {
    std::string stack;
    std::string baseline;
    double ratio;
    double low;
    double high;
    SpeedupVerdict verdict;
  };
  const auto row = GENERATE(values<Row>({
      {"gunicorn4_gevent_flask", "gunicorn4_sync_flask", 0.64, 0.59, 0.71, SpeedupVerdict::slower},
      {"gunicorn8_gevent_flask", "gunicorn4_gevent_flask", 0.95, 0.91, 0.98, SpeedupVerdict::slower},
      {"nginx_gunicorn4_gevent_flask", "gunicorn4_gevent_flask", 0.80, 0.73, 0.87, SpeedupVerdict::slower},
      {"nginx_gunicorn4_sync_flask", "gunicorn4_sync_flask", 0.73, 0.70, 0.78, SpeedupVerdict::slower},
      {"gunicorn4_sync_flask", "flask_builtin", 4.17, 3.48, 4.77, SpeedupVerdict::faster},
  }));
  const auto found = pair_of(row.stack, row.baseline, 1.05);
  CHECK(found.speedup.value == Approx(row.ratio).epsilon(0.01));
  // A percentile bootstrap of ten blocks is narrower than t.
  CHECK(found.pointwise->low <= row.low + 0.005);
  CHECK(found.pointwise->low == Approx(row.low).epsilon(0.04));
  CHECK(found.pointwise->high == Approx(row.high).epsilon(0.07));
  CHECK(found.verdict == row.verdict);
}

TEST_CASE("a real difference of 5 % is the same where 10 % is what matters") {
  const auto found = pair_of("gunicorn8_gevent_flask", "gunicorn4_gevent_flask", 1.10);
  CHECK(*found.p_adjusted < 0.05);
  CHECK(found.verdict == SpeedupVerdict::same);
}

TEST_CASE("real stacks that the data does not tell apart share ranks") {
  std::vector<std::string> all;
  for (const Measured& measured : idle) all.push_back(measured.stack);
  const auto ranking = abstat::rank_reports(reports_of(idle, all), {});
  struct Row {
    std::string stack;
    std::size_t low;
    std::size_t high;
  };
  const std::vector<Row> expected{{"gunicorn4_sync_flask", 1, 2},          {"gunicorn4_sync_django", 1, 3},
                                  {"nginx_gunicorn4_sync_flask", 2, 6},    {"gunicorn4_gevent_flask", 3, 6},
                                  {"nginx_gunicorn4_sync_django", 3, 6},   {"gunicorn8_gevent_flask", 3, 6},
                                  {"nginx_gunicorn4_gevent_flask", 7, 8},  {"gunicorn4_gevent_django", 7, 9},
                                  {"nginx_gunicorn4_gevent_django", 8, 9}, {"flask_builtin", 10, 10}};
  REQUIRE(ranking.stacks.size() == expected.size());
  for (std::size_t place = 0; place < expected.size(); ++place) {
    CHECK(ranking.stacks[place].of.stack == expected[place].stack);
    CHECK(ranking.stacks[place].rank.low == expected[place].low);
    CHECK(ranking.stacks[place].rank.high == expected[place].high);
  }
}

TEST_CASE("a disturbed machine is named and nothing is claimed that its noise hides") {
  std::vector<std::string> all;
  for (const Measured& measured : disturbed) all.push_back(measured.stack);
  abstat::CompareOptions options;
  options.baseline = "flask_builtin";
  const auto table = abstat::compare_reports(reports_of(disturbed, all), options);
  REQUIRE(table);
  for (const auto& stack : table->stacks) {
    const bool sync = stack.stack == "gunicorn4_sync_django";
    CHECK(has(stack.caveats, abstat::CaveatCode::outlier) == sync);
    CHECK(has(stack.caveats, abstat::CaveatCode::drift) == sync);
  }
  const auto nginx =
      std::ranges::find(table->comparisons, "nginx_gunicorn4_gevent_django", &abstat::Comparison::stack);
  REQUIRE(nginx != table->comparisons.end());
  // 1.32 times the rate, and yet no verdict.
  CHECK(nginx->speedup.value == Approx(1.324).epsilon(0.001));
  CHECK(nginx->verdict == SpeedupVerdict::undetermined);
  REQUIRE(nginx->needed);
  CHECK(nginx->needed->runs > 100);
}
