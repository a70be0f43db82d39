#include "analysis/statistics/golden.hpp"
#include "analysis/statistics/log_t.hpp"
#include "analysis/statistics/run_to_run.hpp"
#include "analysis/statistics/runs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fmt/format.h>

#include <abstat/comparison.hpp>
#include <abstat/sample_size.hpp>

namespace {

using abstat::CaveatCode;
using abstat::SpeedupVerdict;

abstat::ComparisonTable compare(const std::vector<abstat::Report>& reports,
                                const abstat::CompareOptions& options) {
  auto table = abstat::compare_reports(reports, options);
  REQUIRE(table);
  return *std::move(table);
}

const abstat::Comparison& row(const abstat::ComparisonTable& table, std::string_view stack) {
  const auto it = std::ranges::find(table.comparisons, stack, &abstat::Comparison::stack);
  REQUIRE(it != table.comparisons.end());
  return *it;
}

bool has(const std::vector<abstat::Caveat>& caveats, CaveatCode code) {
  return std::ranges::find(caveats, code, &abstat::Caveat::code) != caveats.end();
}

abstat::CompareOptions against(std::string baseline) {
  abstat::CompareOptions options;
  options.baseline = std::move(baseline);
  return options;
}

abstat::CompareOptions welch_against(std::string baseline) {
  abstat::CompareOptions options = against(std::move(baseline));
  options.method = abstat::Method::log_t;
  return options;
}

}  // namespace

TEST_CASE("two single runs are separated only beyond both their bounds", "[2.single_run_ratios]") {
  struct Row {
    std::string stack;
    std::string baseline;
    bool separated;
  };
  const auto pair = GENERATE(values<Row>({{"R2", "R1", true},
                                          {"R3", "R1", true},
                                          {"R4", "R1", true},
                                          {"R8", "R7", true},
                                          {"R3", "R2", false},
                                          {"R4", "R3", false},
                                          {"R5", "R3", false}}));
  const auto table = compare(note_reports(), against(pair.baseline));
  const auto& comparison = row(table, pair.stack);
  const auto expected = [&](const char* key) {
    return golden(fmt::format("2.single_run_ratios {}/{} {}", pair.stack, pair.baseline, key));
  };
  CHECK(near(comparison.speedup.value, expected("ratio")));
  CHECK(near(*comparison.speedup.within_run->h_c, expected("hC")));
  CHECK(near(comparison.speedup.rounding->low, expected("round_lo")));
  CHECK(near(comparison.speedup.rounding->high, expected("round_hi")));
  CHECK((comparison.verdict == SpeedupVerdict::separated_faster) == pair.separated);
  if (!pair.separated) CHECK(comparison.verdict == SpeedupVerdict::undetermined);
  CHECK_FALSE(comparison.speedup.interval);
  CHECK(comparison.speedup.interval.error().reason == "one run");
  CHECK(has(comparison.caveats, CaveatCode::single_run));
}

TEST_CASE("beyond both bounds or not", "[2.pair_R3_R5][2.pair_R4_R1]") {
  const auto pair = GENERATE(table<std::string, std::string, std::string>(
      {{"2.pair_R3_R5", "R3", "R5"}, {"2.pair_R4_R1", "R4", "R1"}}));
  const auto& [key, stack, baseline] = pair;
  const auto table = compare(note_reports(), against(baseline));
  const auto& comparison = row(table, stack);
  CHECK(near(std::log(comparison.speedup.value), golden(key + " logratio")));
  CHECK(near(*comparison.speedup.within_run->h_c, golden(key + " h")));
  CHECK((comparison.verdict == SpeedupVerdict::separated_faster) == golden_flag(key + " separated"));
}

TEST_CASE("the note's ratios against flask carry their caveats") {
  const auto table = compare(note_reports(), against("R1"));
  CHECK(near(row(table, "R2").speedup.value, 1.525775006586, 1e-12));
  CHECK(near(row(table, "R3").speedup.value, 2.050128934910, 1e-12));
  CHECK(near(row(table, "R4").speedup.value, 2.377160557893, 1e-12));
  CHECK_FALSE(has(row(table, "R2").caveats, CaveatCode::body_size_differs));
  CHECK(has(row(table, "R5").caveats, CaveatCode::body_size_differs));
  CHECK(has(row(table, "R7").caveats, CaveatCode::body_size_differs));
  CHECK(has(row(table, "R2").caveats, CaveatCode::short_run));
  CHECK(row(table, "R6").speedup.interval.error().reason == "responses of R6 failed");
}

