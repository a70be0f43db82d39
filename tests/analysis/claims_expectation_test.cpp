#include <catch2/catch.hpp>

#include <abstat/report_reader.hpp>
#include <abstat/verdict.hpp>

using namespace abstat;

namespace {

std::string report(const std::string& rate, int failed) {
  return "```\nConcurrency Level:      10\nTime taken for tests:   0.400 seconds\nComplete requests:      "
         "1000\n"
         "Failed requests:        " +
         std::to_string(failed) + "\nRequests per second:    " + rate + " [#/sec] (mean)\n```\n";
}

JudgedClaim judge(const std::string& expression) {
  const std::string text = "<!-- abstat: expect " + expression + " -->\n\n## sync\n" + report("2000.00", 10) +
                           "## gevent\n" + report("3000.00", 5);
  std::vector<Report> reports = read_reports(text, "note.md");
  const Document document = read_document(text, "note.md", reports);
  name_stacks(reports, document);
  const CheckResult result = check_claims(read_claims(document, reports), reports, document);
  REQUIRE(result.claims.size() == 1);
  return result.claims.front();
}

}  // namespace

TEST_CASE("an expectation that holds is confirmed with its arithmetic") {
  const JudgedClaim judged = judge("speedup(\"gevent\",\"sync\") >= 1.3");
  CHECK(judged.verdict == Verdict::confirmed);
  CHECK(judged.match == Match::lower_bound);
  CHECK(judged.explanation == "1.5 >= 1.3 holds");
  CHECK(judged.reports.size() == 2);
}

TEST_CASE("an expectation that does not hold is contradicted") {
  CHECK(judge("rps(\"gevent\") < rps(\"sync\") + 2*100").verdict == Verdict::contradicted);
  CHECK(judge("(rps(\"gevent\") - rps(\"sync\")) / 10 == 100").verdict == Verdict::confirmed);
}

TEST_CASE("a speedup above one is the better of two, whichever direction is better") {
  CHECK(judge("speedup(\"gevent\",\"sync\",\"failed\") == 2").verdict == Verdict::confirmed);
  CHECK(judge("speedup(\"gevent\",\"sync\",\"time_taken\") == 1").verdict == Verdict::confirmed);
}

TEST_CASE("what cannot be computed is unsupported and says why") {
  const auto [expression, reason] = GENERATE(table<const char*, const char*>({
      {"rps(\"uwsgi\") > 1", "no report is of \"uwsgi\""},
      {"p95(\"sync\") > 1", "does not print p95"},
      {"teapot(\"sync\") > 1", "no function teapot"},
      {"speedup(\"sync\") > 1", "two stacks"},
      {"rps(\"sync\") / (failed(\"sync\") - 10) > 1", "division by zero"},
  }));
  const JudgedClaim judged = judge(expression);
  CHECK(judged.verdict == Verdict::unsupported);
  CHECK_THAT(judged.explanation, Catch::Contains(reason));
}
