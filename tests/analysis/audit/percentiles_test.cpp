#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

using abstat::audit;
using abstat::Report;
using abstat::Severity;

using abstat::whole_figure;

namespace {

constexpr std::size_t r7 = 6;  // the first seed report with a percentile table, 1000 requests

Report with_level(int level, std::int64_t ms) {
  Report report = seed_reports()[r7];
  report.percentiles_ms->set(level, whole_figure(ms));
  return report;
}

}  // namespace

TEST_CASE("percentiles do not decrease, and the line that does is named") {
  const auto audited = audit(with_level(66, 85));  // 75% is 84
  CHECK(has_error(audited, "G1"));
  CHECK(find(audited, "G1")->line == 178);
}

TEST_CASE("levels that fall on the same request of a short run are equal") {
  Report report = with_level(99, 92);
  report.requests.complete = 40;  // 98% and 99% both read place 39
  report.percentiles_ms->set(98, whole_figure(91));
  CHECK(has_error(audit(report), "G1"));
}

TEST_CASE("the last percentile is the maximum") {
  CHECK(has_error(audit(with_level(100, 93)), "G2"));
}

TEST_CASE("half the requests: the median for an even number, at most the median for an odd one") {
  CHECK(has_error(audit(with_level(50, 73)), "G3"));
  Report odd = with_level(50, 73);
  odd.requests.complete = 1001;
  CHECK_FALSE(find(audit(odd), "G3"));
  odd.percentiles_ms->set(50, whole_figure(75));
  CHECK(has_error(audit(odd), "G3"));
}

TEST_CASE("percentiles lie between minimum and maximum") {
  Report report = seed_reports()[r7];
  report.connection_times_ms->total->max = whole_figure(90);
  CHECK(has_error(audit(report), "G4"));
  CHECK(find(audit(report), "G4")->line == 182);
}

TEST_CASE("a mean outside of what the table allows is an error") {
  // Half of the requests take at least 74 ms, so the mean is at least 37 + 3.5; summing the bounds, at
  // most 80.23.
  Report report = seed_reports()[r7];
  report.connection_times_ms->total->mean = whole_figure(41);
  CHECK(has_error(audit(report), "G5"));
  report.connection_times_ms->total->sd.reset();
  report.connection_times_ms->total->mean = whole_figure(80);
  CHECK_FALSE(find(audit(report), "G5"));
  report.connection_times_ms->total->mean = whole_figure(81);
  CHECK(has_error(audit(report), "G5"));
}

TEST_CASE("a standard deviation that the table does not allow is an error") {
  Report report = seed_reports()[r7];
  report.connection_times_ms->total->sd = *abstat::parse_figure("5.0");
  CHECK(has_error(audit(report), "G5"));
}
