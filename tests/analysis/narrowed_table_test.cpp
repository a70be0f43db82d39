#include "analysis/narrowed_table.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using abstat::Align;
using abstat::narrowed;
using abstat::Table;

namespace {

const Table wide{
    "",
    {{"stack", Align::left}, {"req/s", Align::right}, {"cv", Align::right, 1}, {"runs", Align::right, 2}},
    {{std::string("gevent"), std::string("1252.57"), std::string("4.1 %"), std::int64_t{10}}},
    {}};

std::vector<std::string> names(const Table& table) {
  std::vector<std::string> all;
  for (const abstat::Column& column : table.columns) all.push_back(column.name);
  return all;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a table that fits keeps all its columns") {
  CHECK(names(narrowed(wide, 40, 2, 12)) == Names{"stack", "req/s", "cv", "runs"});
  CHECK(narrowed(wide, 40, 2, 12).notes.empty());
}

TEST_CASE("columns give way by their number, the highest first, and a note says which") {
  CHECK(names(narrowed(wide, 25, 2, 12)) == Names{"stack", "req/s", "cv"});
  const Table narrow = narrowed(wide, 16, 2, 12);
  CHECK(names(narrow) == Names{"stack", "req/s"});
  CHECK(narrow.rows.front().size() == 2);
  CHECK(narrow.notes == Names{"left out for want of room: runs, cv"});
}

TEST_CASE("columns that never give way stay however narrow the window is") {
  CHECK(names(narrowed(wide, 1, 2, 12)) == Names{"stack", "req/s"});
}
