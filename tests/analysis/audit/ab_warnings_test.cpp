#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

using abstat::audit;
using abstat::Report;
using abstat::Severity;

using abstat::AbWarning;
using abstat::whole_figure;

namespace {

// R1 with the Total row mean 77, median 75, and this sd.
Report skewed(std::string_view sd) {
  Report report = seed_reports()[0];
  report.status = abstat::ReportStatus::complete;
  report.connection_times_ms->total->sd = *abstat::parse_figure(sd);
  return report;
}

bool objects(const Report& report) {
  return has_error(audit(report), "H1");
}

}  // namespace

TEST_CASE("ab stays silent up to one standard deviation, warns above one and calls above two an error") {
  Report report = skewed("2.0");  // 2 ms apart: either side of one sd by its rounding
  CHECK_FALSE(objects(report));
  report.ab_warnings = {{AbWarning::Severity::warning, AbWarning::About::total}};
  CHECK_FALSE(objects(report));
  report.ab_warnings[0].severity = AbWarning::Severity::error;
  CHECK(objects(report));
  report = skewed("1.9");
  CHECK(objects(report));
  report = skewed("1.0");
  report.ab_warnings = {{AbWarning::Severity::warning, AbWarning::About::total}};
  CHECK_FALSE(objects(report));
  report.ab_warnings[0].severity = AbWarning::Severity::error;
  CHECK_FALSE(objects(report));
  report = skewed("2.1");
  report.ab_warnings = {{AbWarning::Severity::warning, AbWarning::About::total}};
  CHECK(objects(report));
}

TEST_CASE("an excerpt may have lost a warning, but cannot have gained one") {
  Report report = skewed("1.9");
  report.status = abstat::ReportStatus::partial;
  CHECK_FALSE(objects(report));
  report = skewed("12.8");
  report.status = abstat::ReportStatus::partial;
  report.ab_warnings = {{AbWarning::Severity::warning, AbWarning::About::total}};
  CHECK(objects(report));
}
