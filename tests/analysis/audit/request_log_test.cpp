#include "analysis/audit/findings.hpp"
#include "analysis/audit/small_run.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <memory>
#include <string>

#include <abstat/attachments.hpp>
#include <abstat/finding.hpp>

namespace {

std::string row(std::int64_t seconds, std::int64_t total) {
  return fmt::format("Mon Nov 23 08:53:00 2026\t{}\t0\t{}\t{}\t{}\n", seconds, total, total, total);
}

const std::string header = "starttime\tseconds\tctime\tdtime\tttime\twait\n";
constexpr std::int64_t start = 1795423980;

abstat::AuditedReport audited_with(const std::string& rows, abstat::Report report = small_run()) {
  const auto log = abstat::read_request_log(header + rows, "03.tsv");
  REQUIRE(log);
  report.attachments = std::make_shared<const abstat::Attachments>(abstat::Attachments{*log, std::nullopt});
  return audit(report);
}

const std::string own = row(start, 10) + row(start, 20) + row(start, 21) + row(start, 31);

}  // namespace

TEST_CASE("a -g file of the run agrees with every line of its report") {
  const auto audited = audited_with(own);
  INFO(listing(audited));
  CHECK(audited.failed == 0);
  CHECK(audited.passed >= 11 + audit(small_run()).passed);
}

TEST_CASE("a -g file with another number of rows is of another run") {
  CHECK(has_error(audited_with(own + row(start, 31)), "J1"));
}

TEST_CASE("the report's extremes are those of the -g file") {
  CHECK(has_error(audited_with(row(start, 11) + row(start, 20) + row(start, 21) + row(start, 31)), "J2"));
  CHECK(has_error(audited_with(row(start, 10) + row(start, 20) + row(start, 21) + row(start, 32)), "J2"));
}

TEST_CASE("mean and standard deviation follow from the -g file") {
  const auto audited = audited_with(row(start, 10) + row(start, 10) + row(start, 11) + row(start, 31));
  CHECK(has_error(audited, "J3"));
  CHECK_THAT(find(audited, "J3")->message, Catch::Contains("03.tsv"));
}

TEST_CASE("each percentile is the row of the -g file at its place") {
  const auto audited = audited_with(row(start, 10) + row(start, 20) + row(start, 22) + row(start, 31));
  CHECK(has_error(audited, "J4"));
  CHECK_THAT(find(audited, "J4")->message, Catch::Contains("50% 21 must be the 22"));
}

TEST_CASE("requests start within the run, to the second") {
  CHECK_FALSE(
      find(audited_with(row(start, 10) + row(start, 20) + row(start, 21) + row(start + 1, 31)), "J5"));
  CHECK(has_error(audited_with(row(start, 10) + row(start, 20) + row(start, 21) + row(start + 2, 31)), "J5"));
}

TEST_CASE("an ab before 2.2.9 cut its times, so its file has the very numbers of the report") {
  abstat::Report report = small_run();
  report.era = abstat::AbEra::e4;
  report.time_taken_s = abstat::parse_figure("0.83000");
  // 10, 20, 21, 31: mean 20 when cut, sd 8.6 about it.
  CHECK(has_error(audited_with(own, report), "J3"));
  for (auto* times : {&*report.connection_times_ms->processing, &*report.connection_times_ms->waiting,
                      &*report.connection_times_ms->total}) {
    times->mean = abstat::whole_figure(20);
    times->sd = abstat::parse_figure("8.6");
  }
  const auto audited = audited_with(own, report);
  INFO(listing(audited));
  CHECK(audited.failed == 0);
}
