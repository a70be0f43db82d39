#include "analysis/statistics/random_effects.hpp"

#include "analysis/statistics/golden.hpp"
#include "analysis/statistics/runs.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace {

Eigen::ArrayXd golden_array(std::string_view path) {
  const std::vector<double> list = golden_list(path);
  return Eigen::Map<const Eigen::ArrayXd>(list.data(), static_cast<Eigen::Index>(list.size()));
}

}  // namespace

TEST_CASE("runs that know their own variance are weighed by it and by what is between them", "[3h]") {
  const auto found = abstat::random_effects(d1_logs("D_nginx_g4gevent"), golden_array("3h vi"));
  REQUIRE(found);
  CHECK(near(found->fixed, golden("3h fixed")));
  CHECK(near(found->q, golden("3h Q")));
  CHECK(near(found->tau2, golden("3h tau2_DL")));
  CHECK(near(found->tau2_pm, golden("3h tau2_PM")));
  CHECK(near(found->mean, golden("3h mu")));
  CHECK(near(found->standard_error, golden("3h se_HKSJ")));
  CHECK(near(found->i2, golden("3h I2")));
  CHECK(near(std::exp(found->interval(0.95).low), golden("3h lo")));
  CHECK(near(std::exp(found->interval(0.95).high), golden("3h hi")));
}

TEST_CASE("the spread between runs of one length is what the spread within leaves",
          "[3h.between_var_simple]") {
  const Eigen::ArrayXd within = golden_array("3h vi");
  CHECK(near(within.mean(), golden("3h.between_var_simple mean_v")));
  CHECK(near(abstat::between_variance(d1_logs("D_nginx_g4gevent"), within),
             golden("3h.between_var_simple tau2")));
  CHECK(abstat::between_variance(d1_logs("D_nginx_g4gevent"), 10 * within) == 0);
}

TEST_CASE("runs nearer to each other than their own variance have none between them") {
  const auto found = abstat::random_effects(d1_logs("D_nginx_g4gevent"), 100 * golden_array("3h vi"));
  REQUIRE(found);
  CHECK(found->tau2 == 0);
  CHECK(found->tau2_pm == 0);
  CHECK(found->i2 == 0);
}

TEST_CASE("one run, or a variance of 0, has no random effects") {
  const Eigen::ArrayXd one = Eigen::ArrayXd::Constant(1, 7.0);
  CHECK_FALSE(abstat::random_effects(one, one));
  const Eigen::ArrayXd two = Eigen::ArrayXd::LinSpaced(2, 7.0, 7.1);
  CHECK_FALSE(abstat::random_effects(two, Eigen::ArrayXd::Zero(2)));
}
