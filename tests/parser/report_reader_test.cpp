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
  for (std::size_t cut = 0; cut <= note.size(); cut += 7) {
    std::vector<Report> reports;
    abstat::ReportReader reader("note.md",
                                [&reports](Report&& report) { reports.push_back(std::move(report)); });
    reader.feed(std::string_view(note).substr(0, cut));
    reader.feed(std::string_view(note).substr(cut));
    reader.finish();
    REQUIRE(reports == whole);
  }
}
