#include <catch2/catch.hpp>
#include <string>

#include <abstat/table.hpp>

using abstat::Align;
using abstat::Page;
using abstat::Table;

namespace {

Table two_columns(std::vector<std::vector<abstat::Cell>> rows) {
  return {"", {{"stack", Align::left}, {"req/s", Align::right}}, std::move(rows), {}};
}

std::string rendered(Page::Part part, abstat::TextStyle style = {}) {
  return render_text(Page{"", {std::move(part)}}, style);
}

}  // namespace

TEST_CASE("columns line up by display width") {
  CHECK(rendered(two_columns({{std::string("flask 原生"), abstat::Figure{125257, 2}},
                              {std::string("nginx"), abstat::Number{2166.149, 2, ""}},
                              {std::string("none"), {}}})) ==
        "stack         req/s\n"
        "───────────────────\n"
        "flask 原生  1252.57\n"
        "nginx       2166.15\n"
        "none              -\n");
}

TEST_CASE("an escape sequence in a cell reaches the terminal as text") {
  CHECK(rendered(two_columns({{std::string("\x1b[2Jx"), std::int64_t{-1}}})) ==
        "stack     req/s\n"
        "───────────────\n"
        "\\x1b[2Jx     -1\n");
}

TEST_CASE("a table wider than the page wraps its widest text column") {
  CHECK(rendered(two_columns({{std::string("gunicorn with four workers"), std::int64_t{7}}}), {22, false}) ==
        "stack            req/s\n"
        "──────────────────────\n"
        "gunicorn with        7\n"
        "four workers\n");
}

TEST_CASE("notes hang below the table and paragraphs wrap") {
  Table table = two_columns({{std::string("a"), std::int64_t{1}}});
  table.notes = {"one two three four"};
  CHECK(render_text(Page{"Title", {std::string("a b c"), table}}, {12, false}) ==
        "Title\n=====\n\na b c\n\nstack  req/s\n────────────\na          1\n\n- one two\n  three four\n");
}

TEST_CASE("colour marks words and never shifts columns") {
  const Table table{"", {{"verdict", Align::left}, {"n", Align::right}}, {}, {}};
  Table coloured = table;
  coloured.rows = {{abstat::Word{"faster", abstat::Tone::good}, std::int64_t{1}}};
  CHECK(rendered(coloured, {100, true}) ==
        "\x1b[1mverdict\x1b[0m  \x1b[1mn\x1b[0m\n──────────\n\x1b[32mfaster\x1b[0m   1\n");
}

TEST_CASE("ten thousand rows of a hundred columns wide text render in linear time", "[size]") {
  std::vector<std::vector<abstat::Cell>> rows(10000, {std::string(300, 'x'), std::int64_t{1}});
  CHECK(rendered(two_columns(std::move(rows))).size() > 3000000);
}
