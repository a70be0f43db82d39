#include "analysis/claims_figure.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <rapidcheck.h>

using namespace abstat;

namespace {

ClaimNumber number(const std::string& digits, int scale_decimals = 0) {
  ClaimNumber result;
  result.figure = *parse_figure(digits);
  result.scale_decimals = scale_decimals;
  result.text = digits;
  return result;
}

Report run(const std::string& rate) {
  Report report;
  report.requests_per_second = parse_figure(rate);
  report.requests.complete = 1000;
  report.requests.failed = 0;
  report.concurrency = 100;
  return report;
}

Claim throughput(const std::string& digits, Hedge hedge = Hedge::none) {
  Claim claim;
  claim.number = number(digits);
  claim.hedge = hedge;
  return claim;
}

}  // namespace

// statistics.md 10, steps 2 to 6.
TEST_CASE("a written number matches a printed one by its digits") {
  const auto [written, printed, match] = GENERATE(table<const char*, const char*, Match>({
      {"1252.57", "1252.57", Match::exact},
      {"1911", "1911.14", Match::rounded},
      {"1253", "1252.57", Match::rounded},
      {"1252", "1252.57", Match::truncated},
      {"41700", "41726.65", Match::significant_digits},
      {"1912", "1911.14", Match::ceiled},
      {"2161.47", "2166.15", Match::none},
      {"24", "23", Match::none},
      {"24", "23.5", Match::rounded},
      {"22", "22.50", Match::rounded},
      {"0.9", "0.90", Match::rounded},
  }));
  INFO(written << " for " << printed);
  CHECK(match_of(number(written), *parse_figure(printed)) == match);
}

TEST_CASE("a suffix coarsens the number") {
  CHECK(match_of(number("15.6", 3), *parse_figure("15622.56")) == Match::rounded);
  CHECK(match_of(number("4.24", 3), *parse_figure("4240.56")) == Match::rounded);
  CHECK(match_of(number("2", 4), *parse_figure("23000.00")) == Match::rounded);
}

TEST_CASE("a figure is inexact inside the noise of its run and contradicted outside") {
  CHECK(judge_figure(throughput("2481"), run("2418.65")).verdict == Verdict::inexact);
  CHECK(judge_figure(throughput("3447"), run("4347.92")).verdict == Verdict::contradicted);
}

TEST_CASE("bounds hold or fail by the printed interval") {
  CHECK(judge_figure(throughput("1800", Hedge::at_least), run("1823.29")).match == Match::lower_bound);
  CHECK(judge_figure(throughput("1900", Hedge::at_least), run("1823.29")).verdict == Verdict::inexact);
  CHECK(judge_figure(throughput("2500", Hedge::at_least), run("1823.29")).verdict == Verdict::contradicted);
  CHECK(judge_figure(throughput("2000", Hedge::almost), run("1980.00")).verdict == Verdict::confirmed);
  CHECK(judge_figure(throughput("1950", Hedge::about), run("2020.00")).match == Match::approximate);
}

TEST_CASE("what the excerpt does not print is unsupported, never contradicted") {
  Claim claim = throughput("68");
  claim.metric = ClaimMetric::percentile;
  claim.percentile = 95;
  CHECK(judge_figure(claim, run("2320.24")).verdict == Verdict::unsupported);
}

TEST_CASE("counts have no noise") {
  Claim claim = throughput("0");
  claim.kind = ClaimKind::count;
  claim.metric = ClaimMetric::failed;
  CHECK(judge_figure(claim, run("1.00")).verdict == Verdict::confirmed);
  Report failing = run("1.00");
  failing.requests.failed = 1;
  CHECK(judge_figure(claim, failing).verdict == Verdict::contradicted);
}

TEST_CASE("a point before three digits may group them") {
  Claim claim = throughput("3.967");
  claim.number->other_reading = parse_figure("3967");
  CHECK(judge_figure(claim, run("3967.09")).verdict == Verdict::confirmed);
}

TEST_CASE("whatever is rounded or cut from a printed figure is confirmed") {
  rc::check([] {
    const auto digits = *rc::gen::inRange<std::int64_t>(1000, 99999999);
    const auto decimals = *rc::gen::inRange(0, 2);
    const Figure printed{digits, 2, FigureKind::finite, false};
    const double unit = std::pow(10.0, -decimals);
    const Figure cut = rounded_figure(std::floor(printed.value() / unit + 1e-9) * unit, decimals);
    ClaimNumber rounded;
    rounded.figure = rounded_figure(printed.value(), decimals);
    ClaimNumber truncated;
    truncated.figure = cut;
    RC_ASSERT(match_of(rounded, printed) != Match::none);
    RC_ASSERT(match_of(truncated, printed) != Match::none);
  });
}

TEST_CASE("a changed digit among those written is never confirmed") {
  rc::check([] {
    const auto digits = *rc::gen::inRange<std::int64_t>(100000, 99999999);
    const auto change = *rc::gen::inRange<std::int64_t>(2, 9);
    const Figure printed{digits, 2, FigureKind::finite, false};
    ClaimNumber wrong;
    wrong.figure = Figure{digits + change, 2, FigureKind::finite, false};
    RC_ASSERT(match_of(wrong, printed) == Match::none);
  });
}
