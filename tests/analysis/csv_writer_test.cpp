#include "analysis/csv_writer.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include <abstat/csv.hpp>

using abstat::csv_cell;

TEST_CASE("text that a spreadsheet would run starts with an apostrophe") {
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("+1") == "'+1");
  CHECK(csv_cell("-w 4") == "'-w 4");
  CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv_cell(" =1") == "' =1");
  CHECK(csv_cell("\uff1d1") == "'\uff1d1");
  CHECK(csv_cell("a=1") == "a=1");
}

TEST_CASE("separators, quotes and line ends stay inside their cell") {
  CHECK(csv_cell("a,b") == "\"a,b\"");
  CHECK(csv_cell("a;=1") == "\"a;=1\"");
  CHECK(csv_cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(csv_cell("a\nb\t=1") == "a\\nb\\t=1");
}

TEST_CASE("negative numbers stay numbers") {
  abstat::TextBlock block;
  abstat::CsvRow row(block);
  row.field("a", std::int64_t{-5});
  row.field("b", abstat::Figure{-5, 1, abstat::FigureKind::finite, true});
  row.field("c", -0.25);
  CHECK(row.text() == "-5,-0.5,-0.25\n");
}

TEST_CASE("a row has as many cells as the header, whatever is absent") {
  const auto cells = [](const std::string& line) { return std::count(line.begin(), line.end(), ','); };
  abstat::Report full;
  full.tls = abstat::Tls{};
  full.requests.failed_breakdown = abstat::FailedBreakdown{};
  full.connection_times_ms = abstat::ConnectionTimes{};
  full.percentiles_ms = abstat::Percentiles{};
  CHECK(cells(csv_row_of(abstat::Report{})) == cells(abstat::csv_header_of_reports()));
  CHECK(cells(csv_row_of(full)) == cells(abstat::csv_header_of_reports()));
}

TEST_CASE("columns are named by their path") {
  const std::string header = abstat::csv_header_of_reports();
  CHECK(header.substr(0, 60) == "source.file,source.first_line,source.last_line,stack,command");
  CHECK(header.find(",requests.failed_breakdown.length,") != std::string::npos);
  CHECK(header.find(",connection_times_ms.total.sd,") != std::string::npos);
  CHECK(header.find(",percentiles_ms.95,") != std::string::npos);
}

TEST_CASE("lists are JSON in one cell and empty when there is nothing") {
  abstat::TextBlock block;
  abstat::CsvRow row(block);
  row.strings("commands", std::vector<std::string>{"gunicorn -w 4", "say \"x\""});
  row.strings("none", std::vector<std::string>{});
  CHECK(row.text() == "\"[\"\"gunicorn -w 4\"\",\"\"say \\\"\"x\\\"\"\"\"]\",\n");
}
