#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/fieller.hpp"
#include "analysis/statistics/golden.hpp"
#include "analysis/statistics/hodges_lehmann.hpp"
#include "analysis/statistics/mann_whitney.hpp"
#include "analysis/statistics/permutation.hpp"
#include "analysis/statistics/run_to_run.hpp"
#include "analysis/statistics/runs.hpp"
#include "analysis/statistics/splitmix64.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace {

struct Pair {
  std::string names;  // as golden.json has them
  Eigen::ArrayXd a;
  Eigen::ArrayXd b;
};

Pair e_and_c(const std::string& names) {
  return {names, d1_logs("E_g8gevent"), d1_logs("C_g4gevent")};
}
Pair f_and_b(const std::string& names) {
  return {names, d1_logs("F_nginx_g4sync"), d1_logs("B_g4sync")};
}

}  // namespace

TEST_CASE("Fieller's interval is where (A - xB)^2 = q^2 (vA + x^2 vB)", "[3c][3c.roots]") {
  const auto ratio = abstat::ratio_of_means(d1_logs("C_g4gevent").exp(), d1_logs("B_g4sync").exp());
  REQUIRE(ratio);
  CHECK(near(ratio->ratio, golden("3c ratio")));
  CHECK(near(ratio->df, golden("3c df")));
  CHECK(near(ratio->g(0.05), golden("3c g")));
  CHECK(near(ratio->interval(0.05)->low, golden("3c lo")));
  CHECK(near(ratio->interval(0.05)->high, golden("3c hi")));
  CHECK(near(ratio->interval(0.05)->low, golden_list("3c.roots")[0]));
}

TEST_CASE("a baseline that may be 0 has no ratio interval") {
  const auto ratio =
      abstat::ratio_of_means(Eigen::ArrayXd::LinSpaced(3, 1, 2), Eigen::ArrayXd::LinSpaced(3, 1, 50));
  CHECK_FALSE(ratio->interval(0.05));
}

TEST_CASE("Mann-Whitney is exact without ties", "[3d.E_vs_C][3d.F_vs_B]") {
  for (const Pair& pair : {e_and_c("3d.E_vs_C"), f_and_b("3d.F_vs_B")}) {
    const auto test = abstat::mann_whitney(pair.a, pair.b);
    CHECK(test.u == golden(pair.names + " U"));
    CHECK(near(test.p, golden(pair.names + " p")));
    CHECK_FALSE(test.ties);
  }
}

TEST_CASE("the smallest p of so many runs", "[3d.min_p]") {
  for (const int r : {3, 4, 5, 6}) {
    const Eigen::ArrayXd low = Eigen::ArrayXd::LinSpaced(r, 1, 2);
    CHECK(near(abstat::mann_whitney(low, low + 10).p, golden(fmt::format("3d.min_p {}", r))));
  }
}

// R: wilcox.test(c(1,2,2,3), c(2,3,4,5), exact=FALSE)$p.value.
TEST_CASE("ties take the normal approximation with both corrections") {
  Eigen::ArrayXd a(4);
  Eigen::ArrayXd b(4);
  a << 1, 2, 2, 3;
  b << 2, 3, 4, 5;
  const auto test = abstat::mann_whitney(a, b);
  CHECK(test.ties);
  CHECK(near(test.p, 0.1366582, 1e-6));
}

TEST_CASE("Hodges and Lehmann's shift inverts the rank test", "[3d.E_vs_C][3d.F_vs_B]") {
  for (const Pair& pair : {e_and_c("3d.E_vs_C"), f_and_b("3d.F_vs_B")}) {
    const auto shift = abstat::hodges_lehmann_shift(pair.a, pair.b);
    CHECK(near(shift.value, golden(pair.names + " HL")));
    CHECK(static_cast<double>(shift.depth(0.05)) == golden(pair.names + " k"));
    CHECK(near(std::exp(shift.interval(0.05)->low), golden(pair.names + " lo")));
    CHECK(near(std::exp(shift.interval(0.05)->high), golden(pair.names + " hi")));
    CHECK(near(1 - 2 * shift.below[static_cast<Eigen::Index>(shift.depth(0.05)) - 1],
               golden(pair.names + " conf")));
  }
}

TEST_CASE("five runs have no signed-rank interval at 95 %, six have their range") {
  const Eigen::ArrayXd six = d1_logs("C_g4gevent");
  CHECK_FALSE(abstat::hodges_lehmann_centre(six.head(5)).interval(0.05));
  CHECK(abstat::hodges_lehmann_centre(six).interval(0.05) ==
        abstat::Interval{six.minCoeff(), six.maxCoeff()});
}