TEST_CASE("replicates are compared by Welch's t on logs", "[3b.B_over_A][3b.E_over_C][3b.F_over_B]") {
  struct Row {
    std::string key;
    std::string stack;
    std::string baseline;
  };
  const auto pair = GENERATE(values<Row>({{"3b.B_over_A", "B_g4sync", "A_flask"},
                                          {"3b.E_over_C", "E_g8gevent", "C_g4gevent"},
                                          {"3b.F_over_B", "F_nginx_g4sync", "B_g4sync"}}));
  const auto table = compare(d1_reports(), welch_against(pair.baseline));
  const auto& comparison = row(table, pair.stack);
  CHECK(near(comparison.speedup.value, golden(pair.key + " ratio")));
  CHECK(near(*comparison.df, golden(pair.key + " df")));
  CHECK(near(*comparison.p, golden(pair.key + " p")));
  CHECK(near(comparison.pointwise->low, golden(pair.key + " lo")));
  CHECK(near(comparison.pointwise->high, golden(pair.key + " hi")));
}

TEST_CASE("a table's intervals hold together and its p-values are Holm's",
          "[4.vs_baseline_A][4.vs_baseline_B]") {
  const auto baseline = GENERATE(as<std::string>(), "A_flask", "B_g4sync");
  const std::string key = baseline == "A_flask" ? "4.vs_baseline_A " : "4.vs_baseline_B ";
  const auto table = compare(d1_reports(), welch_against(baseline));
  CHECK(table.family == 5);
  for (const auto& comparison : table.comparisons) {
    REQUIRE(comparison.speedup.interval);
    CHECK(near(comparison.speedup.interval->low, golden(key + comparison.stack + " bonf_lo")));
    CHECK(near(comparison.speedup.interval->high, golden(key + comparison.stack + " bonf_hi")));
    CHECK(near(*comparison.p_adjusted, golden(key + comparison.stack + " holm_p")));
  }
}

TEST_CASE("runs made side by side are compared within their blocks", "[3i.paired_D_over_B]") {
  const auto table = compare(d1_reports(), against("B_g4sync"));
  CHECK(table.blocked);
  const auto& comparison = row(table, "D_nginx_g4gevent");
  CHECK(comparison.speedup.method == abstat::Method::paired);
  CHECK(near(comparison.speedup.value, golden("3i.paired_D_over_B ratio")));
  CHECK(near(comparison.pointwise->low, golden("3i.paired_D_over_B lo")));
  CHECK(near(comparison.pointwise->high, golden("3i.paired_D_over_B hi")));
  CHECK(near(*comparison.p, golden("3i.paired_D_over_B p")));
}

TEST_CASE("the same runs without their blocks have a wider interval", "[3i.unpaired_D_over_B]") {
  const auto table = compare(d1_reports(), welch_against("B_g4sync"));
  const auto& comparison = row(table, "D_nginx_g4gevent");
  CHECK(near(comparison.speedup.value, golden("3i.unpaired_D_over_B ratio")));
  CHECK(near(comparison.pointwise->low, golden("3i.unpaired_D_over_B lo")));
  CHECK(near(comparison.pointwise->high, golden("3i.unpaired_D_over_B hi")));
  CHECK(near(*comparison.df, golden("3i.unpaired_D_over_B df")));
  CHECK(near(*comparison.p, golden("3i.unpaired_D_over_B p")));
}

TEST_CASE("a missing block leaves the design unblocked") {
  auto reports = d1_reports();
  reports.pop_back();
  CHECK_FALSE(compare(reports, against("first")).blocked);
}

