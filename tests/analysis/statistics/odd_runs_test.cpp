#include "analysis/statistics/block_table.hpp"
#include "analysis/statistics/drift.hpp"
#include "analysis/statistics/golden.hpp"
#include "analysis/statistics/outliers.hpp"
#include "analysis/statistics/run_to_run.hpp"
#include "analysis/statistics/runs.hpp"

#include <catch2/catch.hpp>

TEST_CASE("F's slow first run stands apart, but not far enough for an outlier", "[3j]") {
  const Eigen::ArrayXd logs = d1_logs("F_nginx_g4sync");
  const Eigen::ArrayXd z = abstat::modified_z(logs);
  const auto expected = golden_list("3j modz");
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(near(z[static_cast<Eigen::Index>(i)], expected[i]));
  CHECK(near(abstat::median(logs), golden("3j med")));
  CHECK(abstat::outliers(logs).empty());
}

TEST_CASE("a run far from the others is named") {
  Eigen::ArrayXd logs = d1_logs("F_nginx_g4sync");
  logs[3] -= 1;
  CHECK(abstat::outliers(logs) == std::vector<std::size_t>{3});
  CHECK(abstat::outliers(logs.head(4)).empty());
  CHECK(abstat::outliers(Eigen::ArrayXd::Constant(6, 7.0)).empty());
}

TEST_CASE("the trend over the order of runs", "[3k][3k.lag1]") {
  const auto found = abstat::trend(d1_logs("F_nginx_g4sync"));
  CHECK(found.s == golden("3k S"));
  CHECK(near(found.tau, golden("3k tau")));
  CHECK(near(found.p, golden("3k p")));
  CHECK(near(found.slope, golden("3k theil")));
  CHECK(near(found.lag1, golden("3k.lag1")));
}

// R: cor.test(1:5, c(1,2,3,4,5), method="kendall")$p.value; 1:12 with two neighbours swapped, exact=FALSE,
// continuity=TRUE.
TEST_CASE("a steady rise is a drift") {
  CHECK(near(abstat::trend(Eigen::ArrayXd::LinSpaced(5, 0, 1)).p, 2.0 / 120));
  CHECK(abstat::trend(Eigen::ArrayXd::LinSpaced(12, 0, 1)).p < 1e-4);
}

TEST_CASE("the first run against the rest", "[3k.first_run_z][3k.first_run_p]") {
  const auto first = abstat::first_run(d1_logs("F_nginx_g4sync"));
  REQUIRE(first);
  CHECK(near(first->t, golden("3k.first_run_z")));
  CHECK(near(first->p, golden("3k.first_run_p")));
  CHECK_FALSE(abstat::first_run(Eigen::ArrayXd::Constant(5, 1.0)));
}

TEST_CASE("the two-way table splits the spread into stacks, blocks and the rest", "[3i.RCB]") {
  Eigen::MatrixXd logs(6, 6);
  for (Eigen::Index i = 0; i < 6; ++i)
    logs.row(i) = d1_logs(d1_stacks()[static_cast<std::size_t>(i)]).transpose();
  const auto table = abstat::block_table(logs);
  REQUIRE(table);
  CHECK(near(table->error_mean_square, golden("3i.RCB MSE")));
  CHECK(near(table->block_mean_square, golden("3i.RCB MSblock")));
  CHECK(near(table->stack_mean_square, golden("3i.RCB MStreat")));
  CHECK(table->error_df == golden("3i.RCB df"));
  CHECK(near(table->f_blocks, golden("3i.RCB F_block")));
  CHECK(near(table->p_blocks, golden("3i.RCB p_block")));
  CHECK(near(table->relative_efficiency, golden("3i.RCB rel_eff")));
}
