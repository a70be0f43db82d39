#include "analysis/statistics/golden.hpp"
#include "analysis/statistics/runs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <abstat/ranking.hpp>

namespace {

abstat::RankOptions options_for(bool strict) {
  abstat::RankOptions options;
  options.metric = {abstat::MetricKind::throughput, 0};
  options.method = abstat::Method::log_t;
  options.strict = strict;
  return options;
}

const abstat::RankedStack& row(const abstat::Ranking& ranking, std::string_view stack) {
  const auto it = std::ranges::find(ranking.stacks, stack, [](const auto& s) { return s.of.stack; });
  REQUIRE(it != ranking.stacks.end());
  return *it;
}

bool separated(const abstat::Ranking& ranking, std::string_view better, std::string_view worse) {
  const auto it = std::ranges::find_if(
      ranking.pairs, [&](const auto& pair) { return pair.better == better && pair.worse == worse; });
  REQUIRE(it != ranking.pairs.end());
  return it->separated;
}

void check_sets(const abstat::Ranking& ranking, const std::string& key) {
  for (const auto& stack : ranking.stacks) {
    const auto expected = golden_list(key + " " + stack.of.stack);
    CHECK(static_cast<double>(stack.rank.low) == expected[0]);
    CHECK(static_cast<double>(stack.rank.high) == expected[1]);
  }
}

}  // namespace

TEST_CASE("rank sets follow from Holm over all pairs", "[5.holm_two_sided_all6][5.holm_two_sided_first3]") {
  const auto key = GENERATE(as<std::string>(), "5.holm_two_sided_all6", "5.holm_two_sided_first3");
  const auto ranking = abstat::rank_reports(d1_reports(key.ends_with("6") ? 6 : 3), options_for(false));
  check_sets(ranking, key + " rank_sets");
  CHECK(ranking.established);
  for (std::size_t place = 0; place < 6; ++place) {
    CHECK(ranking.stacks[place].of.stack == golden_text(fmt::format("{} order {}", key, place)));
    CHECK(ranking.stacks[place].letters == golden_text(key + " cld " + ranking.stacks[place].of.stack));
  }
  for (int i = 0; i < 15; ++i) {
    const auto cell = [&](int column) { return fmt::format("{} table {} {}", key, i, column); };
    const std::string a = golden_text(cell(0));
    const std::string b = golden_text(cell(1));
    const auto it = std::ranges::find_if(ranking.pairs, [&](const auto& pair) {
      return (pair.better == a && pair.worse == b) || (pair.better == b && pair.worse == a);
    });
    REQUIRE(it != ranking.pairs.end());
    CHECK(near(*it->p_adjusted, golden(cell(4))));
  }
}

TEST_CASE("strict rank sets take both directions of a pair as hypotheses",
          "[5.rank_sets_holm][5.holm_onesided_sorted]") {
  const auto ranking = abstat::rank_reports(d1_reports(), options_for(true));
  check_sets(ranking, "5.rank_sets_holm");
  // The fifteen better directions come first; of the others none is rejected.
  for (int i = 0; i < 15; ++i) {
    const auto cell = [&](int column) { return fmt::format("5.holm_onesided_sorted {} {}", i, column); };
    const std::string name = golden_text(cell(0));
    const auto it = std::ranges::find_if(
        ranking.pairs, [&](const auto& pair) { return pair.better + ">" + pair.worse == name; });
    REQUIRE(it != ranking.pairs.end());
    CHECK(near(*it->p_adjusted, golden(cell(2))));
  }
}

TEST_CASE("rank sets and letters by Tukey or by Games and Howell",
          "[5.rank_sets_tukey][5.rank_sets_games_howell][5.cld_tukey][5.cld_games_howell]") {
  auto options = options_for(false);
  options.force = true;  // D1's stacks vary unlike
  const auto [adjustment, name] = GENERATE(table<abstat::Adjustment, std::string>(
      {{abstat::Adjustment::tukey, "tukey"}, {abstat::Adjustment::games_howell, "games_howell"}}));
  options.adjustment = adjustment;
  const auto ranking = abstat::rank_reports(d1_reports(), options);
  CHECK(ranking.adjustment == adjustment);
  check_sets(ranking, "5.rank_sets_" + name);
  for (const auto& stack : ranking.stacks) {
    CHECK(stack.letters == golden_text("5.cld_" + name + " " + stack.of.stack));
  }
}

TEST_CASE("an adjustment that does not fit a ranking leaves Holm's and says so") {
  auto options = options_for(false);
  options.adjustment = abstat::Adjustment::tukey;
  const auto ranking = abstat::rank_reports(d1_reports(), options);
  CHECK(ranking.adjustment == abstat::Adjustment::holm);
  REQUIRE_FALSE(ranking.warnings.empty());
  CHECK(ranking.warnings.back().find("the stacks vary unlike") == 0);
  options.force = true;
  options.strict = true;
  CHECK(abstat::rank_reports(d1_reports(), options).adjustment == abstat::Adjustment::holm);
}

