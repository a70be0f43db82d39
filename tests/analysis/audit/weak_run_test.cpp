#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include <abstat/finding.hpp>
#include <abstat/report_reader.hpp>

using abstat::audit;
using abstat::Report;
using abstat::Severity;

using abstat::whole_figure;

namespace {

abstat::AuditedReport audited_log(const std::string& name) {
  std::ifstream file(ABSTAT_SOURCE_DIR "/tests/analysis/audit/weak_runs/" + name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto reports = abstat::read_reports(text, name);
  REQUIRE(reports.size() == 1);
  return audit(reports.front());
}

}  // namespace

TEST_CASE("a log of eight requests over four connections shows the serialised start with its cost") {
  const auto finding = find(audited_log("serialised-start.log"), "serialised-start");
  REQUIRE(finding);
  CHECK(finding->severity == Severity::warning);
  CHECK_THAT(finding->message, Catch::Contains("33 % of the throughput"));
}

TEST_CASE("a log whose Concurrency achieved is below the level says at which load it ran") {
  const auto finding = find(audited_log("concurrency-not-reached.log"), "concurrency-not-reached");
  REQUIRE(finding);
  CHECK(finding->severity == Severity::warning);
  CHECK_THAT(finding->message, Catch::Contains("only 7 of 10 connections"));
}

TEST_CASE("less than a second is a short run") {
  CHECK(find(audit(seed_reports()[0]), "short-run"));
  CHECK_FALSE(find(audit(seed_reports()[5]), "short-run"));
}

TEST_CASE("few requests a connection are a note below 50 and a warning below 10, where the start shows") {
  Report report = seed_reports()[0];
  CHECK(find(audit(report), "few-rounds")->severity == Severity::note);
  CHECK_FALSE(find(audit(report), "serialised-start"));
  report.concurrency = 101;
  CHECK(find(audit(report), "few-rounds")->severity == Severity::warning);
  CHECK(find(audit(report), "serialised-start"));
  report.era = abstat::AbEra::e6;
  CHECK_FALSE(find(audit(report), "serialised-start"));
  report.concurrency = 20;
  CHECK_FALSE(find(audit(report), "few-rounds"));
  report.concurrency = 1;
  report.requests.complete = 5;
  CHECK_FALSE(find(audit(report), "few-rounds"));
}

TEST_CASE("idle connections are named with their share, from a tenth on") {
  // statistics.md 1.2: R6 kept 71.84 of 100 busy, R1 96.45.
  const auto finding = find(audit(seed_reports()[5]), "drain");
  REQUIRE(finding);
  CHECK(finding->severity == Severity::warning);
  CHECK_FALSE(find(audit(seed_reports()[0]), "drain"));
}

TEST_CASE("a rate near ab's own limit is a hint") {
  Report report;
  report.requests_per_second = *abstat::parse_figure("9999.99");
  CHECK_FALSE(find(audit(report), "client-limit"));
  report.requests_per_second = *abstat::parse_figure("10000.00");
  CHECK(find(audit(report), "client-limit"));
}

TEST_CASE("fewer connections than asked for are named") {
  Report report = seed_reports()[0];
  report.concurrency_achieved = 100;
  CHECK_FALSE(find(audit(report), "concurrency-not-reached"));
  report.concurrency_achieved = 99;
  CHECK(find(audit(report), "concurrency-not-reached"));
}

TEST_CASE("a request a thousand times as long as the others is a clock set forward") {
  Report report = seed_reports()[0];
  report.connection_times_ms->total->max = whole_figure(3600082);
  CHECK(find(audit(report), "clock-step"));
  report.connection_times_ms->total->max = whole_figure(127000);  // connecting given up by TCP
  CHECK_FALSE(find(audit(report), "clock-step"));
}

TEST_CASE("a whole report without rates for its completed requests had a clock that stood still") {
  Report report;
  report.status = abstat::ReportStatus::complete;
  report.time_taken_s = *abstat::parse_figure("0.000");
  report.requests.complete = 10;
  CHECK(find(audit(report), "clock-step"));
  report.status = abstat::ReportStatus::partial;
  CHECK_FALSE(find(audit(report), "clock-step"));
}

TEST_CASE("a run that ended early says how") {
  Report report = seed_reports()[0];
  report.status = abstat::ReportStatus::interrupted;
  CHECK(find(audit(report), "interrupted"));
  report.status = abstat::ReportStatus::truncated;
  CHECK(find(audit(report), "truncated"));
  report.status = abstat::ReportStatus::aborted;
  report.status_reason = "apr_socket_recv: Connection reset by peer (104)";
  CHECK_THAT(find(audit(report), "gave-up")->message, Catch::Contains("reset by peer"));
}

TEST_CASE("means of up to two milliseconds are at ab's resolution") {
  Report report = seed_reports()[0];
  CHECK_FALSE(find(audit(report), "sub-millisecond"));
  report.connection_times_ms->total->mean = whole_figure(2);
  CHECK(find(audit(report), "sub-millisecond"));
}