TEST_CASE("equivalence is shown, never assumed", "[4.tost_F_B_1.15][4.tost_F_B_1.05]") {
  auto options = welch_against("B_g4sync");
  std::vector<abstat::Report> reports;
  for (const auto& report : d1_reports()) {
    if (report.stack == "B_g4sync" || report.stack == "F_nginx_g4sync") reports.push_back(report);
  }
  CHECK(near(*row(compare(reports, options), "F_nginx_g4sync").p_equivalence, golden("4.tost_F_B_1.05 p")));
  CHECK(row(compare(reports, options), "F_nginx_g4sync").verdict == SpeedupVerdict::undetermined);
  options.margin = 1.15;
  CHECK(near(*row(compare(reports, options), "F_nginx_g4sync").p_equivalence, golden("4.tost_F_B_1.15 p")));
  CHECK(row(compare(reports, options), "F_nginx_g4sync").verdict == SpeedupVerdict::same);
}

TEST_CASE("a real difference within the margin is the same", "[4.tost_E_C_1.20]") {
  std::vector<abstat::Report> reports;
  for (const auto& report : d1_reports()) {
    if (report.stack == "E_g8gevent" || report.stack == "C_g4gevent") reports.push_back(report);
  }
  auto options = welch_against("C_g4gevent");
  options.margin = 1.20;
  const auto comparison = row(compare(reports, options), "E_g8gevent");
  CHECK(near(*comparison.p_equivalence, golden("4.tost_E_C_1.20 p")));
  CHECK(*comparison.p < 0.05);
  CHECK(comparison.verdict == SpeedupVerdict::same);
  // TOST at 5 % is the 90 % interval inside the margin.
  options.level = 0.90;
  const auto at_90 = row(compare(reports, options), "E_g8gevent");
  CHECK(near(at_90.pointwise->low, golden("4.tost_E_C_1.20 ci90_lo")));
  CHECK(near(at_90.pointwise->high, golden("4.tost_E_C_1.20 ci90_hi")));
}

TEST_CASE("an undetermined pair says how many runs would settle it") {
  const auto table = compare(d1_reports(), welch_against("B_g4sync"));
  const auto& undetermined = row(table, "F_nginx_g4sync");
  REQUIRE(undetermined.verdict == SpeedupVerdict::undetermined);
  REQUIRE(undetermined.needed);
  CHECK(undetermined.needed->ratio == 1.05);
  // As the runs of both vary, and as one of five comparisons.
  const double sd =
      std::sqrt((abstat::variance(d1_logs("B_g4sync")) + abstat::variance(d1_logs("F_nginx_g4sync"))) / 2);
  CHECK(undetermined.needed->runs == abstat::runs_for_effect(sd, 1.05, 0.8, 0.99)->runs);
  CHECK_FALSE(row(table, "D_nginx_g4gevent").needed);
}

TEST_CASE("the order statistics of a median have the level they really have", "[3d.median_ci_conf]") {
  const int runs = GENERATE(3, 4, 5, 6, 7, 8);
  std::vector<abstat::Report> reports;
  for (int run = 1; run <= runs; ++run) reports.push_back(run_of("a", std::to_string(run), 1000.0 + run));
  auto options = against("first");
  options.method = abstat::Method::benchstat;
  options.level = runs < 6 ? 0.7 : 0.95;  // fewer than six runs reach no 95 %
  const auto estimate = compare(reports, options).stacks[0].estimate;
  REQUIRE(estimate.interval);
  CHECK(estimate.interval->low == 1001);
  CHECK(estimate.interval->high == 1000 + runs);
  CHECK(near(estimate.level, golden(fmt::format("3d.median_ci_conf {}", runs))));
}

TEST_CASE("one stack's replicates give a geometric mean, its interval, cv and prediction", "[3a]") {
  const auto table = compare(d1_reports(), against("first"));
  const auto& stack = table.stacks[2];
  CHECK(near(stack.estimate.value, golden("3a geomean")));
  CHECK(near(stack.estimate.interval->low, golden("3a lo")));
  CHECK(near(stack.estimate.interval->high, golden("3a hi")));
  CHECK(near(*stack.cv, golden("3a cv_percent") / 100));
  CHECK(near(stack.prediction->low, golden("3a pred_lo")));
  CHECK(near(stack.prediction->high, golden("3a pred_hi")));
}

