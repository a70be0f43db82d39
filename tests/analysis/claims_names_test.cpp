// Whose a figure or an amount is, by the names around it: what each name of a sentence, a table or a list
// means.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <abstat/report_reader.hpp>
#include <abstat/verdict.hpp>

using namespace abstat;

namespace {

struct Run {
  std::string heading;
  std::string rate;
  int non_2xx = 0;
};

std::string output(const Run& run) {
  const std::string errors = run.non_2xx == 0 ? "" : fmt::format("Non-2xx responses:      {}\n", run.non_2xx);
  return fmt::format(
      "```\nServer Software:        s\nServer Hostname:        h\nServer Port:            80\n\n"
      "Document Path:          /\nDocument Length:        5 bytes\n\nConcurrency Level:      100\n"
      "Time taken for tests:   0.500 seconds\nComplete requests:      1000\nFailed requests:        0\n{}"
      "Total transferred:      150000 bytes\nHTML transferred:       5000 bytes\n"
      "Requests per second:    {} [#/sec] (mean)\nTime per request:       {:.3f} [ms] (mean)\n```\n\n",
      errors, run.rate, 100000 / std::stod(run.rate));
}

std::vector<JudgedClaim> judged(const std::string& words, const std::vector<Run>& runs,
                                const std::string& name = "note.md") {
  std::string text = words + "\n\n## Outputs\n\n";
  for (const Run& run : runs) {
    if (!run.heading.empty()) text += "### " + run.heading + "\n\n";
    text += output(run);
  }
  std::vector<Report> reports = read_reports(text, name);
  const Document document = read_document(text, name, reports);
  name_stacks(reports, document);
  return check_claims(read_claims(document, reports), reports, document).claims;
}

std::vector<Verdict> verdicts(const std::vector<JudgedClaim>& claims) {
  std::vector<Verdict> found;
  for (const JudgedClaim& claim : claims) found.push_back(claim.verdict);
  return found;
}

std::vector<std::size_t> bound(const JudgedClaim& claim) {
  std::vector<std::size_t> found;
  for (const BoundReport& report : claim.reports) found.push_back(report.report);
  return found;
}

using Runs = std::vector<std::size_t>;
using Verdicts = std::vector<Verdict>;
constexpr Verdict confirmed = Verdict::confirmed;
constexpr Verdict contradicted = Verdict::contradicted;

const std::vector<Run> two{{"sync", "4128.32"}, {"gevent", "2408.01"}};
const std::vector<Run> four{
    {"sync", "4128.32"}, {"gevent", "2408.01"}, {"nginx + sync", "2992.24"}, {"nginx + gevent", "2080.91"}};

}  // namespace

TEST_CASE("figures that stand beside each other's names were swapped") {
  CHECK(verdicts(judged("sync does 2408 req/s and gevent does 4128 req/s.", two)) ==
        Verdicts{contradicted, contradicted});
  CHECK(verdicts(judged("With sync we get 2408 req/s, with gevent 4128 req/s.", two)) ==
        Verdicts{contradicted, contradicted});
  CHECK(verdicts(judged("The rate is 2408 req/s for sync and 4128 req/s for gevent.", two)) ==
        Verdicts{contradicted, contradicted});
}

TEST_CASE("figures beside their own names are confirmed in either order") {
  CHECK(verdicts(judged("sync does 4128 req/s and gevent does 2408 req/s.", two)) ==
        Verdicts{confirmed, confirmed});
  CHECK(verdicts(judged("The rate is 4128 req/s for sync and 2408 req/s for gevent.", two)) ==
        Verdicts{confirmed, confirmed});
}

TEST_CASE("who loses may stand between the verb and what is lost") {
  const auto claims = judged("nginx costs the gevent workers 14 % of the throughput.", four);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].verdict == confirmed);
  CHECK(bound(claims[0]) == Runs{3, 1});
}

TEST_CASE("who loses may stand behind what is lost") {
  const auto claims =
      judged("nginx takes away 14 % of the throughput of gevent and adds 7 ms per request.", four);
  REQUIRE_FALSE(claims.empty());
  CHECK(claims[0].verdict == confirmed);
  CHECK(bound(claims[0]) == Runs{3, 1});
}

TEST_CASE("what costs time makes it more") {
  const auto claims = judged("nginx costs the gevent workers 6.5 ms per request.", four);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].verdict == confirmed);
}

