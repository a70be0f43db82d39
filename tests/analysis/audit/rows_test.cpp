#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

using abstat::audit;
using abstat::Report;
using abstat::Severity;

namespace {

abstat::TimesRow row(std::string_view min, std::string_view mean, std::string_view sd,
                     std::string_view median, std::string_view max) {
  const auto figure = [](std::string_view text) { return *abstat::parse_figure(text); };
  return {figure(min), figure(mean), figure(sd), figure(median), figure(max)};
}

// The checks that object to this as the Waiting row, which no check but D1 to D5 and E4 looks at.
std::string objections(std::int64_t complete, const abstat::TimesRow& waiting) {
  Report report;
  report.requests.complete = complete;
  report.connection_times_ms.emplace();
  report.connection_times_ms->waiting = waiting;
  std::string checks;
  for (const auto& finding : audit(report).findings) {
    if (finding.severity == Severity::error) checks += std::string(finding.check) + " ";
  }
  return checks;
}

}  // namespace

TEST_CASE("mean and median lie between minimum and maximum") {
  CHECK(objections(100, row("5", "7", "1.0", "7", "10")).empty());
  CHECK(objections(100, row("8", "7", "1.0", "8", "10")).find("D1") == 0);
  CHECK(objections(100, row("5", "7", "1.0", "11", "10")).find("D1") == 0);
  CHECK(objections(100, row("5", "5", "0.0", "5", "5")).empty());
}

TEST_CASE("no standard deviation is larger than half of the requests at each end make") {
  // Two requests at 0 and 10 ms: sd 7.07, and with rounding at most 10.5 / sqrt(2) = 7.42.
  CHECK(objections(2, row("0", "5", "7.4", "10", "10")).empty());
  CHECK(objections(2, row("0", "5", "7.5", "10", "10")) == "D2 D3 ");
}

TEST_CASE("a mean near one end leaves less room for the standard deviation") {
  // Bhatia and Davis with the mean at 1.5 of 0 to 10.5: sqrt(1000/999 * 9 * 1.5) = 3.68.
  CHECK(objections(1000, row("0", "1", "3.7", "1", "10")).find("D3") == std::string::npos);
  CHECK(objections(1000, row("0", "1", "3.8", "1", "10")).find("D3") != std::string::npos);
}

TEST_CASE("the extremes alone make a standard deviation of some size") {
  // (999 - 100)^2 / 999 and (100 - 1)^2 / 999 at least: sd 28.6.
  CHECK(objections(1000, row("0", "100", "28.6", "100", "1000")).empty());
  CHECK(objections(1000, row("0", "100", "28.4", "100", "1000")).find("D4") != std::string::npos);
}

TEST_CASE("mean and median are at most about one standard deviation apart") {
  // An even number: sqrt(9/10) * 3.05 = 2.89 against a gap shrunk by 1.
  CHECK(objections(10, row("5", "10", "3.0", "12", "14")).empty());
  CHECK(objections(10, row("5", "10", "3.0", "14", "14")).find("D5") != std::string::npos);
}

TEST_CASE("minimum, median and maximum bound the mean and, with it, the standard deviation") {
  // Half of the requests at 50 or more make a mean of 25 or more.
  CHECK(objections(10, row("0", "26", "27.0", "50", "55")).empty());
  CHECK(objections(10, row("0", "24", "27.0", "50", "55")).find("D5") != std::string::npos);
  // With a median of 1, half of the requests are near 0, and the others cannot all be at 10.
  CHECK(objections(1000, row("0", "1", "2.6", "1", "10")).empty());
  CHECK(objections(1000, row("0", "1", "3.7", "1", "10")) == "D5 ");
}

TEST_CASE("ab's median of three requests may lie further from the mean than that of four") {
  // 0, 10, 10: mean 6.67, ab's median 10, sd 5.77. The gap of 2.33 to 4.33 passes with either; so far out
  // only n = 3.
  CHECK(objections(3, row("0", "7", "5.8", "10", "10")).empty());
  CHECK(objections(3, row("0", "33", "57.7", "50", "100")).empty());
}

TEST_CASE("one request has no standard deviation to check") {
  CHECK(objections(1, row("5", "5", "0.0", "5", "5")).empty());
}

TEST_CASE("a row without median and deviation is checked for its order only") {
  abstat::TimesRow summary{abstat::whole_figure(5), abstat::whole_figure(7), std::nullopt, std::nullopt,
                           abstat::whole_figure(10)};
  CHECK(objections(10, summary).empty());
  summary.mean = abstat::whole_figure(11);
  CHECK(objections(10, summary) == "D1 ");
}
