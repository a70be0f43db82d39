// The audit must never accuse ab. Whatever times the requests of a run took, the report ab prints of them
// passes every check.
#include "analysis/audit/findings.hpp"
#include "analysis/audit/printed_run.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

namespace {

constexpr int runs = 1500;

void expect_no_error(const abstat::Report& report, std::size_t& checks) {
  const auto audited = audit(report);
  checks += audited.passed;
  if (audited.failed == 0) return;
  INFO(*report.requests.complete << " requests\n" << listing(audited));
  CHECK(audited.failed == 0);
}

}  // namespace

TEST_CASE("no run of any shape breaks a check of the report that ab 2.4 prints of it, nor of its files") {
  std::mt19937_64 random(20261123);
  std::size_t checks = 0;
  for (int i = 0; i < runs; ++i) {
    // Small runs show the odd places of tables and medians, larger ones the bounds.
    expect_no_error(printed_by_2_4(random_run(random, i % 2 == 0 ? 12 : 300)), checks);
  }
  CHECK(checks > 45 * runs);
}

TEST_CASE("nor of the report that ab 2.2.8 prints of it, in whole milliseconds and single precision") {
  std::mt19937_64 random(20261124);
  std::size_t checks = 0;
  for (int i = 0; i < runs; ++i) {
    expect_no_error(printed_by_2_2_8(random_run(random, i % 2 == 0 ? 12 : 300)), checks);
  }
  CHECK(checks > 35 * runs);
}