TEST_CASE("the permutation test looks at every arrangement", "[3e.E_vs_C][3e.F_vs_B]") {
  for (const Pair& pair : {e_and_c("3e.E_vs_C"), f_and_b("3e.F_vs_B")}) {
    const auto test = abstat::permutation_test(pair.a, pair.b);
    CHECK(static_cast<double>(test.extreme) == golden(pair.names + " count"));
    CHECK(static_cast<double>(test.total) == golden(pair.names + " total"));
    CHECK(near(test.p(), golden(pair.names + " p")));
  }
}

TEST_CASE("too many arrangements are drawn from a fixed seed") {
  const Eigen::ArrayXd a = Eigen::ArrayXd::LinSpaced(12, 0, 1);
  const auto test = abstat::permutation_test(a, a + 0.01);
  CHECK_FALSE(test.exact);
  CHECK(test.total == 10000);
  CHECK(test.p() > 0.9);
}

TEST_CASE("the bootstrap of six runs is the ideal one", "[3f.E_over_C][3f.F_over_B]") {
  for (const Pair& pair : {e_and_c("3f.E_over_C"), f_and_b("3f.F_over_B")}) {
    const auto bootstrap = abstat::bootstrap_difference(pair.a, pair.b);
    CHECK(static_cast<double>(bootstrap.values.size()) == golden(pair.names + " n_atoms"));
    CHECK(near(bootstrap.estimate, golden(pair.names + " theta")));
    CHECK(near(bootstrap.share_below, golden(pair.names + " p0")));
    CHECK(near(bootstrap.bias, golden(pair.names + " z0")));
    CHECK(near(bootstrap.acceleration, golden(pair.names + " acc")));
    CHECK(near(std::exp(bootstrap.bca(0.05).low), golden(pair.names + " lo")));
    CHECK(near(std::exp(bootstrap.bca(0.05).high), golden(pair.names + " hi")));
    CHECK(near(std::exp(bootstrap.percentile(0.05).low), golden(pair.names + " perc_lo")));
    CHECK(near(std::exp(bootstrap.percentile(0.05).high), golden(pair.names + " perc_hi")));
  }
}

TEST_CASE("the seeded generator gives its published sequence", "[3f.splitmix64_first3]") {
  abstat::SplitMix64 random(42);
  for (int i = 0; i < 3; ++i) {
    CHECK(std::to_string(random.next()) == golden_text(fmt::format("3f.splitmix64_first3 {}", i)));
  }
}

TEST_CASE("resampling draws group by group from a fixed seed", "[3f.MC_splitmix64_E_over_C]") {
  const auto bootstrap = abstat::resampled_difference(d1_logs("E_g8gevent"), d1_logs("C_g4gevent"));
  CHECK(near(std::exp(bootstrap.percentile(0.05).low), golden("3f.MC_splitmix64_E_over_C lo")));
  CHECK(near(std::exp(bootstrap.percentile(0.05).high), golden("3f.MC_splitmix64_E_over_C hi")));
}

TEST_CASE("stacks of one campaign lend a pooled sd, the largest where they vary unlike",
          "[4.pooled][4.levene_median_p]") {
  std::vector<Eigen::ArrayXd> samples;
  for (const std::string& stack : d1_stacks()) samples.push_back(d1_logs(stack));
  CHECK(near(*abstat::brown_forsythe_p(samples), golden("4.levene_median_p")));
  const auto largest = abstat::pooled_sd(samples);
  CHECK(largest->heteroscedastic);
  CHECK(largest->df == 5);
  const std::vector<Eigen::ArrayXd> alike{samples[0], samples[0] + 1};
  CHECK_FALSE(abstat::pooled_sd(alike)->heteroscedastic);
  CHECK(abstat::pooled_sd(alike)->df == 10);
}

TEST_CASE("a bootstrap is widened to what t would allow so few runs") {
  // Hesterberg 2015, table 4: 2.5 % tails become 0.86 % with 10 runs and 2.0 % with 40.
  CHECK(abstat::expanded_alpha(0.05, 10) / 2 == Approx(0.00855).epsilon(0.001));
  CHECK(abstat::expanded_alpha(0.05, 40) / 2 == Approx(0.02026).epsilon(0.001));
  CHECK(abstat::expanded_alpha(0.05, 100'000) == Approx(0.05).epsilon(0.001));
}

TEST_CASE("tails that no number of resamples shows are refused") {
  CHECK(abstat::resamples_for(0.05) == 9999);
  CHECK(abstat::resamples_for(0.001) == 99'999);
  CHECK_FALSE(abstat::resamples_for(1e-5));
}
