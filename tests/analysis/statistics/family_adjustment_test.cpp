#include "analysis/statistics/golden.hpp"
#include "analysis/statistics/runs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include <abstat/comparison.hpp>

namespace {

using abstat::Adjustment;

abstat::CompareOptions adjusted_by(Adjustment adjustment, bool all_pairs) {
  abstat::CompareOptions options;
  options.method = abstat::Method::log_t;
  options.baseline = "A_flask";
  options.adjustment = adjustment;
  options.all_pairs = all_pairs;
  options.force = true;  // D1's stacks vary unlike
  return options;
}

bool warns(const abstat::ComparisonTable& table, std::string_view words) {
  return std::ranges::any_of(table.warnings,
                             [&](const std::string& w) { return w.find(words) != std::string::npos; });
}

void check_pairs(const abstat::ComparisonTable& table, const std::string& key) {
  REQUIRE(table.comparisons.size() == 15);
  for (const auto& row : table.comparisons) {
    const std::string at = key + " " + row.stack + "-" + row.baseline;
    CHECK(near(row.speedup.interval->low, golden(at + " lo")));
    CHECK(near(row.speedup.interval->high, golden(at + " hi")));
    CHECK(std::abs(*row.p_adjusted - golden(at + " p")) < 1e-9);
  }
}

}  // namespace

TEST_CASE("Dunnett's intervals against one baseline", "[4.vs_baseline_A][4.pooled]") {
  const auto table = abstat::compare_reports(d1_reports(), adjusted_by(Adjustment::dunnett, false));
  REQUIRE(table);
  for (const auto& row : table->comparisons) {
    CHECK(near(row.speedup.interval->low, golden("4.vs_baseline_A " + row.stack + " dun_lo")));
    CHECK(near(row.speedup.interval->high, golden("4.vs_baseline_A " + row.stack + " dun_hi")));
    CHECK(std::abs(*row.p_adjusted - golden("4.vs_baseline_A " + row.stack + " dun_padj")) < 1e-9);
  }
}

TEST_CASE("Tukey and Kramer over all pairs", "[4.tukey]") {
  check_pairs(*abstat::compare_reports(d1_reports(), adjusted_by(Adjustment::tukey, true)), "4.tukey");
}

TEST_CASE("Games and Howell over all pairs", "[4.games_howell]") {
  check_pairs(*abstat::compare_reports(d1_reports(), adjusted_by(Adjustment::games_howell, true)),
              "4.games_howell");
}

TEST_CASE("an adjustment that does not fit leaves Holm's and says so") {
  auto options = adjusted_by(Adjustment::dunnett, false);
  options.force = false;
  CHECK(warns(*abstat::compare_reports(d1_reports(), options), "the stacks vary unlike"));
  CHECK(warns(*abstat::compare_reports(d1_reports(), adjusted_by(Adjustment::dunnett, true)),
              "against one baseline"));
  CHECK(warns(*abstat::compare_reports(d1_reports(), adjusted_by(Adjustment::tukey, false)), "--all-pairs"));
  options = adjusted_by(Adjustment::games_howell, true);
  options.force = false;
  const auto table = abstat::compare_reports(d1_reports(5), options);
  CHECK(warns(*table, "6 runs of every stack"));
  options.adjustment = Adjustment::holm;
  CHECK(table->comparisons[0].p_adjusted ==
        abstat::compare_reports(d1_reports(5), options)->comparisons[0].p_adjusted);
}

TEST_CASE("adjustments have names") {
  CHECK(abstat::parse_adjustment("games-howell") == Adjustment::games_howell);
  CHECK_FALSE(abstat::parse_adjustment("scheffe"));
}