TEST_CASE("the other side that is called by its whole name has nothing of the subject's") {
  const auto claims = judged("nginx + sync is faster than gevent.", four);
  REQUIRE(claims.size() == 1);
  CHECK(bound(claims[0]) == Runs{2, 1});
}

TEST_CASE("alone is without a proxy") {
  const auto claims = judged("Behind nginx everything is slower. Gevent alone beats sync alone.", four);
  REQUIRE_FALSE(claims.empty());
  CHECK(bound(claims.back()) == Runs{1, 0});
  CHECK(claims.back().verdict == contradicted);
}

TEST_CASE("a pronoun is what was named before, not what the next clause names") {
  const auto claims = judged("- **gevent.** It is the slowest of the two, and sync does 4128 req/s.", two);
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].verdict == confirmed);
  CHECK(bound(claims[0]).front() == 1);
}

TEST_CASE("old and new part what is called so") {
  const std::vector<Run> machines{{"Old server", "4128.32"}, {"New server", "2408.01"}};
  const auto claims = judged(
      "The old server does 4128 req/s, the new one 2408 req/s. "
      "The new server is slower than the old one.",
      machines);
  CHECK(verdicts(claims) == Verdicts{confirmed, confirmed, confirmed});
  CHECK(bound(claims.back()) == Runs{1, 0});
}

TEST_CASE("the adjectives of other languages bend") {
  const std::vector<Run> machines{{"Alter Server", "4128.32"}, {"Neuer Server", "2408.01"}};
  const auto claims = judged(
      "Auf dem alten Server sind es 5000 Anfragen pro Sekunde. "
      "Der neue Server ist langsamer als der alte.",
      machines);
  CHECK(verdicts(claims) == Verdicts{contradicted, confirmed});
}

TEST_CASE("a code of status is the name of the page that answers so") {
  const std::vector<Run> pages{{"204 页", "12904.06"}, {"302 页", "10830.13"}};
  const auto claims = judged("204 页比 302 页快。302 那组 QPS 有 10830。", pages);
  CHECK(verdicts(claims) == Verdicts{confirmed, confirmed});
  CHECK(claims[1].claim.carrier == "10830");
}

TEST_CASE("error pages that were faster do not make the slowest stack less slow") {
  const auto claims =
      judged("The slowest of the two is gevent.", {{"sync", "4128.32", 1000}, {"gevent", "2408.01"}});
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].verdict == confirmed);
}

TEST_CASE("reports without a word between them are runs of what was named above") {
  const auto claims =
      judged("| run | sync req/s |\n|---|---|\n| first | 4128 |\n| second | 4005 |\n| mean | 4066 |",
             {{"sync", "4128.32"}, {"", "4005.10"}});
  CHECK(verdicts(claims) == Verdicts{confirmed, confirmed, confirmed});
  REQUIRE(claims.size() == 3);
  CHECK(bound(claims[1]) == Runs{1});
  CHECK(bound(claims[2]) == Runs{0, 1});
}

TEST_CASE("a run that has no number is the first of those that have") {
  const auto claims = judged("All runs of sync are above 4,100 req/s.",
                             {{"sync", "4128.32"}, {"sync, run 2", "4005.10"}, {"gevent", "2408.01"}});
  REQUIRE(claims.size() == 1);
  CHECK(bound(claims[0]) == Runs{0, 1});
  CHECK(claims[0].verdict != confirmed);
}

TEST_CASE("a bound is read as what lies nearer, not as what it holds for") {
  const auto claims = judged("sync stays above 4,200 req/s.", two);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].verdict != confirmed);
}

TEST_CASE("a bound is not kept by what only looks like it at few digits") {
  const auto claims = judged("gevent 的 QPS 在 2410 以上。", two);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].verdict != confirmed);
}

TEST_CASE("lines of a name and its figures are a list") {
  const auto claims =
      judged("sync：每秒 4128 个请求，平均 24.2 毫秒\ngevent：每秒 2408 个请求，平均 41.5 毫秒", two);
  CHECK(verdicts(claims) == Verdicts{confirmed, confirmed, confirmed, confirmed});
  REQUIRE(claims.size() == 4);
  CHECK(bound(claims[1]) == Runs{0});
  CHECK(bound(claims[2]) == Runs{1});
}

