#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

using abstat::audit;
using abstat::Report;
using abstat::Severity;

using abstat::whole_figure;

TEST_CASE("requests fit into the connections' time") {
  Report report = seed_reports()[0];  // 1000 requests, 100 connections, 798.361 ms: at most 79.836 ms each
  report.connection_times_ms->total->mean = whole_figure(80);
  report.connection_times_ms->processing->mean = whole_figure(80);
  CHECK_FALSE(find(audit(report), "F1"));
  report.connection_times_ms->total->mean = whole_figure(81);
  const auto audited = audit(report);
  CHECK(has_error(audited, "F1"));
  CHECK_THAT(find(audited, "F1")->message, Catch::Contains("79.836 ms"));
}

TEST_CASE("more connections than requests do not make more room") {
  Report report;
  report.requests.complete = 10;
  report.concurrency = 100;
  report.time_taken_s = *abstat::parse_figure("1.000");
  report.connection_times_ms.emplace();
  const abstat::TimesRow total{whole_figure(900), whole_figure(1001), std::nullopt, std::nullopt,
                               whole_figure(1001)};
  report.connection_times_ms->total = total;
  CHECK_FALSE(find(audit(report), "F1"));
  report.connection_times_ms->total->mean = whole_figure(1002);
  CHECK(has_error(audit(report), "F1"));
}

TEST_CASE("no request takes longer than the run") {
  Report report = seed_reports()[0];
  report.connection_times_ms->total->max = whole_figure(798);
  CHECK_FALSE(find(audit(report), "F2"));
  report.connection_times_ms->total->max = whole_figure(799);
  CHECK(has_error(audit(report), "F2"));
}

TEST_CASE("after the clock was set back the times of requests and run have nothing in common") {
  Report report = seed_reports()[0];
  report.time_taken_s = *abstat::parse_figure("-3599.202");
  report.requests_per_second = *abstat::parse_figure("-0.28");
  report.time_per_request_ms = *abstat::parse_figure("-359920.200");
  report.time_per_request_all_ms = *abstat::parse_figure("-3599.202");
  report.transfer_rate_kib_s.received = *abstat::parse_figure("-0.05");
  const auto audited = audit(report);
  INFO(listing(audited));
  CHECK(audited.failed == 0);
  CHECK(find(audited, "clock-step"));
}
