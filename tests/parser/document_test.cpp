#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include <abstat/document.hpp>

using abstat::Block;
using abstat::BlockKind;
using abstat::Document;
using abstat::read_document;
using abstat::Report;

namespace {

std::string sample(const std::string& path) {
  std::ifstream in(std::string(ABSTAT_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::vector<Block> blocks_of(const Document& document, BlockKind kind) {
  std::vector<Block> found;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) found.push_back(block);
  }
  return found;
}

Report report_at(std::size_t first, std::size_t last) {
  Report report;
  report.source = {"", first, last};
  return report;
}

}  // namespace

TEST_CASE("the seed note has a list of ten conclusions and nested headings") {
  const Document document = read_document(sample("samples/web-stacks.md"), "web-stacks.md");
  const auto items = blocks_of(document, BlockKind::list_item);
  REQUIRE(items.size() == 10);
  CHECK(items[4].ordinal == 5);
  CHECK(items[4].first_line == 10);
  REQUIRE(items[4].prose.size() == 1);
  CHECK(items[4].prose[0].column == 4);
  CHECK(items[4].prose[0].text == "nginx -w 4 + gunicorn -w 4 + gevent + flask QPS 2161.47");
  REQUIRE(document.headings.size() == 9);
  CHECK(document.headings[2].text == "默认的sync模式");
  CHECK(document.headings[2].level == 3);
}

TEST_CASE("reports are named by the headings that set them apart") {
  const std::string text = sample("samples/web-stacks.md");
  std::vector<Report> reports{report_at(20, 36), report_at(43, 59), report_at(88, 104)};
  name_stacks(reports, read_document(text, "web-stacks.md", reports));
  CHECK(reports[0].stack == "flask 原生服务器");
  CHECK(reports[1].stack == "gunicorn / 默认的sync模式");
  CHECK(reports[2].stack == "gunicorn / 增加一倍worker = 8");
  CHECK(reports[0].commands == std::vector<std::string>{"flask --app server-redis:app run --with-threads"});
  CHECK(reports[2].commands ==
        std::vector<std::string>{"gunicorn -w 8 -b 0.0.0.0:8000 server-redis:app --worker-class gevent"});
}

TEST_CASE("runs of one section keep one name and captions that are names tell reports apart") {
  const std::string text =
      "# Sweep\n## sync\n第一轮\n\n```\nR\n```\n第二轮\n\n```\nR\n```\n## pages\n--- normal page: ab -n 5 "
      "http://x/\n\nR\n\n"
      "--- 500 page: ab -n 5 http://x/e\n\nR\n";
  std::vector<Report> reports{report_at(6, 6), report_at(11, 11), report_at(15, 15), report_at(19, 19)};
  name_stacks(reports, read_document(text, "x.md", reports));
  CHECK(reports[0].stack == "sync");
  CHECK(reports[1].stack == "sync");
  CHECK(reports[2].stack == "pages / normal page");
  CHECK(reports[3].stack == "pages / 500 page");
  CHECK(reports[3].commands == std::vector<std::string>{"ab -n 5 http://x/e"});
}

TEST_CASE("a report is named after the summary it is folded below, or the caption that points up to it") {
  const std::string folded =
      "# Notes\n\n<details>\n<summary>gevent</summary>\n\n```\nR\n```\n</details>\n\n<details>\n"
      "<summary>sync</summary>\n\n```\nR\n```\n</details>\n";
  std::vector<Report> reports{report_at(7, 7), report_at(15, 15)};
  name_stacks(reports, read_document(folded, "x.md", reports));
  CHECK(reports[0].stack == "gevent");
  CHECK(reports[1].stack == "sync");
  const std::string below = "```\nR\n```\n\n↑ gevent\n\n```\nR\n```\n\n↑ sync\n";
  std::vector<Report> pointed{report_at(2, 2), report_at(8, 8)};
  name_stacks(pointed, read_document(below, "x.md", pointed));
  CHECK(pointed[0].stack == "gevent");
  CHECK(pointed[1].stack == "sync");
}

TEST_CASE("cells of a table know their place") {
  const Document document = read_document("text\n\n| a | b |\n|---|---|\n| x `1|2` | **9** |\n", "x.md");
  const auto tables = blocks_of(document, BlockKind::table);
  REQUIRE(tables.size() == 1);
  REQUIRE(tables[0].rows.size() == 2);
  CHECK(tables[0].rows[1][0].text == "x `1|2`");
  CHECK(tables[0].rows[1][1].text == "**9**");
  CHECK(tables[0].rows[1][1].line == 5);
  CHECK(tables[0].rows[1][1].column == 13);
}

TEST_CASE("tables drawn by hand are tables") {
  const auto* text = GENERATE(
      "stack      req/s   p95\n---------  ------  ---\nsync       4347    23\ngevent w8  2418    50\n",
      "stack\treq/s\tp95\nsync\t4347\t23\ngevent w8\t2418\t50\n",
      "stack      req/s   p95\nsync       4347    23\ngevent w8  2418    50\n",
      "+-----------+-------+-----+\n| stack | req/s | p95 |\n+===+===+===+\n| sync | 4347 | 23 |\n| gevent "
      "w8 | 2418 | 50 |\n+---+\n",
      "stack | req/s | p95\n------+-------+----\nsync | 4347 | 23\ngevent w8 | 2418 | 50\n",
      "```\nstack      req/s   p95\n----------------------\nsync       4347    23\ngevent w8  2418    "
      "50\n```\n");
  const Document document = read_document(text, "x.md");
  const auto tables = blocks_of(document, BlockKind::table);
  REQUIRE(tables.size() == 1);
  REQUIRE(tables[0].rows.size() == 3);
  CHECK(tables[0].rows[0][1].text == "req/s");
  CHECK(tables[0].rows[2][0].text == "gevent w8");
  CHECK(tables[0].rows[2][2].text == "50");
}

TEST_CASE("tables in HTML are tables, their cells with the markup in them") {
  const Document document = read_document(
      "words\n\n<table>\n<tr><th>stack</th><th>req/s</th></tr>\n<tr><td>sync</td>\n  <td "
      "align=\"right\"><b>4347</b> *</td>"
      "</tr>\n<TR>\n<TD>\ngevent\n</TD><TD>2418</TD></TR></table>\n\n<table>\n<tr><td>without an end\n",
      "x.md");
  const auto table = std::find_if(document.blocks.begin(), document.blocks.end(),
                                  [](const Block& block) { return block.kind == BlockKind::table; });
  REQUIRE(table != document.blocks.end());
  REQUIRE(table->rows.size() == 3);
  CHECK(table->rows[1][1] == abstat::ProseLine{6, 21, "<b>4347</b> *"});
  CHECK(table->rows[2][0] == abstat::ProseLine{9, 1, "gevent"});
  CHECK(table->rows[2][1] == abstat::ProseLine{10, 10, "2418"});
}

TEST_CASE("a head underlined with dashes ends above the text behind it") {
  const Document document = read_document("Comment\n-------\nIt does 3,136 requests per second.\n", "x.txt");
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].prose.size() == 1);
  CHECK(document.blocks[1].first_line == 3);
}

