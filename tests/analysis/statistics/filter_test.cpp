#include "analysis/statistics/filter_grammar.hpp"
#include "analysis/statistics/runs.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <tao/pegtl/contrib/analyze.hpp>

#include <abstat/filter.hpp>

namespace {

bool matches(const std::string& expression, const abstat::Report& report) {
  const auto filter = abstat::parse_filter(expression);
  INFO(expression);
  REQUIRE(filter);
  return filter->matches(report);
}

abstat::Problem problem(const std::string& expression) {
  const auto filter = abstat::parse_filter(expression);
  INFO(expression);
  REQUIRE_FALSE(filter);
  return filter.error();
}

}  // namespace

TEST_CASE("the filter grammar cannot loop without progress") {
  CHECK(tao::pegtl::analyze<abstat::filter_rules::whole>() == 0);
}

TEST_CASE("fields are compared as what they are") {
  const auto report = run_of("sync", "01", 1234.5);
  for (const auto* expression :
       {"concurrency == 100", "concurrency==100", "requests.complete >= 1000", "complete > 999.5",
        "requests_per_second < 1235", "stack == \"sync\"", "stack == 'sync'", "stack != \"x\"",
        "stack ~ \"yn\"", "html == false", "tls.protocol == null", "concurrency != null",
        "not concurrency == 8", "!concurrency == 8", "concurrency == 8 or stack == \"sync\"",
        "concurrency == 100 and stack != \"x\"", "concurrency == 100 && (stack == 'a' || stack == 'sync')",
        "  concurrency<=+100  "}) {
    INFO(expression);
    CHECK(matches(expression, report));
  }
  for (const auto* expression :
       {"concurrency == 8", "tls.protocol == 'TLSv1.3'", "tls.protocol != 'TLSv1.3'", "concurrency == '100'",
        "concurrency == null", "stack ~ 'gevent'", "not (concurrency == 100)",
        "concurrency == 8 or concurrency == 9 and stack == 'sync'"}) {
    INFO(expression);
    CHECK_FALSE(matches(expression, report));
  }
}

TEST_CASE("and binds closer than or") {
  const auto report = run_of("sync", "01", 1);
  CHECK(matches("stack == 'sync' or concurrency == 8 and concurrency == 9", report));
  CHECK_FALSE(matches("(stack == 'sync' or concurrency == 8) and concurrency == 9", report));
}

TEST_CASE("what is wrong is said with its column") {
  CHECK(problem("concurrency = 100").where.column == 13);
  CHECK(problem("concurrency = 100").expected == "one of == != < <= > >= ~");
  CHECK(problem("concurrency == ").found == "the end");
  CHECK(problem("concurrency == fast").expected == "a number, \"text\", true, false or null");
  CHECK(problem("concurrency == 1 banana").expected == "and, or or the end");
  CHECK(problem("(concurrency == 1").expected == "and, or or )");
  CHECK(problem("stack == \"sync").expected == "a closing \"");
  CHECK(problem("").where.column == 1);
  CHECK(problem("concurrency == 1 and speed == 2").where.column == 22);
  CHECK(problem("concurrency == 1 and speed == 2").found == "speed");
  CHECK(problem("mean == 1").expected.starts_with("one of connection_times_ms.connect.mean"));
}

TEST_CASE("nesting is bounded by the length of an expression") {
  CHECK(abstat::parse_filter(std::string(400, '(') + "concurrency == 1" + std::string(400, ')')));
  CHECK(problem(std::string(100000, '(')).expected == "at most 1024 bytes");
  CHECK(abstat::parse_filter(std::string(1000, '!') + "concurrency == 1"));
}
