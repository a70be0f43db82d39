#include "parser/report_dump.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <utility>

#include <abstat/report_reader.hpp>

using abstat::read_reports;
using abstat::Report;
using abstat::ReportStatus;

namespace {

std::string sample_note() {
  std::ifstream in(ABSTAT_SOURCE_DIR "/samples/web-stacks.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<Report> read_in_two(std::string_view text, std::size_t cut) {
  std::vector<Report> reports;
  abstat::ReportReader reader("note.md",
                              [&reports](Report&& report) { reports.push_back(std::move(report)); });
  reader.feed(text.substr(0, cut));
  reader.feed(text.substr(cut));
  reader.finish();
  return reports;
}

}  // namespace

TEST_CASE("the sample note holds eight partial reports, two of them with percentiles") {
  const std::vector<Report> reports = read_reports(sample_note(), "web-stacks.md");
  REQUIRE(reports.size() == 8);
  int with_percentiles = 0;
  for (const Report& report : reports) {
    CHECK(report.status == ReportStatus::partial);
    CHECK(report.source.file == "web-stacks.md");
    CHECK_FALSE(report.server.hostname);
    if (report.percentiles_ms) ++with_percentiles;
  }
  CHECK(with_percentiles == 2);
}

TEST_CASE("the span of an excerpt goes from its first to its last line") {
  const std::vector<Report> reports = read_reports(sample_note(), "web-stacks.md");
  REQUIRE(reports.size() == 8);
  CHECK(reports.front().source == abstat::Span{"web-stacks.md", 20, 36});
}

TEST_CASE("figures keep their printed digits") {
  const std::vector<Report> reports = read_reports(sample_note(), "web-stacks.md");
  REQUIRE(reports.size() == 8);
  CHECK(reports[0].connection_times_ms->connect->sd->text() == "0.9");
  CHECK(reports[6].requests_per_second->text() == "1279.80");
}

TEST_CASE("a text without reports has none") {
  const auto* text = GENERATE("", "\n\n", "Requests per second is what ab measures.\n", "no report\n",
                              "We ran ab and got\n\n    1252 requests per second\n");
  CHECK(read_reports(text, "note.md").empty());
}

TEST_CASE("a stream cut at any byte is read as a whole one") {
  const std::string note = sample_note();
  const std::vector<Report> whole = read_reports(note, "note.md");
  for (std::size_t cut = 0; cut <= note.size(); cut += 7) REQUIRE(read_in_two(note, cut) == whole);
}

TEST_CASE("rows of percentiles without their report are read the same however they arrive") {
  const std::string rows = "  50%      0\n  66%      0\n  75%   x\n  80%      1\n  90%      1\n";
  const std::vector<Report> whole = read_reports(rows, "note.md");
  REQUIRE(whole.size() == 1);
  for (std::size_t cut = 0; cut <= rows.size(); ++cut) CHECK(read_in_two(rows, cut) == whole);
}