TEST_CASE("a column called factor compares with the row that says so") {
  const auto claims = judged(
      "| set-up | factor |\n|---|---|\n| sync | 1.71 |\n| gevent | 1 (reference) |\n| nginx + sync | 1.24 |",
      four);
  CHECK(verdicts(claims) == Verdicts{confirmed, confirmed});
}

TEST_CASE("a column named by two others compares these in each row") {
  const auto claims = judged(
      "| load | sync | gevent | sync / gevent |\n|---|---|---|---|\n| c=100 | 4128 | 2408 | 1.71x |", two);
  REQUIRE(claims.size() == 3);
  CHECK(claims[2].verdict == confirmed);
  CHECK(bound(claims[2]) == Runs{0, 1});
}

TEST_CASE("a row of means with a unit of time is one of times") {
  const auto claims = judged(
      "| | sync | gevent |\n|---|---|---|\n| Requests/sec | 4128 | 2408 |\n| Mean (ms) | 24.2 | 41.5 |", two);
  CHECK(verdicts(claims) == Verdicts{confirmed, confirmed, confirmed, confirmed});
}

TEST_CASE("what lies between two stacks is their difference") {
  const auto claims = judged("Between sync and gevent there are 17.3 ms per request.", two);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].verdict == confirmed);
}

TEST_CASE("what is said behind a relation in general leaves it a claim") {
  const auto claims = judged("gevent is 42% slower than sync, which we could live with.", two);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].verdict == confirmed);
  CHECK(judged("Usually gevent is 42% slower than sync.", two).empty());
}

TEST_CASE("reports may differ by a number beside a word of their name") {
  const std::vector<Run> pools{
      {"pool of 8", "1826.63"}, {"pool of 16", "1844.02"}, {"pool of 32", "1438.78"}};
  const auto claims =
      judged("A pool of 32 is slower than a pool of 16. The pool of 8 does 1826 req/s.", pools);
  CHECK(verdicts(claims) == Verdicts{confirmed, confirmed});
  CHECK(bound(claims[0]) == Runs{2, 1});
}

TEST_CASE("a release is called by the first two numbers of its version") {
  const std::vector<Run> releases{{"3.9.4", "3188.15"}, {"4.0.1", "2059.20"}};
  const auto claims = judged("4.0 serves 35 % fewer requests per second than 3.9.", releases);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].verdict == confirmed);
  CHECK(bound(claims[0]) == Runs{1, 0});
}

TEST_CASE("what is switched on is compared with what it was taken from") {
  const std::vector<Run> transports{{"plain HTTP", "10884.95"}, {"TLS 1.2", "1374.59"}};
  const auto claims = judged("TLS 1.2 costs 87% of the requests per second of plain HTTP.", transports);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].verdict == confirmed);
  CHECK(bound(claims[0]) == Runs{1, 0});
}

TEST_CASE("the two figures right before a factor are its sides") {
  const std::vector<Run> stages{{"改造前", "801.04"}, {"改造后", "1753.10"}, {"加缓存", "3107.11"}};
  const auto claims =
      judged("QPS 从改造前的 801 涨到改造后的 1753，翻了一倍多；加缓存之后达到 3107。", stages);
  const auto doubled = std::find_if(claims.begin(), claims.end(),
                                    [](const JudgedClaim& c) { return c.claim.kind == ClaimKind::ratio; });
  REQUIRE(doubled != claims.end());
  CHECK(doubled->verdict == confirmed);
  CHECK(bound(*doubled).size() == 2);
}

TEST_CASE("the cell of a run is of the stack of its column") {
  const auto claims = judged(
      "Requests per second:\n\n| run | sync | gevent |\n|---|---|---|\n| 1 | 4128 | 2408 |\n| 2 | 4005 | "
      "2804 |",
      {{"sync, run 1", "4128.32"},
       {"sync, run 2", "4005.10"},
       {"gevent, run 1", "2408.01"},
       {"gevent, run 2", "2444.20"}});
  REQUIRE(claims.size() == 4);
  CHECK(bound(claims[3]) == Runs{3});
  CHECK(claims[3].verdict == contradicted);
}

TEST_CASE("a difference may be said of what is processed each second") {
  const auto claims = judged("gevent 比 sync 每秒少处理约 1700 个请求。", two);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].claim.kind == ClaimKind::ratio);
  CHECK(claims[0].verdict == confirmed);
}
