#include "analysis/statistics/distributions.hpp"
#include "analysis/statistics/dunnett.hpp"
#include "analysis/statistics/golden.hpp"
#include "analysis/statistics/studentized_range.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

TEST_CASE("critical values of the studentized range", "[4.qtukey_.95_6_30][4.qtukey_extra]") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(near(abstat::studentized_range_critical(0.05, 6, 30), golden("4.qtukey_.95_6_30")));
  CHECK(near(abstat::studentized_range_critical(0.05, 6, infinity), golden("4.qtukey_.95_6_inf")));
  CHECK(near(abstat::studentized_range_critical(0.05, 3, 2), golden("4.qtukey_extra .95,3,2")));
  CHECK(near(abstat::studentized_range_critical(0.05, 6, 2), golden("4.qtukey_extra .95,6,2")));
  CHECK(near(abstat::studentized_range_critical(0.05, 12, 3), golden("4.qtukey_extra .95,12,3")));
  CHECK(near(abstat::studentized_range_critical(0.05, 20, 10), golden("4.qtukey_extra .95,20,10")));
  CHECK(near(abstat::studentized_range_critical(0.01, 6, 30), golden("4.qtukey_extra .99,6,30")));
  const double df = golden("4.games_howell E_g8gevent-C_g4gevent df");
  CHECK(near(abstat::studentized_range_critical(0.05, 6, df),
             golden("4.games_howell E_g8gevent-C_g4gevent qcrit")));
}

TEST_CASE("of two means the range is Student's t") {
  for (const double df : {3.0, 8.5, 40.0}) {
    CHECK(near(abstat::studentized_range_critical(0.05, 2, df),
               std::sqrt(2.0) * abstat::student_t_critical(0.05, df)));
  }
}

TEST_CASE("tails of the studentized range", "[4.tukey][4.games_howell]") {
  const auto tail = [](const std::string& pair) {
    return abstat::studentized_range_upper(golden("4.tukey " + pair + " q"), 6, 30);
  };
  for (const auto* pair : {"F_nginx_g4sync-B_g4sync", "E_g8gevent-C_g4gevent", "D_nginx_g4gevent-B_g4sync"}) {
    CHECK(std::abs(tail(pair) - golden("4.tukey " + std::string(pair) + " p")) < 1e-9);
    const std::string row = "4.games_howell " + std::string(pair);
    CHECK(std::abs(abstat::studentized_range_upper(golden(row + " q"), 6, golden(row + " df")) -
                   golden(row + " p")) < 1e-9);
  }
}

TEST_CASE("critical values of Dunnett's test", "[4.dunnett_crit_m5_df30][4.dunnett_extra]") {
  const auto equal = [](std::size_t m, double df) {
    return abstat::dunnett_critical(0.05, std::vector<double>(m, 6.0), 6, df);
  };
  CHECK(near(equal(5, 30), golden("4.dunnett_crit_m5_df30")));
  CHECK(near(equal(2, 10), golden("4.dunnett_extra m2_df10")));
  CHECK(near(equal(8, 20), golden("4.dunnett_extra m8_df20")));
  CHECK(near(equal(1, 10), abstat::student_t_critical(0.05, 10)));
}