TEST_CASE("prose with wide blanks is no table") {
  const Document document =
      read_document("A sentence.  Another 12.\nAnd  more.\n\nEnd.  Now.\n===\n", "x.md");
  CHECK(blocks_of(document, BlockKind::table).empty());
}

TEST_CASE("org headings, items, tables and examples are read") {
  const Document document = read_document(
      "#+TITLE: Static\n* Results\n  | case | req/s |\n  |------+-------|\n  | plain | 156 |\n** Reading\n"
      "   - first\n     goes on\n   - second\n* Raw\n   : ab -n 5 -c 1 http://x/\n   #+BEGIN_EXAMPLE\n   R "
      "5\n   #+END_EXAMPLE\n",
      "x.org");
  REQUIRE(document.headings.size() == 4);
  CHECK(document.headings[2].text == "Reading");
  CHECK(document.headings[2].level == 2);
  const auto items = blocks_of(document, BlockKind::list_item);
  REQUIRE(items.size() == 2);
  CHECK(items[0].list == items[1].list);
  CHECK(items[0].prose.size() == 2);
  CHECK(items[0].prose[1].column == 6);
  CHECK(blocks_of(document, BlockKind::table).size() == 1);
  REQUIRE(document.commands.size() == 1);
  CHECK(document.commands[0].text == "ab -n 5 -c 1 http://x/");
}

TEST_CASE("quoted and nested text keeps its columns") {
  const Document document = read_document("> - **gevent**:\n>   2418 req/s\n\n1. one\n   - two 7\n", "x.md");
  const auto items = blocks_of(document, BlockKind::list_item);
  REQUIRE(items.size() == 3);
  CHECK(items[0].prose[0].column == 5);
  CHECK(items[0].prose[1].column == 5);
  CHECK(items[0].prose[1].text == "2418 req/s");
  CHECK(items[2].prose[0].column == 6);
  CHECK(items[2].list != items[1].list);
}

TEST_CASE("the lines of reports are no part of the document") {
  const std::string text = "# gevent\nRequests per second: 5\n----\n- Complete requests: 7\n\nwords 9\n";
  const Document document = read_document(text, "x.md", {report_at(2, 4)});
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.headings.size() == 1);
  CHECK(document.blocks[1].prose[0].text == "words 9");
}

TEST_CASE("front matter and fenced code are not prose") {
  const Document document =
      read_document("---\ntitle: 5\n---\n\n```sh\n$ gunicorn -w 4 app:app\n```\n", "x.md");
  CHECK(blocks_of(document, BlockKind::paragraph).empty());
  CHECK(document.headings.empty());
  REQUIRE(document.commands.size() == 1);
  CHECK(document.commands[0].text == "gunicorn -w 4 app:app");
}

TEST_CASE("raw logs need no markdown parser") {
  CHECK_FALSE(abstat::looks_like_a_document(
      "This is ApacheBench, Version 2.3\n\nConcurrency Level:      100\n  50%     12\n"));
  CHECK(abstat::looks_like_a_document("words\n\n## gevent\n"));
  CHECK(abstat::looks_like_a_document("words\r\n\r\n  - an item"));
  CHECK(abstat::looks_like_a_document("1."));
  CHECK(abstat::looks_like_a_document("Title\n====="));
  CHECK_FALSE(abstat::looks_like_a_document("====="));
  CHECK_FALSE(abstat::looks_like_a_document("words\n- no item without a blank line before it"));
  CHECK_FALSE(abstat::looks_like_a_document("words\n\n-  \n"));
  CHECK(abstat::looks_like_a_document("```\nConcurrency Level: 1\n```\n"));
}

TEST_CASE("indented lines of plain text are text, with lists of their own") {
  const Document document = read_document(
      "====\n[1] Notes\n\n    words\n\n    * sync is fast\n    * gevent\n      is not\n\n", "x.txt");
  REQUIRE(document.blocks.size() >= 3);
  const auto items = blocks_of(document, BlockKind::list_item);
  REQUIRE(items.size() == 2);
  CHECK(items[0].prose == std::vector<abstat::ProseLine>{{6, 7, "sync is fast"}});
  CHECK(items[1].prose == std::vector<abstat::ProseLine>{{7, 7, "gevent"}, {8, 7, "is not"}});
  CHECK(blocks_of(document, BlockKind::code).empty());
}
