#include "analysis/audit/findings.hpp"
#include "analysis/audit/mutation.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

using abstat::AbEra;
using abstat::audit;
using abstat::Report;
using abstat::Severity;
using abstat::whole_figure;

TEST_CASE("versions that cut times to milliseconds say how far their means are off") {
  Report report = seed_reports()[0];
  CHECK_FALSE(find(audit(report), "cut-milliseconds"));
  report.era = AbEra::e4;
  CHECK_THAT(find(audit(report), "cut-milliseconds")->message, Catch::Contains("up to 2 ms too low"));
  report.era = AbEra::e2;
  CHECK_THAT(find(audit(report), "cut-milliseconds")->message, Catch::Contains("up to 1 ms too low"));
}

TEST_CASE("minima that 1.3 gets wrong raise no alarm and are named") {
  Report report = seed_reports()[0];
  report.era = AbEra::e2;
  report.connection_times_ms->waiting->min = whole_figure(99999);
  const auto audited = audit(report);
  CHECK_FALSE(has_error(audited, "D1"));
  CHECK(find(audited, "broken-minima"));
  report.era = AbEra::e7;
  CHECK(has_error(audit(report), "D1"));
}

TEST_CASE("a standard deviation that overflowed in 1.3 raises no alarm and is named") {
  Report report = seed_reports()[0];
  report.connection_times_ms->total->max = whole_figure(50'000);
  CHECK(has_error(audit(report), "D4"));
  report.era = AbEra::e2;
  const auto audited = audit(report);
  CHECK_FALSE(has_error(audited, "D4"));
  CHECK(find(audited, "overflowing-sd"));
}

TEST_CASE("the median of an odd number of requests is named as too high") {
  Report report = seed_reports()[0];
  CHECK_FALSE(find(audit(report), "median-of-odd"));
  report.requests.complete = 999;
  CHECK(find(audit(report), "median-of-odd"));
}

TEST_CASE("samples that are averages are named") {
  Report report = seed_reports()[0];
  report.era = AbEra::e8;
  report.requests.window = 1000;
  CHECK_FALSE(find(audit(report), "window-averages"));
  report.requests.window = 999;
  CHECK(find(audit(report), "window-averages"));
}

TEST_CASE("ab's warning about a row below its own resolution is a note, about another one a warning") {
  Report report = seed_reports()[0];
  report.ab_warnings = {{abstat::AbWarning::Severity::error, abstat::AbWarning::About::connect}};
  CHECK(find(audit(report), "ab-warned")->severity == Severity::note);
  report.ab_warnings[0].about = abstat::AbWarning::About::total;
  CHECK(find(audit(report), "ab-warned")->severity == Severity::warning);
}

TEST_CASE("whatever is found has an explanation and a line") {
  for (const auto& audited : audit_all(genuine_reports())) {
    for (const auto& finding : audited.findings) {
      INFO(finding.check << " in " << audited.source.file);
      const abstat::AuditCheck* check = abstat::find_audit_check(finding.check);
      REQUIRE(check);
      CHECK(check->severity <= finding.severity);
      CHECK(finding.line >= audited.source.first_line);
      CHECK(finding.line <= audited.source.last_line);
    }
  }
}
