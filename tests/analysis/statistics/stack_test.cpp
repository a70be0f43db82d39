#include "analysis/statistics/runs.hpp"

#include <catch2/catch.hpp>

#include <abstat/stack.hpp>

TEST_CASE("runs of one name and workload are replicates, with the file's stem as block") {
  const auto reports = d1_reports();
  const auto grouped = abstat::group_stacks(reports);
  REQUIRE(grouped.stacks.size() == 6);
  CHECK(grouped.stacks[0].runs.size() == 6);
  CHECK(grouped.stacks[0].runs[2].block == "03");
  CHECK(grouped.warnings.empty());
}

TEST_CASE("a compressed log's block is its stem without either ending") {
  auto report = run_of("a", "07", 100);
  report.source.file += ".gz";
  const std::vector reports{report};
  CHECK(abstat::group_stacks(reports).stacks[0].runs[0].block == "07");
}

TEST_CASE("the same report given twice counts once and says so") {
  auto reports = d1_reports();
  reports.push_back(reports[3]);
  reports.back().source.file = "copy/of/it.log";
  const auto grouped = abstat::group_stacks(reports);
  CHECK(grouped.stacks[0].runs.size() == 6);
  CHECK(grouped.stacks[0].duplicates == 1);
  CHECK(grouped.warnings == std::vector<std::string>{"A_flask: 1 report given more than once, counted once"});
}

TEST_CASE("one name with two workloads makes two stacks") {
  std::vector reports{run_of("a", "1", 100), run_of("a", "2", 110), run_of("a", "3", 120)};
  reports[1].concurrency = 8;
  const auto grouped = abstat::group_stacks(reports);
  REQUIRE(grouped.stacks.size() == 2);
  CHECK(grouped.stacks[0].name == "a (c 100)");
  CHECK(grouped.stacks[1].name == "a (c 8)");
  CHECK(grouped.stacks[1].group == "a");
}

TEST_CASE("runs that one time limit ended are replicates whatever they completed") {
  std::vector reports{run_of("a", "1", 100), run_of("a", "2", 110)};
  for (auto& report : reports) {
    report.time_taken_s = abstat::parse_figure("10.004");
    report.time_per_request_ms = abstat::parse_figure("90.0");
  }
  reports[1].requests.complete = 1100;
  CHECK(abstat::group_stacks(reports).stacks.size() == 1);
  reports[1].time_taken_s = abstat::parse_figure("11.5");
  CHECK(abstat::group_stacks(reports).stacks.size() == 2);
}

TEST_CASE("a page whose length differs from run to run stays one stack") {
  std::vector reports{run_of("a", "1", 100), run_of("a", "2", 110)};
  reports[0].document.length_bytes = 10240;
  reports[1].document.length_bytes = 10244;
  const auto grouped = abstat::group_stacks(reports);
  REQUIRE(grouped.stacks.size() == 1);
  CHECK_FALSE(grouped.stacks[0].workload.document_bytes);
}

TEST_CASE("a report without a result is left out and counted") {
  std::vector reports{run_of("a", "1", 100), abstat::Report{}};
  CHECK(abstat::group_stacks(reports).warnings ==
        std::vector<std::string>{"1 report without a result left out"});
}

TEST_CASE("stacks can be grouped by any key") {
  const auto reports = d1_reports();
  abstat::Grouping grouping;
  grouping.stack = [](const abstat::Report&) { return std::string("all"); };
  CHECK(abstat::group_stacks(reports, grouping).stacks.size() == 1);
}