TEST_CASE("the probability of each rank adds up and favours E",
          "[5.order][5.p_best][5.rank_prob][5.mean_rank]") {
  auto options = options_for(false);
  options.probabilities = abstat::RankProbabilities::all;
  const auto ranking = abstat::rank_reports(d1_reports(), options);
  for (std::size_t place = 0; place < ranking.stacks.size(); ++place) {
    const auto& stack = ranking.stacks[place];
    CHECK(stack.of.stack == golden_text(fmt::format("5.order {}", place)));
    CHECK(near(*stack.p_best, golden("5.p_best " + stack.of.stack)));
    const auto expected = golden_list("5.rank_prob " + stack.of.stack);
    const auto& found = stack.rank_probabilities;
    REQUIRE(found.size() == expected.size());
    for (std::size_t r = 0; r < expected.size(); ++r) CHECK(near(found[r], expected[r], 1e-8));
    CHECK(near(*abstat::mean_rank(found), golden("5.mean_rank " + stack.of.stack)));
  }
}

TEST_CASE("of two stacks the probability of being best is that of being better", "[5.p_E_gt_C_two_stack]") {
  std::vector<abstat::Report> reports;
  for (const auto& report : d1_reports()) {
    if (report.stack == "E_g8gevent" || report.stack == "C_g4gevent") reports.push_back(report);
  }
  const auto ranking = abstat::rank_reports(reports, options_for(false));
  CHECK(near(*row(ranking, "E_g8gevent").p_best, golden("5.p_E_gt_C_two_stack")));
  CHECK(ranking.stacks[0].rank_probabilities.empty());
}

TEST_CASE("probabilities of ranks are left out when not wanted") {
  auto options = options_for(false);
  options.probabilities = abstat::RankProbabilities::none;
  CHECK_FALSE(abstat::rank_reports(d1_reports(), options).stacks[0].p_best);
}

TEST_CASE("one run each establishes no order but separates some pairs") {
  const auto ranking = abstat::rank_reports(note_reports(), {});
  CHECK_FALSE(ranking.established);
  CHECK(ranking.stacks.front().of.stack == "R4");
  CHECK(ranking.stacks.front().rank == abstat::RankSet{1, 1, 7});
  CHECK_FALSE(ranking.stacks.front().p_best);
  CHECK(ranking.stacks.front().letters.empty());
  CHECK(ranking.stacks.back().of.stack == "R6");
  CHECK(ranking.stacks.back().tainted);
  CHECK(near(ranking.stacks.back().of.estimate.value, 520.85044));
  CHECK(ranking.stacks.back().rank == abstat::RankSet{8, 8, 8});
  CHECK(separated(ranking, "R2", "R1"));
  CHECK(separated(ranking, "R3", "R1"));
  CHECK(separated(ranking, "R8", "R7"));
  CHECK_FALSE(separated(ranking, "R3", "R2"));
  CHECK_FALSE(separated(ranking, "R4", "R3"));
  CHECK_FALSE(separated(ranking, "R3", "R5"));
}

TEST_CASE("a stack whose responses failed stands below the line however fast") {
  auto reports = note_reports();
  reports[3].requests.failed = 1;
  reports[3].requests.non_2xx = 1;
  auto ranking = abstat::rank_reports(reports, {});
  CHECK(ranking.stacks.front().of.stack == "R3");
  CHECK(row(ranking, "R4").rank == abstat::RankSet{7, 7, 8});
  abstat::RankOptions in_line;
  in_line.tainted_in_line = true;
  CHECK(abstat::rank_reports(reports, in_line).stacks.front().of.stack == "R4");
}

TEST_CASE("equal values share the mean of their ranks") {
  std::vector reports{run_of("a", "1", 100), run_of("b", "2", 200), run_of("c", "3", 100)};
  const auto ranking = abstat::rank_reports(reports, {});
  CHECK(ranking.stacks[1].rank.point == 2.5);
  CHECK(ranking.stacks[2].rank.point == 2.5);
}

TEST_CASE("a single stack ranks first") {
  const auto ranking = abstat::rank_reports({run_of("a", "1", 100)}, {});
  CHECK(ranking.stacks[0].rank == abstat::RankSet{1, 1, 1});
}

TEST_CASE("no report makes an empty ranking") {
  CHECK(abstat::rank_reports({}, {}).stacks.empty());
}

TEST_CASE("stacks under different workloads are said not to have been compared") {
  auto reports = d1_reports();
  for (auto& report : reports) {
    if (report.stack == "F_nginx_g4sync") report.concurrency = 50;
  }
  auto options = options_for(false);
  const auto refused = abstat::rank_reports(reports, options);
  REQUIRE(refused.warnings.size() == 1);
  CHECK(refused.warnings[0].starts_with("the stacks were not measured under one workload (concurrency "));
  CHECK_FALSE(separated(refused, "F_nginx_g4sync", "A_flask"));
  options.force = true;
  const auto forced = abstat::rank_reports(reports, options);
  REQUIRE(forced.warnings.size() == 1);
  CHECK(forced.warnings[0].ends_with(": compared all the same, as --force asks"));
  CHECK(separated(forced, "F_nginx_g4sync", "A_flask"));
}
