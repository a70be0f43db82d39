#include "analysis/statistics/distributions.hpp"

#include "analysis/statistics/golden.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

TEST_CASE("quantiles agree with R", "[1.t999][2.t9][2.z]") {
  CHECK(near(abstat::student_t_critical(0.05, 999), golden("1.t999")));
  CHECK(near(abstat::student_t_critical(0.05, 9), golden("2.t9"), 1e-12));
  CHECK(near(abstat::normal_quantile(0.975), golden("2.z"), 1e-14));
  CHECK(matches(abstat::student_t_critical(0.05, 5), 2.570581835636314, 15));
}

TEST_CASE("t of infinite degrees of freedom is the normal") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(near(abstat::student_t_critical(0.05, infinity), golden("2.z")));
  CHECK(near(abstat::student_t_upper(1.5, infinity), 1 - abstat::normal_cdf(1.5)));
}

TEST_CASE("outside a distribution's domain there is no number and no exception") {
  CHECK(std::isnan(abstat::student_t_critical(0.05, 0)));
  CHECK(std::isnan(abstat::student_t_critical(2, 5)));
  CHECK(std::isnan(abstat::student_t_upper(std::nan(""), 5)));
  CHECK(std::isnan(abstat::beta_quantile(0.5, 0, 1)));
  CHECK(std::isnan(abstat::normal_quantile(-1)));
}
