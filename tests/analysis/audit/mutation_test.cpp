#include "analysis/audit/mutation.hpp"

#include "analysis/audit/findings.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

#include <abstat/finding.hpp>

TEST_CASE("genuine reports of every era pass every check") {
  REQUIRE(genuine_reports().size() >= 50);
  for (const abstat::Report& report : genuine_reports()) {
    const auto audited = audit(report);
    INFO(report.source.file << ":" << report.source.first_line << "\n" << listing(audited));
    CHECK(audited.failed == 0);
    CHECK(audited.passed > 5);
  }
}

TEST_CASE("genuine reports are all different runs") {
  for (const auto& audited : audit_all(genuine_reports())) {
    INFO(audited.source.file << "\n" << listing(audited));
    CHECK_FALSE(find(audited, "shared-rates"));
    CHECK_FALSE(find(audited, "shared-table"));
    CHECK_FALSE(find(audited, "stitched"));
  }
}

TEST_CASE("most changed digits are caught, and nearly all of a rate") {
  const auto power = mutate(600, 1);
  std::size_t errors = 0;
  for (const auto& [field, of] : power) errors += of.errors;
  CHECK(errors > 300);
  for (const char* rate : {"Requests per second", "Time per request"}) {
    INFO(rate);
    CHECK(power.at(rate).errors * 10 >= power.at(rate).changes * 9);
  }
}

// Makes the table of docs/audit.md, and says whether the one there is it: analysis_tests "[mutation-power]".
TEST_CASE("mutation power by field", "[.mutation-power]") {
  const std::string table = table_of(mutate(20'000, 20261123));
  std::cout << table;
  std::ifstream file(ABSTAT_SOURCE_DIR "/docs/audit.md");
  std::ostringstream text;
  text << file.rdbuf();
  CHECK(text.str().find(table) != std::string::npos);
}
