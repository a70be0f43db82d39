#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

using abstat::audit;
using abstat::Report;
using abstat::Severity;

TEST_CASE("a run without a byte is a silent failure however good its rate") {
  Report report = seed_reports()[0];
  report.bytes = {0, 0, std::nullopt, abstat::SentLabel::none};
  report.transfer_rate_kib_s.received = *abstat::parse_figure("0.00");
  const auto audited = audit(report);
  CHECK(audited.failed == 0);
  REQUIRE(find(audited, "silent-failure"));
  CHECK(find(audited, "silent-failure")->line == 24);
  report.bytes.total = 15999;
  CHECK(find(audit(report), "silent-failure"));
  report.bytes.total = 16000;
  CHECK_FALSE(find(audit(report), "silent-failure"));
}

TEST_CASE("no bytes at a rate above zero cannot be") {
  Report report = seed_reports()[0];
  report.bytes = {0, 0, std::nullopt, abstat::SentLabel::none};
  CHECK(has_error(audit(report), "A6"));
}

TEST_CASE("non-2xx responses give the rate of good ones") {
  const auto finding = find(audit(seed_reports()[5]), "non-2xx");
  REQUIRE(finding);
  CHECK_THAT(finding->message, Catch::Contains("the 638 good ones make 520.85 a second, not 816.38"));
}

TEST_CASE("bodies of other lengths alone are a changing page, or an odd first response") {
  Report report = seed_reports()[5];
  report.requests.non_2xx.reset();
  auto audited = audit(report);
  CHECK(find(audited, "dynamic-length")->severity == Severity::note);
  CHECK_FALSE(find(audited, "failed-requests"));
  report.requests.failed = 501;
  report.requests.failed_breakdown->length = 501;
  audited = audit(report);
  CHECK(find(audited, "odd-first-response"));
  CHECK_FALSE(find(audited, "dynamic-length"));
}

TEST_CASE("other failures are failures") {
  Report report = seed_reports()[5];
  CHECK(find(audit(report), "failed-requests"));
}

TEST_CASE("requests that could not be sent are named, though ab does not count them as failed") {
  Report report = seed_reports()[0];
  report.requests.write_errors = 0;
  CHECK_FALSE(find(audit(report), "write-errors"));
  report.requests.write_errors = 3;
  CHECK(find(audit(report), "write-errors"));
}

TEST_CASE("keep-alive that was asked for and hardly used is named") {
  Report report = seed_reports()[0];
  report.requests.keep_alive = 990;
  CHECK_FALSE(find(audit(report), "keep-alive-unused"));
  report.requests.keep_alive = 0;
  CHECK(find(audit(report), "keep-alive-unused"));
}
