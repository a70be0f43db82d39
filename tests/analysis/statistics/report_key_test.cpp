#include "analysis/statistics/runs.hpp"

#include <catch2/catch.hpp>

#include <abstat/report_key.hpp>

namespace {

std::string key(const std::string& text, const abstat::Report& report,
                const std::vector<abstat::Document>& documents = {}) {
  const auto parsed = abstat::parse_report_key(text, documents);
  INFO(text);
  REQUIRE(parsed);
  return (*parsed)(report);
}

}  // namespace

TEST_CASE("reports are grouped by fields of the output") {
  const auto report = run_of("sync", "01", 100);
  CHECK(key("concurrency", report) == "100");
  CHECK(key("stack,concurrency", report) == "sync / 100");
  CHECK(key("requests_per_second", report) == "100.00");
  CHECK(key("server.software", report) == "sync");
}

TEST_CASE("reports are grouped by what a pattern takes from their path") {
  const auto report = run_of("sync", "01", 100);
  CHECK(key("path:^runs/([^/]+)/", report) == "sync");
  CHECK(key("path:[0-9]+", report) == "01");
  CHECK(key("path:nothing", report) == "sync");
}

TEST_CASE("reports are grouped by a heading above them") {
  abstat::Document document;
  document.file = "note.md";
  document.headings = {{1, 1, "Flask"}, {2, 3, "sync"}, {2, 20, "gevent"}};
  auto report = run_of("gevent", "01", 100);
  report.source = {"note.md", 22, 40};
  CHECK(key("heading:1", report, {document}) == "Flask");
  CHECK(key("heading:2", report, {document}) == "gevent");
  CHECK(key("heading:3", report, {document}) == "gevent");
}

TEST_CASE("keys that cannot be are refused") {
  for (const auto* text : {"speed", "mean", "heading:0", "heading:x", "path:", "path:(", "path:(a)\\1",
                           "path:((a{9}){9}){9}", ""}) {
    INFO(text);
    CHECK_FALSE(abstat::parse_report_key(text));
  }
  CHECK_FALSE(abstat::parse_report_key("path:" + std::string(300, 'a')));
}

TEST_CASE("a pattern that would make a backtracking matcher hang does not") {
  auto report = run_of("sync", "01", 100);
  report.source.file = std::string(2000, 'a');
  CHECK(key("path:^(a+)+b$", report) == "sync");
}
