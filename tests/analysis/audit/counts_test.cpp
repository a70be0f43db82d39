#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

using abstat::audit;
using abstat::Report;
using abstat::Severity;

TEST_CASE("fewer completed requests than connections is a run cut short, not an error") {
  Report report = seed_reports()[0];
  report.concurrency = 2000;
  const auto finding = find(audit(report), "A1");
  REQUIRE(finding);
  CHECK(finding->severity == Severity::warning);
  CHECK(finding->line == 20);
}

TEST_CASE("a bracket adds up to the failed requests") {
  Report report = seed_reports()[5];
  CHECK_FALSE(find(audit(report), "B1"));
  report.requests.failed_breakdown->length = 361;
  report.requests.non_2xx = std::nullopt;
  CHECK(has_error(audit(report), "B1"));
  report.requests.failed_breakdown->length = 363;
  CHECK(has_error(audit(report), "B1"));
}

TEST_CASE("failures missing from the bracket can be responses with too long headers, which are non-2xx") {
  Report report = seed_reports()[5];
  report.requests.failed_breakdown->length = 360;
  const auto finding = find(audit(report), "B1");
  REQUIRE(finding);
  CHECK(finding->severity == Severity::warning);
  CHECK_THAT(finding->message, Catch::Contains("2 responses whose headers"));
}

TEST_CASE("a bracket without failures is an error, failures without a bracket only in a whole report") {
  Report report = seed_reports()[0];
  report.requests.failed_breakdown = abstat::FailedBreakdown{0, 0, 0, 0};
  CHECK(has_error(audit(report), "B1"));
  report = seed_reports()[5];
  report.requests.failed_breakdown.reset();
  CHECK(find(audit(report), "B1")->severity == Severity::warning);
  report.status = abstat::ReportStatus::complete;
  CHECK(has_error(audit(report), "B1"));
}

TEST_CASE("trunk and HTML may lack a counter for a failure, but never count more than failed") {
  Report report = seed_reports()[5];
  report.requests.non_2xx.reset();
  report.requests.failed_breakdown->length = 300;
  report.era = abstat::AbEra::e8;
  CHECK_FALSE(find(audit(report), "B1"));
  report.requests.failed_breakdown->length = 363;
  CHECK(has_error(audit(report), "B1"));
}

TEST_CASE("more failures than requests are possible with -r, more non-2xx or kept connections are not") {
  Report report = seed_reports()[5];
  report.requests.failed = 1500;
  report.requests.failed_breakdown = abstat::FailedBreakdown{0, 500, 500, 500};
  CHECK(find(audit(report), "B2")->severity == Severity::warning);
  report.requests.non_2xx = 1101;
  CHECK(has_error(audit(report), "B2"));
  report.requests.keep_alive = 1001;
  CHECK(has_error(audit(report), "B3"));
}

TEST_CASE(
    "a status counted before -t cut its response off is more than the complete requests, and no error") {
  Report report = seed_reports()[5];
  report.concurrency = 100;
  report.requests.non_2xx = 1100;
  CHECK_FALSE(has_error(audit(report), "B2"));
  CHECK(find(audit(report), "B2")->severity == Severity::warning);
}

TEST_CASE("counters near the ends of 64 bits do not overflow the sum") {
  Report report = seed_reports()[5];
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  report.requests.failed = most;
  report.requests.failed_breakdown = abstat::FailedBreakdown{most, most, most, most};
  CHECK(has_error(audit(report), "B1"));
}
