#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

using abstat::audit;
using abstat::Report;
using abstat::Severity;

using abstat::whole_figure;

TEST_CASE("means of Connect and Processing add up to that of Total within rounding") {
  Report report = seed_reports()[0];  // 0 + 76 against 77
  CHECK_FALSE(find(audit(report), "E1"));
  report.connection_times_ms->processing->mean = whole_figure(75);
  const auto audited = audit(report);
  CHECK(has_error(audited, "E1"));
  CHECK(find(audited, "E1")->line == report.lines.total);
}

TEST_CASE("the slowest request is no faster than its slowest part and no slower than both together") {
  Report report = seed_reports()[0];  // Connect 5, Processing 117, Total 117
  report.connection_times_ms->processing->max = whole_figure(118);
  CHECK(has_error(audit(report), "E2"));
  report.connection_times_ms->processing->max = whole_figure(111);  // 5 + 111 + 1 = 117
  CHECK_FALSE(find(audit(report), "E2"));
  report.connection_times_ms->processing->max = whole_figure(110);
  CHECK(has_error(audit(report), "E2"));
}

TEST_CASE("the fastest request is no faster than both fastest parts") {
  Report report = seed_reports()[0];  // Connect 0, Processing 14, Total 14
  report.connection_times_ms->total->min = whole_figure(13);
  CHECK_FALSE(find(audit(report), "E3"));
  report.connection_times_ms->total->min = whole_figure(12);
  CHECK(has_error(audit(report), "E3"));
}

TEST_CASE("the fastest request is no slower than the fastest processing with the slowest connect") {
  Report report = seed_reports()[0];  // Processing 14, Connect up to 5
  report.connection_times_ms->total->min = whole_figure(20);
  CHECK_FALSE(find(audit(report), "E3"));
  report.connection_times_ms->total->min = whole_figure(21);
  CHECK(has_error(audit(report), "E3"));
}

TEST_CASE("medians of Processing and Total are apart by what connecting can take") {
  Report report = seed_reports()[0];  // 75 and 75, Connect 0 to 5
  report.connection_times_ms->processing->median = whole_figure(76);
  CHECK_FALSE(find(audit(report), "E3"));
  report.connection_times_ms->processing->median = whole_figure(77);
  CHECK(has_error(audit(report), "E3"));
  report.connection_times_ms->processing->median = whole_figure(69);
  CHECK_FALSE(find(audit(report), "E3"));
  report.connection_times_ms->processing->median = whole_figure(68);
  CHECK(has_error(audit(report), "E3"));
  CHECK_THAT(find(audit(report), "E3")->message, Catch::Contains("median Total 75"));
}

TEST_CASE("waiting longer than processing is a warning") {
  Report report = seed_reports()[0];
  report.connection_times_ms->waiting->max = whole_figure(118);
  const auto finding = find(audit(report), "E4");
  REQUIRE(finding);
  CHECK(finding->severity == Severity::warning);
  CHECK(finding->line == report.lines.waiting);
}

TEST_CASE("standard deviations obey the triangle inequality to a tenth") {
  Report report = seed_reports()[0];  // 0.9 and 13.1
  report.connection_times_ms->total->sd = *abstat::parse_figure("14.1");
  CHECK_FALSE(find(audit(report), "E5"));
  report.connection_times_ms->total->sd = *abstat::parse_figure("14.2");
  CHECK(has_error(audit(report), "E5"));
  report.connection_times_ms->total->sd = *abstat::parse_figure("12.1");
  CHECK_FALSE(find(audit(report), "E5"));
  report.connection_times_ms->total->sd = *abstat::parse_figure("12.0");
  CHECK(has_error(audit(report), "E5"));
}

TEST_CASE("where ab subtracts two rows, the third is exactly their difference") {
  Report report;
  report.era = abstat::AbEra::e5;
  const auto summary = [](std::int64_t min, std::int64_t mean, std::int64_t max) {
    return abstat::TimesRow{whole_figure(min), whole_figure(mean), std::nullopt, std::nullopt,
                            whole_figure(max)};
  };
  report.connection_times_ms =
      abstat::ConnectionTimes{summary(0, 5, 9), summary(10, 7, 11), {}, summary(10, 12, 20)};
  const auto audited = audit(report);
  CHECK_FALSE(find(audited, "E1"));
  CHECK_FALSE(find(audited, "D1"));  // 10, 7, 11 is out of order, but no request's
  CHECK(find(audited, "subtracted-processing"));
  report.connection_times_ms->processing->max = whole_figure(12);
  CHECK(has_error(audit(report), "E1"));
}

TEST_CASE("medians that contradict each other are told although a third is missing") {
  Report report = seed_reports()[0];
  report.connection_times_ms->processing->median.reset();
  report.connection_times_ms->connect->median = whole_figure(90);
  CHECK_THAT(find(audit(report), "E3")->message,
             Catch::Contains("median Total 75 must lie between median Connect 90"));
}
