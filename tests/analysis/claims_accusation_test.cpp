#include <catch2/catch.hpp>
#include <string>

#include <abstat/report_reader.hpp>
#include <abstat/verdict.hpp>

using namespace abstat;

namespace {

std::string report(const std::string& rate, const std::string& failed = "0") {
  return "```\nConcurrency Level:      10\nTime taken for tests:   0.400 seconds\nComplete requests:      "
         "1000\nFailed requests:        " +
         failed + "\nRequests per second:    " + rate +
         " [#/sec] (mean)\nTime per request:       10.000 [ms] (mean)\n```\n";
}

// Two reports and a text about them.
CheckResult check(const std::string& text, const std::string& reports) {
  const std::string document_text = text + "\n\n" + reports;
  std::vector<Report> read = read_reports(document_text, "note.md");
  const Document document = read_document(document_text, "note.md", read);
  name_stacks(read, document);
  return check_claims(read_claims(document, read), read, document);
}

std::string two() {
  return "## sync\n\n" + report("4000.00") + "\n## gevent\n\n" + report("2000.00");
}

Verdict last_verdict(const std::string& text, const std::string& reports = two()) {
  const CheckResult result = check(text, reports);
  INFO(text);
  REQUIRE_FALSE(result.claims.empty());
  return result.claims.back().verdict;
}

}  // namespace

TEST_CASE("an accusation is made where metric, report and sides are sure") {
  CHECK(last_verdict("sync does 1100 req/s.") == Verdict::contradicted);
  CHECK(last_verdict("gevent is twice as fast as sync.") == Verdict::contradicted);
  CHECK(last_verdict("gevent beats sync.") == Verdict::contradicted);
}

TEST_CASE("a report named only in an earlier sentence accuses nobody") {
  CHECK(last_verdict("Over sync we have a lot, gevent has less. It does 1000 req/s.") == Verdict::ambiguous);
}

TEST_CASE("a doubtful word that is the name of a report raises no doubt") {
  const std::string staging = "## staging\n\n" + report("4000.00") + "\n## gevent\n\n" + report("2000.00");
  CHECK(last_verdict("On staging it is 1100 req/s.", staging) == Verdict::contradicted);
  CHECK(last_verdict("On staging sync does 1100 req/s.") == Verdict::unsupported);
}

TEST_CASE("what is said of some runs is judged on those spoken of before") {
  const std::string three = two() + "\n## nginx\n\n" + report("3000.00", "7");
  CHECK(last_verdict("sync does 4000 req/s, gevent does 2000 req/s. In these two runs nothing failed.",
                     three) == Verdict::confirmed);
  CHECK(last_verdict("In all three runs nothing failed.", three) == Verdict::contradicted);
}

TEST_CASE("a change that holds the other way round was read the wrong way") {
  CHECK(last_verdict("With gevent the throughput doubles.") != Verdict::contradicted);
}

TEST_CASE("rows that are sorted by words are judged by their reports") {
  const std::string table = "Sorted by throughput, fastest first:\n\n| server | req/s |\n|---|---|\n";
  const std::string three = two() + "\n## nginx\n\n" + report("3000.00");
  const CheckResult right = check(table + "| sync | 4000 |\n| nginx | 3000 |\n| gevent | 2000 |\n", three);
  CHECK(right.claims.front().verdict == Verdict::confirmed);
  const CheckResult wrong = check(table + "| sync | 4000 |\n| gevent | 2500 |\n| nginx | 2200 |\n", three);
  CHECK(wrong.claims.front().verdict == Verdict::contradicted);
}

TEST_CASE("a paragraph right behind a report is about that report") {
  const std::string runs = "One client:\n\n" + report("1000.00") +
                           "\n-> 1000 req/s, mean 10 ms.\n\nFour clients:\n\n" + report("3000.00") +
                           "\n-> 2500 req/s, mean 10 ms.\n";
  const CheckResult result = check("Hello.", runs);
  REQUIRE(result.claims.size() == 4);
  CHECK(result.claims[0].verdict == Verdict::confirmed);
  CHECK(result.claims[0].reports.front().report == 0);
  CHECK(result.claims[2].verdict == Verdict::contradicted);
  CHECK(result.claims[2].reports.front().report == 1);
}

TEST_CASE("a caption that points up names the report above it") {
  const std::string runs =
      report("1000.00") + "\n↑ sync\n\n" + report("3000.00") + "\n↑ gevent, 3000 req/s\n\n";
  const CheckResult result = check("sync does 1000 req/s and gevent 3000 req/s.", runs);
  REQUIRE(result.claims.size() == 3);
  for (const JudgedClaim& judged : result.claims) CHECK(judged.verdict == Verdict::confirmed);
}

TEST_CASE("both ends of a change are of the reports of the change beside it") {
  const CheckResult result =
      check("Throughput goes from 2000 to 4000 req/s, and the time per request from 31 ms to 10 ms.", two());
  for (const JudgedClaim& judged : result.claims) CHECK(judged.verdict != Verdict::inexact);
}

TEST_CASE("of two amounts in one sentence each is of the pair its own words name") {
  const std::string four = two() + "\n## nginx with sync\n\n" + report("3000.00") +
                           "\n## nginx with gevent\n\n" + report("1800.00");
  const CheckResult result = check("nginx costs 25% with sync but only 10% with gevent.", four);
  REQUIRE(result.claims.size() == 2);
  CHECK(result.claims[0].verdict == Verdict::confirmed);
  CHECK(result.claims[1].verdict == Verdict::confirmed);
}

