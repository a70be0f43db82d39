// Claims about stacks that were measured several times: which runs are of one stack, and whose a figure is.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <abstat/report_reader.hpp>
#include <abstat/verdict.hpp>

using namespace abstat;

namespace {

struct Run {
  std::string heading;
  std::string rate;
  int failed = 0;
};

std::string note(const std::string& words, const std::vector<Run>& runs) {
  std::string text = words + "\n\n## Outputs\n\n";
  for (const Run& run : runs) {
    text += fmt::format(
        "### {}\n\n```\nServer Software:        s\nServer Hostname:        h\nServer Port:            80\n\n"
        "Document Path:          /\nDocument Length:        5 bytes\n\nConcurrency Level:      100\n"
        "Time taken for tests:   0.500 seconds\nComplete requests:      1000\nFailed requests:        {}\n"
        "Total transferred:      150000 bytes\nHTML transferred:       5000 bytes\n"
        "Requests per second:    {} [#/sec] (mean)\nTime per request:       50.000 [ms] (mean)\n```\n\n",
        run.heading, run.failed, run.rate);
  }
  return text;
}

std::vector<JudgedClaim> judged(const std::string& words, const std::vector<Run>& runs) {
  const std::string text = note(words, runs);
  std::vector<Report> reports = read_reports(text, "note.md");
  const Document document = read_document(text, "note.md", reports);
  name_stacks(reports, document);
  std::vector<JudgedClaim> claims = check_claims(read_claims(document, reports), reports, document).claims;
  REQUIRE_FALSE(claims.empty());
  return claims;
}

std::vector<std::size_t> bound(const JudgedClaim& claim) {
  std::vector<std::size_t> found;
  for (const BoundReport& report : claim.reports) found.push_back(report.report);
  return found;
}

using Runs = std::vector<std::size_t>;

const std::vector<Run> rounds{{"direct, round one", "3711.11"},   {"behind nginx, round one", "2805.07"},
                              {"direct, round two", "3590.26"},   {"behind nginx, round two", "2787.33"},
                              {"direct, round three", "3952.40"}, {"behind nginx, round three", "2708.15"}};
const std::vector<Run> with_and_without{
    {"sync", "4080.11"}, {"gevent", "2557.13"}, {"nginx + sync", "2992.24"}, {"nginx + gevent", "2080.91"}};

}  // namespace

TEST_CASE("an average is that of the runs that the headings number") {
  const auto claims = judged("On average that makes 3,751 direct, and 2,767 behind nginx.", rounds);
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].verdict == Verdict::confirmed);
  CHECK(bound(claims[0]) == Runs{0, 2, 4});
  CHECK(bound(claims[1]) == Runs{1, 3, 5});
}

TEST_CASE("a row of as many figures as a stack has runs has one for each") {
  const auto claims = judged("Behind nginx it was 2,805, 2,787 and 2,870 requests per second.", rounds);
  REQUIRE(claims.size() == 3);
  CHECK(bound(claims[2]) == Runs{5});
  CHECK(claims[2].verdict == Verdict::inexact);
}

TEST_CASE("an average behind the figures of a sentence is not theirs") {
  const auto claims = judged("直连三轮分别为 3711、3590、3952 QPS，平均 3751。", rounds);
  REQUIRE(claims.size() == 4);
  CHECK(bound(claims[1]) == Runs{2});
  CHECK(claims[3].verdict == Verdict::confirmed);
  CHECK(bound(claims[3]) == Runs{0, 2, 4});
}

TEST_CASE("a round is one of the stack that was spoken of") {
  const auto claims = judged("Behind nginx we took more rounds: the second round gave 2,878 req/s.", rounds);
  CHECK(bound(claims.front()) == Runs{3});
}

TEST_CASE("what a sentence puts in front of a stack is compared with the stack alone") {
  const auto* words =
      GENERATE("Put nginx in front of the sync workers and you give away 27% of the throughput.",
               "nginx 放在 sync 前面，吞吐损失 27%。", "nginx 让 sync 的吞吐量降了 27%。");
  INFO(words);
  const JudgedClaim claim = judged(words, with_and_without).front();
  CHECK(claim.verdict == Verdict::confirmed);
  CHECK(bound(claim) == Runs{2, 0});
}

TEST_CASE("what costs a share of the throughput names no other side") {
  const JudgedClaim claim =
      judged("So the proxy costs us 36% of the throughput.", {{"direct", "3711.11"}, {"nginx", "2805.07"}})
          .front();
  CHECK(bound(claim) == Runs{1, 0});
  CHECK(claim.verdict == Verdict::contradicted);
}

TEST_CASE("reports below one heading that other words tell apart are no runs of one stack") {
  const std::string pair =
      note("gevent reaches 2,557 requests per second.", {{"sync", "4080.11"}, {"gevent", "2557.13"}});
  std::string text = pair;
  for (const char* heading : {"### sync\n", "### gevent\n"}) {
    const std::size_t at = text.find(heading);
    text.replace(at, 4, "");
  }
  std::vector<Report> reports = read_reports(text, "note.md");
  const Document document = read_document(text, "note.md", reports);
  name_stacks(reports, document);
  const auto claims = check_claims(read_claims(document, reports), reports, document).claims;
  REQUIRE(claims.size() == 1);
  CHECK(bound(claims[0]) == Runs{1});
}

TEST_CASE("the slowest of the four is compared with the three others") {
  const JudgedClaim claim =
      judged("Of course nginx + sync is the slowest of the four.", with_and_without).front();
  CHECK(claim.verdict == Verdict::contradicted);
  CHECK(claim.reports.size() == 4);
}

TEST_CASE("cells that say what they count are claims of their row") {
  const auto claims = judged(
      "| stack | req/s | errors |\n|---|---|---|\n| sync | 4080 | no errors |\n| gevent | 2557 | failed: 3 "
      "|\n",
      {{"sync", "4080.11"}, {"gevent", "2557.13", 2}});
  REQUIRE(claims.size() == 4);
  CHECK(claims[1].claim.metric == ClaimMetric::failures_any);
  CHECK(bound(claims[1]) == Runs{0});
  CHECK(claims[3].claim.metric == ClaimMetric::failed);
  CHECK(bound(claims[3]) == Runs{1});
  CHECK(claims[3].verdict == Verdict::contradicted);
}
