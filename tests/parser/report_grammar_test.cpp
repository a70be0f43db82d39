#include "parser/report_grammar_lines.hpp"
#include "parser/report_grammar_order.hpp"

#include <catch2/catch.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

TEST_CASE("the grammar of a report makes progress whatever it reads") {
  CHECK(tao::pegtl::analyze<abstat::rules::line_of_ab>() == 0);
  CHECK(tao::pegtl::analyze<abstat::rules::plain_report<abstat::rules::unprefixed>>() == 0);
  CHECK(tao::pegtl::analyze<abstat::rules::plain_report<abstat::rules::prefixed>>() == 0);
}