TEST_CASE("a single run borrows the others' run-to-run sd only when asked",
          "[2.borrowed_sd_R1][4.levene_median_p]") {
  auto reports = d1_reports();
  auto single = note_reports()[0];
  reports.push_back(single);
  auto options = welch_against("A_flask");
  CHECK_FALSE(row(compare(reports, options), "R1").speedup.interval);
  options.borrow_sd = true;
  const auto borrowed = compare(reports, options);
  // D1 is heteroscedastic, so the largest sd is lent, F's.
  CHECK(has(borrowed.stacks.back().estimate.caveats, CaveatCode::heteroscedastic));
  CHECK(borrowed.stacks.back().estimate.method == abstat::Method::borrowed_sd);
  CHECK(row(borrowed, "R1").speedup.interval);
}

TEST_CASE("stacks that vary alike lend the sd they have in common", "[2.borrowed_sd_R1][4.pooled]") {
  std::vector<Eigen::ArrayXd> samples;
  for (const std::string& stack : d1_stacks()) samples.push_back(d1_logs(stack));
  const auto common = abstat::common_sd(samples);
  CHECK(near(common.sd, golden("4.pooled s")));
  CHECK(near(common.sd * common.sd, golden("4.pooled s2")));
  CHECK(common.df == golden("4.pooled df"));
  CHECK(near(common.sd, golden("2.borrowed_sd_R1 s_p")));
  CHECK(common.df == golden("2.borrowed_sd_R1 nu"));
  const abstat::MeanTest one_run{std::log(1252.57), common.sd, common.df};
  CHECK(near(std::exp(one_run.interval(0.05).low), golden("2.borrowed_sd_R1 lo")));
  CHECK(near(std::exp(one_run.interval(0.05).high), golden("2.borrowed_sd_R1 hi")));
}

TEST_CASE("a single run that borrows is estimated by the common sd") {
  std::vector<abstat::Report> reports;
  for (const auto& report : d1_reports()) {
    // A, B and C vary alike.
    if (report.stack <= "C_g4gevent") reports.push_back(report);
  }
  reports.push_back(note_reports()[3]);
  auto options = welch_against("A_flask");
  options.borrow_sd = true;
  const auto table = compare(reports, options);
  const auto common = abstat::common_sd({d1_logs("A_flask"), d1_logs("B_g4sync"), d1_logs("C_g4gevent")});
  const abstat::MeanTest alone{std::log(2977.56), common.sd, common.df};
  CHECK(near(table.stacks.back().estimate.interval->low, std::exp(alone.interval(0.05).low)));
  CHECK_FALSE(has(table.stacks.back().estimate.caveats, CaveatCode::heteroscedastic));
}

TEST_CASE("an assumed run-to-run cv widens the yardstick", "[2.assumed_run_cv5]") {
  auto options = against("R1");
  options.assumed_cv = 0.05;
  const auto table = compare(note_reports(), options);
  CHECK(near(table.stacks[0].estimate.interval->low, golden("2.assumed_run_cv5 lo")));
  CHECK(near(table.stacks[0].estimate.interval->high, golden("2.assumed_run_cv5 hi")));
  CHECK(table.stacks[0].estimate.method == abstat::Method::assumed_sd);
}

TEST_CASE("an assumed run-to-run cv lets single runs be compared, labelled so") {
  auto options = against("R1");
  options.assumed_cv = 0.05;
  const auto table = compare(note_reports(), options);
  const auto& gevent = row(table, "R3");
  REQUIRE(gevent.speedup.interval);
  CHECK(gevent.speedup.method == abstat::Method::assumed_sd);
  CHECK(has(gevent.caveats, CaveatCode::assumed_sd));
  // Two runs whose yardstick and cv add in quadrature on either side: sqrt(2) times one run's half-width.
  CHECK(near(std::log(gevent.pointwise->high / gevent.speedup.value), std::sqrt(2.0) * 0.1159530330, 1e-9));
  CHECK(gevent.verdict == SpeedupVerdict::faster);
  CHECK(gevent.p_adjusted);
}

