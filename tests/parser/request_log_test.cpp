#include "parser/golden_file.hpp"
#include "parser/request_log_grammar.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <sstream>
#include <string>
#include <tao/pegtl/contrib/analyze.hpp>
#include <vector>

#include <abstat/limits.hpp>
#include <abstat/request_log.hpp>

using abstat::CountedValues;
using abstat::read_request_log;
using abstat::RequestLog;
using abstat::RequestRow;
using abstat::StartUnit;
using abstat::testing::content_of;

namespace {

RequestLog read(const std::string& text) {
  const auto log = read_request_log(text, "g.tsv");
  REQUIRE(log);
  return *log;
}

std::vector<std::int64_t> spread(const CountedValues& values) {
  std::vector<std::int64_t> all;
  for (const auto& [value, count] : values.counts) all.insert(all.end(), count, value);
  return all;
}

// The sixth to last words of all lines but the first: a reading independent of the grammar.
std::vector<RequestRow> rows_of(const std::string& text) {
  std::istringstream lines(text);
  std::vector<RequestRow> rows;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::string date;
    RequestRow row;
    for (int i = 0; i < 5; ++i) words >> date;
    words >> row.start >> row.connect_ms >> row.processing_ms >> row.total_ms >> row.waiting_ms;
    rows.push_back(row);
  }
  return rows;
}

std::vector<std::int64_t> sorted_column(const std::vector<RequestRow>& rows,
                                        std::int64_t RequestRow::*column) {
  std::vector<std::int64_t> values;
  for (const RequestRow& row : rows) values.push_back(row.*column);
  std::sort(values.begin(), values.end());
  return values;
}

const std::string header = "starttime\tseconds\tctime\tdtime\tttime\twait\n";
const std::string row = "Mon Nov 23 09:00:41 2026\t1795424441\t1\t22\t23\t21\n";

}  // namespace

TEST_CASE("the grammar of a -g file has no loop that makes no progress") {
  CHECK(tao::pegtl::analyze<abstat::rules::request_log::file>() == 0);
}

TEST_CASE("the request logs of all eras are read row by row") {
  const std::string name = GENERATE("1.3d", "2.0.65", "2.2.8", "2.2.34", "2.4.71", "trunk");
  CAPTURE(name);
  const std::string text = content_of("request_log/" + name + ".tsv");
  const std::vector<RequestRow> rows = rows_of(text);
  std::vector<RequestRow> streamed;
  abstat::RequestLogReader reader(name, [&](const RequestRow& one) { streamed.push_back(one); });
  reader.feed(text);
  const auto log = reader.finish();
  REQUIRE(log);
  CHECK(streamed == rows);
  CHECK(log->rows == rows.size());
  CHECK(log->headers == 1);
  CHECK(log->unparsed_rows == 0);
  CHECK_FALSE(log->year_cut);
  CHECK(spread(log->connect_ms) == sorted_column(rows, &RequestRow::connect_ms));
  CHECK(spread(log->processing_ms) == sorted_column(rows, &RequestRow::processing_ms));
  CHECK(spread(log->total_ms) == sorted_column(rows, &RequestRow::total_ms));
  CHECK(spread(log->waiting_ms) == sorted_column(rows, &RequestRow::waiting_ms));
  CHECK(log->starts.total == rows.size());
}

