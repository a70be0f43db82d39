#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include <abstat/finding.hpp>
#include <abstat/report_reader.hpp>

using abstat::audit_all;
using abstat::Report;
using abstat::Severity;

TEST_CASE("the seed's reports are eight runs, and R6 came through the front end of R7 and R8") {
  auto reports = seed_reports();
  reports[6].stack = "gunicorn + django";
  const auto audited = audit_all(reports);
  REQUIRE(audited.size() == 8);
  for (const auto& report : audited) {
    CHECK_FALSE(find(report, "pasted-twice"));
    CHECK_FALSE(find(report, "shared-rates"));
    CHECK_FALSE(find(report, "shared-table"));
    CHECK_FALSE(find(report, "stitched"));
  }
  const auto sizes = find(audited[5], "response-sizes");
  REQUIRE(sizes);
  CHECK(sizes->severity == Severity::note);
  CHECK_THAT(sizes->message, Catch::Contains("13 bytes of body and 325 of header"));
  CHECK_THAT(sizes->message, Catch::Contains("'gunicorn + django' (samples/web-stacks.md:157)"));
  CHECK_THAT(sizes->message, Catch::Contains("samples/web-stacks.md:190"));
  CHECK_THAT(sizes->message, Catch::Contains("497 and 174 bytes"));
}

TEST_CASE("without a report to compare with, the sizes that add up are listed") {
  const std::vector<Report> reports{seed_reports()[5]};
  const auto sizes = find(audit_all(reports)[0], "response-sizes");
  REQUIRE(sizes);
  CHECK_THAT(sizes->message, Catch::Contains("good ones 13 + 325, bad ones 497 + 174"));
}

TEST_CASE("the same run pasted under another heading is named on the second") {
  auto reports = seed_reports();
  reports.push_back(reports[0]);
  reports[0].stack = "flask";
  reports.back().stack = "bottle";
  reports.back().source.first_line = 300;
  const auto audited = audit_all(reports);
  CHECK_FALSE(find(audited[0], "pasted-twice"));
  const auto twice = find(audited.back(), "pasted-twice");
  REQUIRE(twice);
  CHECK(twice->severity == Severity::warning);
  CHECK(twice->line == 300);
  CHECK_THAT(twice->message, Catch::Contains("'flask' (samples/web-stacks.md:20)"));
  CHECK_THAT(twice->message, Catch::Contains("One of the two stacks was not measured"));
}

TEST_CASE("rates quoted again without their table are an excerpt of the same run") {
  auto reports = seed_reports();
  reports.push_back(reports[0]);
  reports.back().connection_times_ms.reset();
  CHECK(find(audit_all(reports).back(), "pasted-twice")->severity == Severity::note);
}

TEST_CASE("rates of one run and times of another are an error") {
  auto reports = seed_reports();
  Report report = reports[1];
  report.connection_times_ms = reports[2].connection_times_ms;
  report.source.first_line = 300;
  reports.push_back(report);
  auto audited = audit_all(reports);
  REQUIRE(find(audited.back(), "stitched"));
  CHECK(has_error(audited.back(), "stitched"));
  CHECK(audited.back().failed >= 1);

  reports.erase(reports.begin() + 2);  // the original of the times is not at hand
  audited = audit_all(reports);
  CHECK(has_error(audited.back(), "shared-rates"));

  reports = seed_reports();
  reports.erase(reports.begin() + 1);  // the original of the rates is not
  reports.push_back(report);
  audited = audit_all(reports);
  CHECK(has_error(audited.back(), "shared-table"));
}

TEST_CASE("very short runs print alike by chance and are not compared") {
  Report report;
  report.requests.complete = 10;
  report.time_taken_s = *abstat::parse_figure("0.005");
  report.requests_per_second = *abstat::parse_figure("1834.19");
  const std::vector<Report> reports{report, report};
  CHECK_FALSE(find(audit_all(reports)[1], "pasted-twice"));
}

TEST_CASE("a run of a few hundredths of a second is the same run when every time it prints is the same") {
  std::ifstream file(ABSTAT_SOURCE_DIR "/tests/analysis/audit/genuine/2.4-plain.log", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto reports = abstat::read_reports(text + text, "plain.log");
  REQUIRE(reports.size() == 2);
  const auto twice = find(audit_all(reports)[1], "pasted-twice");
  REQUIRE(twice);
  CHECK_THAT(twice->message, Catch::Contains("It is one run, not two"));
  reports[1].percentiles_ms->ms[4] = abstat::Figure{3, 0};
  CHECK_FALSE(find(audit_all(reports)[1], "pasted-twice"));
}
