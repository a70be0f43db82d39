#include "parser/golden_file.hpp"
#include "parser/percentile_file_grammar.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <rapidcheck.h>
#include <string>
#include <tao/pegtl/contrib/analyze.hpp>
#include <vector>

#include <abstat/percentile_file.hpp>

using abstat::PercentileFile;
using abstat::read_percentile_file;
using abstat::testing::content_of;

namespace {

PercentileFile read(const std::string& name, std::optional<std::uint64_t> n = std::nullopt) {
  const auto file = read_percentile_file(content_of("percentile_file/" + name + ".csv"), name + ".csv", n);
  REQUIRE(file);
  return *file;
}

std::string text_at(const PercentileFile& file, std::size_t level) {
  const auto& ms = file.ms.at(level);
  return ms ? ms->text() : "absent";
}

std::vector<int> levels(int first, int last) {
  std::vector<int> all(static_cast<std::size_t>(last - first + 1));
  std::iota(all.begin(), all.end(), first);
  return all;
}

}  // namespace

TEST_CASE("the grammar of a -e file has no loop that makes no progress") {
  CHECK(tao::pegtl::analyze<abstat::rules::percentile_file::file>() == 0);
}

TEST_CASE("the percentile files of all eras keep their digits") {
  const PercentileFile e2 = read("1.3d");
  CHECK(text_at(e2, 0) == "24.000000");
  CHECK(text_at(e2, 100) == "absent");
  const PercentileFile e4 = read("2.0.65");
  CHECK(text_at(e4, 0) == "22.00000");  // printed 2.200000e+01
  CHECK(text_at(e4, 99) == "99.00000");
  const PercentileFile e5 = read("2.2.34");
  CHECK(text_at(e5, 99) == "100.179");
  CHECK(text_at(e5, 100) == "absent");
  const PercentileFile e7 = read("n200");
  CHECK(text_at(e7, 100) == "101.297");
  for (const auto& file : {e2, e4, e5, e7}) {
    CHECK(file.dropped.empty());
    CHECK(file.unparsed.empty());
  }
}

TEST_CASE("rows that ab read past its array are dropped and listed") {
  const auto [name, n, first] = GENERATE(table<const char*, std::uint64_t, int>({
      {"n1", 1, 50},
      {"n10", 10, 95},
      {"n20", 20, 98},
      {"n50", 50, 99},
      {"interrupted-n33", 33, 99},
  }));
  const PercentileFile known = read(name, n);
  CHECK(known.dropped == levels(first, 99));
  CHECK(text_at(known, 99) == "absent");
  CHECK(text_at(known, 100) != "absent");
  CHECK(read(name) == known);  // without n, by the values alone
}

TEST_CASE("from 51 requests on every row is good") {
  CHECK(read("n51", 51).dropped.empty());
  CHECK(read("n51").dropped.empty());
}

TEST_CASE("garbage above the maximum is garbage too") {
  const auto file = read_percentile_file("98,5.000\n99,77.000\n100,6.000\n", "e.csv");
  REQUIRE(file);
  CHECK(file->dropped == std::vector<int>{99});
}

TEST_CASE("the rows past the end are those whose index is at least n") {
  CHECK(rc::check("same as ab's own arithmetic", [] {
    const auto n = *rc::gen::inRange<std::uint64_t>(1, 3000);
    const int level = *rc::gen::inRange(0, 100);
    const auto index = static_cast<std::uint64_t>(0.5 + static_cast<double>(n) * level / 100.0);
    RC_ASSERT(abstat::past_the_end(n, level) == (index >= n));
  }));
}

TEST_CASE("lines of a percentile file that are no rows are kept with their numbers") {
  const auto file = read_percentile_file(
      "Percentage served,Time in ms\r\n0,1.000\r\nwhat is this\r\n101,2\r\n0,3\r\n\r\n1,", "e.csv");
  REQUIRE(file);
  CHECK(text_at(*file, 0) == "1.000");
  CHECK(file->unparsed ==
        std::vector<abstat::UnparsedLine>{{3, "what is this"}, {4, "101,2"}, {5, "0,3"}, {7, "1,"}});
}

TEST_CASE("a file without percentiles is a problem") {
  const auto file = read_percentile_file("Percentage served,Time in ms\n", "e.csv");
  REQUIRE_FALSE(file);
  CHECK(file.error().where.file == "e.csv");
  CHECK(file.error().expected == "at least one row of a -e file");
}
