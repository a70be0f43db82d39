#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

using abstat::audit;
using abstat::Report;
using abstat::Severity;

TEST_CASE("inf and nan are errors where ab guards its divisions, and quirks before") {
  Report report = seed_reports()[0];
  report.time_per_request_ms = *abstat::parse_figure("inf");
  report.era = abstat::AbEra::e7;
  const auto audited = audit(report);
  CHECK(has_error(audited, "H2"));
  CHECK(find(audited, "H2")->line == 27);
  report.era = abstat::AbEra::e4;
  CHECK(find(audit(report), "H2")->severity == Severity::note);
}

TEST_CASE("a row whose sd is nan keeps its other checks") {
  Report report = seed_reports()[0];
  report.connection_times_ms->total->sd = *abstat::parse_figure("-nan");
  report.connection_times_ms->total->max = abstat::whole_figure(116);
  const auto audited = audit(report);
  CHECK(has_error(audited, "H2"));
  CHECK(has_error(audited, "E2"));
}
