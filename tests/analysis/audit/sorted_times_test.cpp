// The bounds a percentile table gives, against every sorted list of times that prints it.
#include "analysis/audit/sorted_times.hpp"

#include <catch2/catch.hpp>
#include <vector>

namespace exact = abstat::exact;

TEST_CASE("levels of the table read the sorted times at floor(n * level / 100)") {
  CHECK(abstat::percentile_index(1000, 50) == 500);
  CHECK(abstat::percentile_index(999, 50) == 499);
  CHECK(abstat::percentile_index(7, 66) == 4);
  CHECK(abstat::percentile_index(7, 100) == 6);
  CHECK(abstat::percentile_index(2'000'000'000'000, 99) == 1'980'000'000'000);
}

TEST_CASE("sums and squares lie within the bounds that the table gives") {
  // Whole numbers, as an ab before 2.2.9 stores them: the bounds are attained.
  abstat::RowRules rules;
  rules.truncated = true;
  abstat::Percentiles table;
  table.set(50, abstat::whole_figure(2));   // place 2 of 5
  table.set(100, abstat::whole_figure(4));  // place 4
  const auto steps = abstat::sorted_times(abstat::known_times(table, nullptr, 5, rules), 5);
  REQUIRE(steps);
  const exact::Range sum = abstat::sum_of(*steps);
  int least = 100;
  int most = 0;
  for (int a = 0; a <= 2; ++a) {
    for (int b = a; b <= 2; ++b) {
      for (int d = 2; d <= 4; ++d) {
        const std::vector<int> times{a, b, 2, d, 4};
        int total = 0;
        for (const int time : times) total += time;
        least = std::min(least, total);
        most = std::max(most, total);
        int scaled_squares = 0;  // of deviations times five
        for (const int time : times) scaled_squares += (5 * time - total) * (5 * time - total);
        const exact::Fraction mean{total, 5};
        const exact::Range squares = abstat::squares_of(*steps, {mean, mean});
        const exact::Fraction measured{scaled_squares, 25};
        CHECK(*squares.low <= measured);
        CHECK(measured <= *squares.high);
      }
    }
  }
  CHECK(sum.low->value() == least);
  CHECK(sum.high->value() == most);
}

TEST_CASE("without the largest time there is no bound") {
  abstat::Percentiles table;
  table.set(50, abstat::whole_figure(2));
  CHECK_FALSE(abstat::sorted_times(abstat::known_times(table, nullptr, 5, {}), 5));
}