TEST_CASE("the unit of the start and the order of the rows tell the eras apart") {
  const auto [name, unit, sorted] = GENERATE(table<std::string, StartUnit, bool>({
      {"1.3d", StartUnit::seconds, false},
      {"2.0.65", StartUnit::microseconds, false},
      {"2.2.8", StartUnit::microseconds, false},
      {"2.2.34", StartUnit::seconds, true},
      {"2.4.71", StartUnit::seconds, true},
  }));
  CAPTURE(name);
  const RequestLog log = read(content_of("request_log/" + name + ".tsv"));
  CHECK(log.start_unit == unit);
  CHECK(log.sorted_by_total == sorted);
  CHECK(log.starts.counts.front().value / 100'000 == 17954);  // whole seconds in either unit
}

TEST_CASE("a year without its last digit and a day padded with a blank are read") {
  const RequestLog log = read(header + "Mon Nov  3 09:00:41 202\t1795424441370544\t0\t22\t22\t22\r\n");
  CHECK(log.rows == 1);
  CHECK(log.year_cut);
  CHECK(log.starts.counts.front().value == 1795424441);
}

TEST_CASE("times may be negative where the clock was set back") {
  CHECK(read(header + "Mon Nov 23 09:00:41 2026\t1795424441\t-3\t22\t19\t-1\n").connect_ms.at_rank(1) == -3);
}

TEST_CASE("order statistics come from the counts") {
  std::string text = header;
  for (const int ms : {7, 3, 5, 3, 100'000, 2'000'000'000}) {
    text += "Mon Nov 23 09:00:41 2026\t1795424441\t0\t0\t" + std::to_string(ms) + "\t0\n";
  }
  const RequestLog log = read(text);
  CHECK(spread(log.total_ms) == std::vector<std::int64_t>{3, 3, 5, 7, 100'000, 2'000'000'000});
  CHECK(log.total_ms.at_rank(2) == 3);
  CHECK(log.total_ms.at_rank(3) == 5);
  CHECK(log.total_ms.at_rank(6) == 2'000'000'000);
}

TEST_CASE("seconds without a start are absent from the counts") {
  const RequestLog log = read(header + row + row + "Mon Nov 23 09:00:44 2026\t1795424444\t1\t22\t23\t21\n");
  CHECK(log.starts.counts == std::vector<abstat::ValueCount>{{1795424441, 2}, {1795424444, 1}});
}

TEST_CASE("lines that are no rows are counted and the first kept with their numbers") {
  const RequestLog log =
      read(header + row + "garbage\n\nMon Nov 23 09:00:41 2026\t1\t2\t3\t4\n" + row + "Mon Nov");
  CHECK(log.rows == 2);
  CHECK(log.unparsed_rows == 3);
  CHECK(log.unparsed == std::vector<abstat::UnparsedLine>{
                            {3, "garbage"}, {5, "Mon Nov 23 09:00:41 2026\t1\t2\t3\t4"}, {7, "Mon Nov"}});
  std::string noise = header + row;
  for (int i = 0; i < 500; ++i) noise += "noise\n";
  CHECK(read(noise).unparsed_rows == 500);
  CHECK(read(noise).unparsed.size() == abstat::limits::unparsed_kept);
}

TEST_CASE("a row counts in all columns or in none") {
  std::string text = header;
  for (std::size_t i = 0; i < abstat::limits::counted_strays + 100; ++i) {
    text += "Mon Nov 23 09:00:41 2026\t1795424441\t0\t0\t" + std::to_string(i * 2'000'000) + "\t0\n";
  }
  const RequestLog log = read(text);
  CHECK(log.unparsed_rows == 99);  // the window holds the value 0
  CHECK(log.total_ms.total == log.rows);
  CHECK(log.starts.total == log.rows);
  CHECK(log.waiting_ms.total == log.rows);
}

TEST_CASE("several logs in one file are told by their headers") {
  CHECK(read(header + row + header + row).headers == 2);
}

TEST_CASE("a log without rows is a problem") {
  const auto log = read_request_log(header, "g.tsv");
  REQUIRE_FALSE(log);
  CHECK(log.error().expected == "at least one row of a -g file");
}

TEST_CASE("a request log cut anywhere reads as the whole") {
  const std::string text = content_of("request_log/2.2.8.tsv") + "garbage in between\n" + row + "no line end";
  const RequestLog whole = read(text);
  for (std::size_t step = 1; step < 100; ++step) {
    abstat::RequestLogReader reader("g.tsv");
    for (std::size_t at = 0; at < text.size(); at += step)
      reader.feed(std::string_view(text).substr(at, step));
    const auto log = reader.finish();
    REQUIRE(log);
    CHECK(*log == whole);
  }
}

TEST_CASE("any rows read back as written") {
  CHECK(rc::check("round trip", [] {
    const auto number = rc::gen::inRange<std::int64_t>(-1000, 5'000'000);
    std::string text = header;
    std::vector<RequestRow> written;
    const int rows = *rc::gen::inRange(1, 30);
    for (int i = 0; i < rows; ++i) {
      const RequestRow one{1'795'424'000 + *rc::gen::inRange(0, 100), *number, *number, *number, *number};
      text += "Mon Nov 23 09:00:41 2026\t" + std::to_string(one.start) + "\t" +
              std::to_string(one.connect_ms) + "\t" + std::to_string(one.processing_ms) + "\t" +
              std::to_string(one.total_ms) + "\t" + std::to_string(one.waiting_ms) + "\n";
      written.push_back(one);
    }
    const auto log = read_request_log(text, "g.tsv");
    RC_ASSERT(log.has_value());
    RC_ASSERT(spread(log->total_ms) == sorted_column(written, &RequestRow::total_ms));
    RC_ASSERT(spread(log->connect_ms) == sorted_column(written, &RequestRow::connect_ms));
    RC_ASSERT(spread(log->starts) == sorted_column(written, &RequestRow::start));
  }));
}
