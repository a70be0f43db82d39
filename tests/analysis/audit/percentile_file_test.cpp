#include "analysis/audit/findings.hpp"
#include "analysis/audit/small_run.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <memory>
#include <string>

#include <abstat/attachments.hpp>
#include <abstat/finding.hpp>

namespace {

using Times = std::array<double, 4>;

// What ab writes for four requests, without the rows it reads past the end.
std::string file_of(const Times& sorted) {
  std::string text = "Percentage served,Time in ms\n";
  for (int level = 0; level <= 100; ++level) {
    const auto place = level == 100 ? std::size_t{3} : static_cast<std::size_t>(0.5 + 4 * level / 100.0);
    if (place < sorted.size()) text += fmt::format("{},{:.3f}\n", level, sorted.at(place));
  }
  return text;
}

abstat::AuditedReport audited_with(const Times& times) {
  const auto file = abstat::read_percentile_file(file_of(times), "03.csv", 4);
  REQUIRE(file);
  abstat::Report report = small_run();
  report.attachments = std::make_shared<const abstat::Attachments>(abstat::Attachments{std::nullopt, *file});
  return audit(report);
}

}  // namespace

TEST_CASE("a -e file of the run agrees with its report") {
  const auto audited = audited_with({10.2, 20.4, 20.6, 31.0});
  INFO(listing(audited));
  CHECK(audited.failed == 0);
  CHECK(audited.passed == 3 + audit(small_run()).passed);
}

TEST_CASE("a -e file that decreases is none of ab's") {
  CHECK(has_error(audited_with({10.2, 20.9, 20.6, 31.0}), "K1"));
}

TEST_CASE("min, max and percentiles of the report are bounded by the -e file to the microsecond") {
  CHECK(has_error(audited_with({9.499, 20.4, 20.6, 31.0}), "K2"));
  CHECK(has_error(audited_with({10.2, 20.4, 20.6, 31.5}), "K2"));
  CHECK_FALSE(find(audited_with({10.2, 20.4, 20.6, 31.499}), "K2"));
  const auto audited = audited_with({10.2, 20.4, 21.5, 31.0});
  CHECK(has_error(audited, "K2"));
  CHECK_THAT(find(audited, "K2")->message, Catch::Contains("50% 21 is request 3 of 4"));
}

TEST_CASE("mean and standard deviation of Total fit the times of the -e file") {
  // 15.2 where the report's mean of 21 needs 20.4.
  const auto audited = audited_with({10.2, 10.3, 20.6, 31.0});
  CHECK(has_error(audited, "K3"));
  CHECK_THAT(find(audited, "K3")->message, Catch::Contains("mean Total 21 does not fit"));
}
