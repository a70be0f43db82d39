#include "parser/comment_grammar.hpp"

#include <catch2/catch.hpp>

#include <abstat/document_comments.hpp>

using namespace abstat;

namespace {

DocumentComments comments(const std::string& text) {
  return read_document_comments(read_document(text, "note.md"));
}

}  // namespace

TEST_CASE("the grammar of comments always advances") {
  CHECK(tao::pegtl::analyze<comment_rules::comment>() == 0);
}

TEST_CASE("a comment that stands alone pins the block behind it, a list as a whole") {
  const auto read = comments(
      "# Head\n\n<!-- abstat: report=\"gunicorn gevent\" metric=p95 -->\n\n- one 5\n- two 6\n\nend 7\n");
  REQUIRE(read.pins.size() == 1);
  CHECK(read.pins[0].report == "gunicorn gevent");
  CHECK(read.pins[0].metric == ClaimMetric::percentile);
  CHECK(read.pins[0].percentile == 95);
  CHECK(read.pins[0].last_line == 6);
}

TEST_CASE("a comment beside text pins its line") {
  const auto read = comments("we saw 2418 <!-- abstat: report=\"gevent\" -->\nand more\n");
  REQUIRE(read.pins.size() == 1);
  CHECK(read.pins[0].first_line == 1);
  CHECK(read.pins[0].last_line == 1);
}

TEST_CASE("an expectation is read in the order of evaluation") {
  const auto read =
      comments("<!-- abstat: expect speedup(\"gevent\",\"sync\") * 2 >= 1.3 + rps(\"a\")/4 -->\n");
  REQUIRE(read.problems.empty());
  REQUIRE(read.expectations.size() == 1);
  const Expectation& expectation = read.expectations[0];
  CHECK(expectation.comparator == Comparator::greater_or_equal);
  REQUIRE(expectation.left.size() == 3);
  CHECK(expectation.left[0].function == "speedup");
  CHECK(expectation.left[0].arguments == std::vector<std::string>{"gevent", "sync"});
  CHECK(expectation.left[2].kind == ExpressionStep::Kind::multiply);
  REQUIRE(expectation.right.size() == 5);
  CHECK(expectation.right[3].kind == ExpressionStep::Kind::divide);
  CHECK(expectation.right[4].kind == ExpressionStep::Kind::add);
  CHECK(expectation.text == "speedup(\"gevent\",\"sync\") * 2 >= 1.3 + rps(\"a\")/4");
  CHECK(expectation.where.column == 21);
}

TEST_CASE("a comment for abstat that does not parse is a problem with its column") {
  const auto [text, column] = GENERATE(table<const char*, std::size_t>({
      {"<!-- abstat: expect speedup(\"a\",\"b\") 1.3 -->", 38},
      {"<!-- abstat: expect speedup(a) > 1 -->", 29},
      {"<!-- abstat: expect rps(\"a\") > -->", 32},
      {"<!-- abstat: nonsense -->", 14},
      {"<!-- abstat: report=gevent -->", 21},
  }));
  const auto read = comments(std::string(text) + "\n");
  INFO(text);
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems[0].where.line == 1);
  CHECK(read.problems[0].where.column == column);
  CHECK(read.expectations.empty());
}

TEST_CASE("parentheses inside each other end at a limit, and so does what a message shows of them") {
  const auto nested = [](std::size_t depth) {
    return comments("<!-- abstat: expect " + std::string(depth, '(') + "1" + std::string(depth, ')') +
                    " >= 1 -->\n");
  };
  CHECK(nested(64).expectations.size() == 1);
  REQUIRE(nested(65).problems.size() == 1);
  CHECK(nested(65).problems[0].where.column == 85);
  REQUIRE(nested(1'000'000).problems.size() == 1);
  CHECK(nested(1'000'000).problems[0].expected == "at most 64 parentheses inside each other");
  CHECK(nested(1'000'000).problems[0].found.size() < 100);
}

TEST_CASE("marks around a table are paired") {
  const auto read = comments("a\n\n<!-- abstat:begin rank -->\n\nx\n\n<!-- abstat:end -->\n");
  REQUIRE(read.tables.size() == 1);
  CHECK(read.tables[0] == RegeneratedTable{"rank", 3, 7});
  CHECK(comments("<!-- abstat:begin rank -->\n").problems.size() == 1);
  CHECK(comments("<!-- abstat:end -->\n").problems.size() == 1);
}

TEST_CASE("comments that are not for abstat are left alone") {
  const auto read = comments("<!-- TODO 5 --> text <!-- abstatic: x -->\n");
  CHECK(read.problems.empty());
  CHECK(read.pins.empty());
}

TEST_CASE("a pin names the report and the metric of the claims it governs") {
  ClaimsRead read;
  read.claims.resize(2);
  read.claims[0].where = {"note.md", 3, 5};
  read.claims[1].where = {"note.md", 9, 5};
  Pin pin;
  pin.first_line = 2;
  pin.last_line = 4;
  pin.report = "gevent";
  pin.metric = ClaimMetric::max;
  apply_pins({pin}, read);
  CHECK(read.claims[0].subject == std::vector<std::string>{"gevent"});
  CHECK(read.claims[0].metric == ClaimMetric::max);
  CHECK(read.claims[1].subject.empty());
}
