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
    const auto [a, b] = std::pair(golden_text(cell(0)), golden_text(cell(1)));
    const auto it = std::ranges::find_if(ranking.pairs, [&](const auto& pair) {
      return (pair.better == a && pair.worse == b) || (pair.better == b && pair.worse == a);
    });
    REQUIRE(it != ranking.pairs.end());
    CHECK(near(*it->p_adjusted, golden(cell(4))));
  }
}

TEST_CASE("strict rank sets take both directions of a pair as hypotheses", "[5.rank_sets_holm]") {
  const auto ranking = abstat::rank_reports(d1_reports(), options_for(true));
  check_sets(ranking, "5.rank_sets_holm");
}

TEST_CASE("the probability of each rank adds up and favours E", "[5.p_best][5.rank_prob]") {
  const auto ranking = abstat::rank_reports(d1_reports(), options_for(false));
  for (const auto& stack : ranking.stacks) {
    CHECK(near(*stack.p_best, golden("5.p_best " + stack.of.stack)));
    const auto expected = golden_list("5.rank_prob " + stack.of.stack);
    REQUIRE(stack.p_rank.size() == expected.size());
    for (std::size_t r = 0; r < expected.size(); ++r) CHECK(near(stack.p_rank[r], expected[r], 1e-8));
  }
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