TEST_CASE("a single run's value is the figure that ab printed") {
  const auto reports = note_reports();
  const auto table = compare(reports, against("R1"));
  for (std::size_t i = 0; i < reports.size(); ++i) {
    CHECK(table.stacks[i].estimate.value == reports[i].requests_per_second->value());
  }
  auto options = against("R7");
  options.metric = {abstat::MetricKind::percentile, 95};
  CHECK(compare(reports, options).stacks[0].estimate.value == 89);
}

TEST_CASE("runs that all print the same have that figure as their mean") {
  std::vector<abstat::Report> reports;
  for (int i = 0; i < 3; ++i) {
    reports.push_back(run_of("a", std::to_string(i), 1911.14));
    reports.back().bytes.total = i;
  }
  CHECK(compare(reports, against("first")).stacks[0].estimate.value == 1911.14);
}

TEST_CASE("another workload is refused unless forced") {
  auto reports = d1_reports();
  for (auto& report : reports) {
    if (report.stack == "B_g4sync") report.concurrency = 8;
  }
  auto options = welch_against("A_flask");
  const auto refused = compare(reports, options);
  CHECK(row(refused, "B_g4sync").speedup.interval.error().reason == "not comparable: concurrency 8 and 100");
  CHECK(has(row(refused, "B_g4sync").caveats, CaveatCode::workload_differs));
  CHECK(row(refused, "B_g4sync").verdict == SpeedupVerdict::undetermined);
  CHECK(refused.family == 4);
  options.force = true;
  CHECK(row(compare(reports, options), "B_g4sync").verdict == SpeedupVerdict::faster);
}

TEST_CASE("an unknown baseline lists the stacks there are") {
  const auto table = abstat::compare_reports(d1_reports(), against("Z"));
  REQUIRE_FALSE(table);
  CHECK(table.error().known == d1_stacks());
}

TEST_CASE("the best stack can be the baseline") {
  CHECK(compare(d1_reports(), against("best")).baseline == "E_g8gevent");
}

TEST_CASE("against the best as found every pair counts, for any might have stood in the table") {
  const auto chosen = compare(d1_reports(), welch_against("E_g8gevent"));
  const auto found = compare(d1_reports(), welch_against("best"));
  CHECK(chosen.family == 5);
  CHECK(found.family == 15);
  // Five comparisons: the smallest p is multiplied by 15 instead of 5, the largest by 11 instead of 1.
  CHECK(near(*row(found, "A_flask").p_adjusted, 3 * *row(chosen, "A_flask").p_adjusted));
  CHECK(near(*row(found, "C_g4gevent").p_adjusted, 11 * *row(chosen, "C_g4gevent").p));
  CHECK(row(found, "C_g4gevent").speedup.interval->high > row(chosen, "C_g4gevent").speedup.interval->high);
}

TEST_CASE("identical prints are judged by what rounding hides, and two of them not at all") {
  std::vector<abstat::Report> reports;
  for (int i = 0; i < 3; ++i) {
    for (const auto* stack : {"a", "b"}) {
      reports.push_back(run_of(stack, std::to_string(i), 1000));
      reports.back().bytes.total = i;
    }
  }
  const auto table = compare(reports, welch_against("a"));
  CHECK(has(table.stacks[0].caveats, CaveatCode::zero_variance));
  REQUIRE(table.stacks[0].estimate.interval);
  CHECK(table.stacks[0].estimate.interval->low > 999.9);
  CHECK_FALSE(row(table, "b").p);
  CHECK(row(table, "b").verdict == SpeedupVerdict::undetermined);
}

TEST_CASE("times are compared so that more is better") {
  std::vector<abstat::Report> reports = note_reports();
  auto options = against("R7");
  options.metric = {abstat::MetricKind::percentile, 95};
  const auto table = compare(reports, options);
  CHECK(near(row(table, "R8").speedup.value, 89.0 / 71.0));
  CHECK(table.unmeasured.size() == 6);
}

