// Golden numbers: statistics.md section 9.
#include "analysis/audit/findings.hpp"
#include "analysis/audit/seed_reports.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>

#include <abstat/finding.hpp>

using abstat::audit;
using abstat::AuditedReport;
using abstat::Figure;
using abstat::Report;

TEST_CASE("the seed's eight reports hold together: 329 checks, none broken, 2 without premise") {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t not_applicable = 0;
  for (const Report& report : seed_reports()) {
    const AuditedReport audited = audit(report);
    INFO(listing(audited));
    CHECK(audited.failed == 0);
    passed += audited.passed;
    failed += audited.failed;
    not_applicable += audited.not_applicable;
  }
  CHECK(passed == 329);
  CHECK(failed == 0);
  CHECK(not_applicable == 2);
}

TEST_CASE("the rates of each seed report give its elapsed time to the microsecond") {
  const std::vector<abstat::ElapsedMicroseconds> golden{
      {798361, 798361}, {523247, 523249},   {389418, 389419}, {335846, 335846},
      {461648, 461649}, {1224917, 1224924}, {781375, 781375}, {548458, 548460}};
  const auto reports = seed_reports();
  for (std::size_t i = 0; i < golden.size(); ++i) {
    INFO("R" << i + 1);
    CHECK(abstat::elapsed_microseconds(reports[i]) == golden[i]);
  }
}

TEST_CASE("the bytes of R6 leave few sizes for its good and its bad responses") {
  const auto sizes = abstat::response_sizes(seed_reports()[5]);
  REQUIRE(sizes);
  CHECK(sizes->complete);
  CHECK(sizes->body == std::vector<abstat::ResponseSizes>{{13, 497}, {194, 178}});
  CHECK(sizes->total == std::vector<abstat::ResponseSizes>{{157, 990}, {338, 671}, {519, 352}, {700, 33}});
  CHECK(sizes->header == std::vector<abstat::ResponseSizes>{{144, 493}, {325, 174}});
}

TEST_CASE("a report whose responses were all good or all bad has no mixture of sizes") {
  Report report = seed_reports()[0];
  CHECK_FALSE(abstat::response_sizes(report));
  report.requests.non_2xx = 1000;
  CHECK_FALSE(abstat::response_sizes(report));
}

namespace {

// What ab's printf makes of a run of so many microseconds, line by line.
bool prints_all(const Report& report, std::int64_t microseconds) {
  const double seconds = static_cast<double>(microseconds) / 1e6;
  const auto done = static_cast<double>(*report.requests.complete);
  const auto prints = [](const Figure& figure, double value) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", figure.decimals, value);
    return figure.text() == text.data();
  };
  return prints(*report.time_taken_s, seconds) && prints(*report.requests_per_second, done / seconds) &&
         prints(*report.time_per_request_ms,
                static_cast<double>(*report.concurrency) * seconds * 1000 / done) &&
         prints(*report.time_per_request_all_ms, seconds * 1000 / done) &&
         prints(*report.transfer_rate_kib_s.received,
                static_cast<double>(*report.bytes.total) / 1024 / seconds);
}

bool some_time_prints_all(const Report& report) {
  const std::int64_t printed = report.time_taken_s->digits * 1000;
  for (std::int64_t time = printed - 501; time <= printed + 501; ++time) {
    if (prints_all(report, time)) return true;
  }
  return false;
}

struct Rate {
  std::string_view name;
  Figure& (*of)(Report&);
};

constexpr std::array<Rate, 5> rates{{
    {"Time taken", [](Report& report) -> Figure& { return *report.time_taken_s; }},
    {"Requests per second", [](Report& report) -> Figure& { return *report.requests_per_second; }},
    {"Time per request", [](Report& report) -> Figure& { return *report.time_per_request_ms; }},
    {"Time per request, all", [](Report& report) -> Figure& { return *report.time_per_request_all_ms; }},
    {"Transfer rate", [](Report& report) -> Figure& { return *report.transfer_rate_kib_s.received; }},
}};

}  // namespace

TEST_CASE(
    "a changed digit of a rate is an error exactly when no run of whole microseconds prints the report") {
  std::size_t caught = 0;
  std::size_t changes = 0;
  for (const Report& genuine : seed_reports()) {
    for (const Rate& rate : rates) {
      Report report = genuine;
      Figure& figure = rate.of(report);
      const std::int64_t printed = figure.digits;
      for (std::int64_t place = 1; place <= printed; place *= 10) {
        for (std::int64_t digit = 0; digit < 10; ++digit) {
          figure.digits = printed + (digit - printed / place % 10) * place;
          if (figure.digits == printed) continue;
          const AuditedReport audited = audit(report);
          INFO(rate.name << " " << figure.text() << "\n" << listing(audited));
          CHECK(has_error(audited, "A7") == !some_time_prints_all(report));
          ++changes;
          if (audited.failed > 0) ++caught;
        }
      }
    }
  }
  // Beyond reach: the last digit of one line, where the other four allow either.
  CHECK(changes == 1602);
  CHECK(caught == 1580);
}

TEST_CASE("a broken rate is named with the figure ab would have printed") {
  Report report = seed_reports()[0];
  report.requests_per_second = *abstat::parse_figure("1252.47");
  const AuditedReport audited = audit(report);
  const auto found = find(audited, "A7");
  REQUIRE(found);
  CHECK(found->line == 26);
  CHECK_THAT(found->message,
             Catch::Contains("without Requests per second 1252.47 the others agree on 0.7983"));
  CHECK_THAT(found->message, Catch::Contains("1252.57"));
}
