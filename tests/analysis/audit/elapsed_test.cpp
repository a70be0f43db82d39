// The arithmetic of every version of ab, on figures of real runs.
#include "analysis/audit/findings.hpp"

#include <catch2/catch.hpp>

#include <abstat/finding.hpp>

using abstat::AbEra;
using abstat::audit;
using abstat::Figure;
using abstat::Report;

namespace {

std::optional<Figure> figure(std::string_view text) {
  return text.empty() ? std::nullopt : abstat::parse_figure(text);
}

struct Run {
  AbEra era;
  std::int64_t concurrency;
  std::string_view time_taken;
  std::int64_t complete;
  std::int64_t bytes;
  std::string_view throughput;
  std::string_view per_request;
  std::string_view per_request_all;
  std::string_view rate;
};

Report report_of(const Run& run) {
  Report report;
  report.era = run.era;
  report.concurrency = run.concurrency;
  report.time_taken_s = figure(run.time_taken);
  report.requests.complete = run.complete;
  report.bytes.total = run.bytes;
  report.requests_per_second = figure(run.throughput);
  report.time_per_request_ms = figure(run.per_request);
  report.time_per_request_all_ms = figure(run.per_request_all);
  report.transfer_rate_kib_s.received = figure(run.rate);
  return report;
}

const Run ab_1_3d{AbEra::e2, 3, "0.077", 300, 30804, "3896.10", "0.77", "0.26", "400.05"};
const Run ab_2_0_65{AbEra::e4, 3, "0.87976", 300, 30702, "3410.02", "0.880", "0.293", "329.64"};
const Run ab_2_2_8{AbEra::e4, 2, "0.318775", 11, 1122, "34.51", "57.959", "28.980", "3.14"};
const Run ab_2_4{AbEra::e7, 100, "0.798", 1000, 176000, "1252.57", "79.836", "0.798", "215.28"};
// As 2.2.8, but by the formulas of 2.0.17 to 2.0.36: seconds behind [ms].
const Run ab_2_0_36{AbEra::e3, 2, "0.318775", 11, 1122, "34.51", "0.058", "0.029", "3.14"};

}  // namespace

TEST_CASE("the rates of every version of ab agree under its own formulas") {
  for (const Run& run : {ab_1_3d, ab_2_0_65, ab_2_2_8, ab_2_0_36, ab_2_4}) {
    const auto audited = audit(report_of(run));
    INFO(run.time_taken << " s\n" << listing(audited));
    CHECK(audited.failed == 0);
    CHECK(audited.passed >= 6);
  }
}

TEST_CASE("a changed rate of an old ab is caught too") {
  for (Run run : {ab_1_3d, ab_2_0_65, ab_2_2_8, ab_2_0_36}) {
    run.throughput = "35.51";
    const auto audited = audit(report_of(run));
    INFO(run.time_taken << " s");
    CHECK(has_error(audited, "A2"));
    CHECK(has_error(audited, "A7"));
  }
}

TEST_CASE("what an old ab prints wrong is named") {
  CHECK(find(audit(report_of(ab_2_0_65)), "unpadded-microseconds"));
  CHECK_THAT(find(audit(report_of(ab_2_0_65)), "unpadded-microseconds")->message,
             Catch::Contains("0.087976 s"));
  CHECK_FALSE(find(audit(report_of(ab_2_2_8)), "unpadded-microseconds"));
  CHECK(find(audit(report_of(ab_2_2_8)), "whole-kib-rate"));
  CHECK(find(audit(report_of(ab_2_0_36)), "seconds-called-ms"));
  CHECK(find(audit(report_of(ab_1_3d)), "kilobytes-of-1000"));
  CHECK(audit(report_of(ab_2_4)).failed == 0);
  CHECK_FALSE(find(audit(report_of(ab_2_4)), "kilobytes-of-1000"));
}

TEST_CASE("less than a whole KiB prints no rate before 2.2.9, whatever the time") {
  Run run = ab_2_2_8;
  run.bytes = 1000;
  run.rate = "0.00";
  CHECK(audit(report_of(run)).failed == 0);
}

TEST_CASE("the HTML of 2.2.9 to 2.4.6 multiplies what it prints, which is allowed for and named") {
  Report report = report_of(ab_2_4);
  report.html = true;
  report.era = AbEra::e5;
  report.time_per_request_ms.reset();
  report.time_per_request_all_ms.reset();
  report.requests_per_second = figure("1252566.19");
  report.transfer_rate_kib_s.received = figure("220451.65");
  const auto audited = audit(report);
  INFO(listing(audited));
  CHECK(audited.failed == 0);
  CHECK(find(audited, "html-throughput-x1000"));
  CHECK(find(audited, "html-rate-in-bytes"));
}

TEST_CASE("an excerpt of an old ab is known by the form of its figures") {
  Report report = report_of(ab_2_2_8);
  report.era = AbEra::unknown;
  CHECK(audit(report).failed == 0);
  report = report_of(ab_1_3d);
  report.era = AbEra::unknown;
  CHECK(audit(report).failed == 0);
}

TEST_CASE("one line alone tells no time") {
  Report report;
  report.time_taken_s = figure("0.798");
  CHECK_FALSE(abstat::elapsed_microseconds(report));
  CHECK(audit(report).passed == 0);
}

TEST_CASE("figures of any size end without hanging or overflowing") {
  const auto digits = GENERATE(as<std::string>(), "9223372036854775807", "0.000000001",
                               "92233720368547758.07", "0.00", "-0.00", "-9223372036854775807", "0");
  const auto counts = GENERATE(std::int64_t{0}, std::int64_t{1}, std::numeric_limits<std::int64_t>::max(),
                               std::numeric_limits<std::int64_t>::min());
  for (const AbEra era : {AbEra::unknown, AbEra::e1, AbEra::e3, AbEra::e4, AbEra::e7}) {
    Report report = report_of({era, counts, digits, counts, counts, digits, digits, digits, digits});
    report.bytes.sent = counts;
    report.bytes.html = counts;
    report.transfer_rate_kib_s.sent = figure(digits);
    report.transfer_rate_kib_s.total = figure(digits);
    report.requests.non_2xx = 3;
    const abstat::TimesRow row{*figure(digits), *figure(digits), figure(digits), figure(digits),
                               *figure(digits)};
    report.connection_times_ms = abstat::ConnectionTimes{row, row, row, row};
    report.percentiles_ms.emplace();
    for (const int level : abstat::Percentiles::levels) report.percentiles_ms->set(level, *figure(digits));
    const auto audited = audit(report);
    CHECK(audited.passed + audited.failed + audited.not_applicable > 0);
  }
}