TEST_CASE("every method answers in its own words") {
  auto options = against("C_g4gevent");
  const auto by = [&](abstat::Method method) {
    options.method = method;
    return row(compare(d1_reports(), options), "E_g8gevent");
  };
  const auto benchstat = by(abstat::Method::benchstat);
  CHECK(matches(benchstat.speedup.value - 1, 0.0859, 3));
  CHECK(near(*benchstat.p, golden("3d.E_vs_C p")));
  CHECK(benchstat.speedup.interval.error().reason == "benchstat gives no interval of a ratio of medians");
  const auto ranks = by(abstat::Method::hodges_lehmann);
  CHECK(near(ranks.speedup.value, golden("3d.E_vs_C HL_ratio")));
  CHECK(near(ranks.pointwise->low, golden("3d.E_vs_C lo")));
  // Bonferroni over five asks for 99 %, which six against six runs still have.
  CHECK(ranks.speedup.interval);
  const auto permuted = by(abstat::Method::permutation);
  CHECK(near(*permuted.p, golden("3e.E_vs_C p")));
  CHECK_FALSE(permuted.pointwise);
  CHECK(by(abstat::Method::bca).speedup.interval.error().reason ==
        "resampling 6 runs does not show how runs vary");
  const auto means = by(abstat::Method::fieller);
  CHECK(means.speedup.method == abstat::Method::fieller);
  CHECK(means.pointwise->contains(means.speedup.value));
}

TEST_CASE("a stack's own interval follows the method") {
  auto options = against("first");
  const auto by = [&](abstat::Method method) {
    options.method = method;
    return compare(d1_reports(), options).stacks[2].estimate;
  };
  const auto rates = golden_list("D1 C_g4gevent");
  CHECK(near(by(abstat::Method::benchstat).value, (2567.93 + 2540.66) / 2));
  CHECK(by(abstat::Method::benchstat).interval->low == Approx(*std::ranges::min_element(rates)));
  CHECK(near(by(abstat::Method::fieller).value,
             (2567.93 + 2491.20 + 2630.45 + 2540.66 + 2598.12 + 2475.89) / 6));
  CHECK(by(abstat::Method::hodges_lehmann).interval);
  CHECK_FALSE(by(abstat::Method::bca).interval);
  CHECK(near(by(abstat::Method::permutation).value, golden("3a geomean")));
}

TEST_CASE("three runs of each are too few for ranks") {
  auto options = against("C_g4gevent");
  options.method = abstat::Method::benchstat;
  const auto table = compare(d1_reports(3), options);
  CHECK(row(table, "E_g8gevent").speedup.interval.error().reason ==
        "too few runs for ranks to tell anything apart");
  CHECK(table.stacks[0].estimate.interval.error().reason == "3 runs have no order statistics at 95 %");
}

TEST_CASE("a stack with an outlier is shown without it where that is asked for, and judged with it") {
  std::vector<abstat::Report> reports;
  for (const auto& [block, rate] : std::vector<std::pair<std::string, double>>{
           {"1", 1000}, {"2", 1010}, {"3", 990}, {"4", 1005}, {"5", 995}, {"6", 200}}) {
    reports.push_back(run_of("odd", block, rate));
    reports.push_back(run_of("even", block, 1000 + rate / 1000));
  }
  auto options = welch_against("even");
  CHECK_FALSE(compare(reports, options).stacks[0].without_outliers);
  const auto all_runs = compare(reports, options);
  options.sensitivity = true;
  const auto table = compare(reports, options);
  REQUIRE(table.stacks[0].without_outliers);
  CHECK(table.stacks[0].without_outliers->left_out == 1);
  CHECK(near(table.stacks[0].without_outliers->value, 999.975, 1e-6));
  CHECK(table.stacks[0].without_outliers->interval.contains(1000));
  CHECK_FALSE(table.stacks[1].without_outliers);
  CHECK(table.stacks[0].estimate.value == all_runs.stacks[0].estimate.value);
  CHECK(table.comparisons[0].p == all_runs.comparisons[0].p);
}

TEST_CASE("a report given twice is a caveat of its stack") {
  auto reports = d1_reports();
  reports.push_back(reports.front());
  const auto table = compare(reports, against("first"));
  CHECK(has(table.stacks.front().caveats, CaveatCode::duplicate_report));
  CHECK(table.stacks.front().replicates == 6);
}