TEST_CASE("what somebody loses between the verb and the amount is a difference") {
  const CheckResult result = check("gevent costs us 2000 req/s against sync.", two());
  REQUIRE_FALSE(result.claims.empty());
  CHECK(result.claims.back().claim.relation == Relation::difference);
  CHECK(last_verdict("None of the 2000 requests failed.") != Verdict::contradicted);
}

TEST_CASE("a figure that is the difference to a report alike but for one thing accuses nobody") {
  const std::string more = two() + "\n## nginx with sync\n\n" + report("3100.00");
  CHECK(last_verdict("What nginx takes from sync is 900 req/s.", more) != Verdict::contradicted);
}

TEST_CASE("two runs of one stack are compared with each other, or not at all") {
  const std::string runs = "## sync\n\nRun 1:\n\n" + report("4000.00") + "\nRun 2:\n\n" + report("4400.00") +
                           "\n## gevent\n\n" + report("2000.00");
  CHECK(last_verdict("Run 2 of sync was 10% faster than run 1.", runs) == Verdict::confirmed);
  CHECK(last_verdict("Run 2 of sync was 30% faster than run 1.", runs) == Verdict::unsupported);
}

TEST_CASE("a signed percentage in a column is of the value itself") {
  const CheckResult result = check(
      "| server | req/s | vs. sync |\n|---|---|---|\n| sync | 4000 | - |\n| gevent | 2000 | -50% |\n", two());
  REQUIRE(result.claims.size() == 3);
  CHECK(result.claims.back().verdict == Verdict::confirmed);
}

TEST_CASE("rows sorted the other way round accuse nobody") {
  const std::string three = two() + "\n## nginx\n\n" + report("3000.00");
  const CheckResult result = check(
      "Sorted by throughput:\n\n| server | req/s |\n|---|---|\n| gevent | 2000 |\n| nginx | 3000 |\n| sync | "
      "4000 |\n",
      three);
  CHECK(result.claims.front().claim.relation == Relation::chain);
  CHECK(result.claims.front().verdict == Verdict::ambiguous);
}

TEST_CASE("below the heading of one report a sentence that names nothing is about it") {
  const std::string text = "Half of what sync does. It serves 2000 req/s.";
  const std::string reports =
      "## sync\n\n" + report("4000.00") + "\n## gevent\n\n" + text + "\n\n" + report("2000.00");
  CHECK(last_verdict("# Note", reports) == Verdict::confirmed);
}

TEST_CASE("the words of a paragraph that tells figures name no report") {
  const std::string reports =
      "## runserver\n\nQPS 只有 18，没看错。\n\n" + report("18.25") +
      "\n## gunicorn\n\n换成四个 worker，QPS 一下子到了 2669，只有最慢的一个超过了 60 毫秒，没别的了。\n\n" +
      report("2669.46");
  const CheckResult result = check("# 笔记", reports);
  REQUIRE(result.claims.size() >= 2);
  CHECK(result.claims[0].verdict == Verdict::confirmed);
  CHECK(result.claims[1].verdict == Verdict::confirmed);
}

TEST_CASE("the report that is called just so comes before one whose name contains it") {
  const std::string reports =
      "## gunicorn, 4 sync\n\n" + report("4000.00") + "\n## nginx + gunicorn, 4 sync\n\n" + report("3000.00");
  const CheckResult result =
      check("| setup | req/s |\n|---|---|\n| gunicorn, 4 sync | 3000 |\n| nginx + gunicorn, 4 sync | 4000 |",
            reports);
  REQUIRE(result.claims.size() == 2);
  CHECK(result.claims[0].verdict == Verdict::contradicted);
  CHECK(result.claims[1].verdict == Verdict::contradicted);
}

TEST_CASE("a load that no run had is misstated") {
  CHECK(last_verdict("All runs sent 1000 requests over 50 connections.") == Verdict::contradicted);
}

TEST_CASE("a load that no report has leaves the report to its figure") {
  CHECK(last_verdict("sync, asked over 50 connections, does 4000 req/s.") == Verdict::confirmed);
  CHECK(last_verdict("With 512 connections sync does 3500 req/s.") == Verdict::unsupported);
}

TEST_CASE("a figure that names nothing is of the report its sentence speaks of") {
  CHECK(last_verdict("sync does 4000 req/s, and a request takes 30 ms.") == Verdict::contradicted);
}

TEST_CASE("what acts on two stacks in one sentence was added to both") {
  const std::string four =
      two() + "\n## nginx + sync\n\n" + report("3000.00") + "\n## nginx + gevent\n\n" + report("1500.00");
  const CheckResult result = check("nginx costs 25 % with sync and 40 % with gevent.", four);
  REQUIRE(result.claims.size() == 2);
  CHECK(result.claims[0].verdict == Verdict::confirmed);
  CHECK(result.claims[1].verdict == Verdict::contradicted);
}

TEST_CASE("each part of a chain is the report that no other part names alone") {
  const std::string three = two() + "\n## nginx + sync\n\n" + report("3000.00");
  CHECK(last_verdict("By throughput: sync > nginx + sync > gevent.", three) == Verdict::confirmed);
}

TEST_CASE("an average over the runs of one stack is looked for by stack") {
  const std::string runs = "## old\n\n" + report("1000.00") + report("1100.00") + "\n## new\n\n" +
                           report("2000.00") + report("2200.00");
  CHECK(last_verdict("On average over the runs the throughput goes from 1,050 to 2,100 req/s.", runs) ==
        Verdict::confirmed);
}
