#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include <abstat/report_reader.hpp>
#include <abstat/verdict.hpp>

using namespace abstat;

namespace {

struct Checked {
  std::vector<Report> reports;
  CheckResult result;
};

Checked check(const std::string& text, const std::string& name = "note.md") {
  Checked checked;
  checked.reports = read_reports(text, name);
  const Document document = read_document(text, name, checked.reports);
  name_stacks(checked.reports, document);
  checked.result = check_claims(read_claims(document, checked.reports), checked.reports, document);
  return checked;
}

std::string sample() {
  std::ifstream in(std::string(ABSTAT_SOURCE_DIR) + "/samples/web-stacks.md", std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::set<std::string> caveats(const JudgedClaim& judged) {
  std::set<std::string> names;
  for (const Caveat& caveat : judged.caveats) names.emplace(to_string(caveat.code));
  return names;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

// statistics.md 10, "Golden table (seed, 10 claims)".
TEST_CASE("the seed note's ten conclusions get the verdicts of the golden table") {
  const Checked checked = check(sample());
  const auto& claims = checked.result.claims;
  REQUIRE(claims.size() == 12);
  struct Row {
    const char* carrier;
    Verdict verdict;
    Match match;
    std::set<std::string> caveats;
    std::size_t line;  // of the report's first line; 0: none
  };
  const std::vector<Row> golden{
      {"1252", Verdict::confirmed, Match::truncated, {}, 20},
      {"1911", Verdict::confirmed, Match::rounded, {}, 43},
      {"2567", Verdict::confirmed, Match::truncated, {}, 66},
      {"2977", Verdict::confirmed, Match::truncated, {}, 88},
      {"2161.47", Verdict::inexact, Match::none, {}, 110},
      {"1587.91", Verdict::unsupported, Match::none, {}, 0},
      {"700", Verdict::unsupported, Match::none, {}, 0},
      {"816", Verdict::confirmed, Match::rounded, {"tainted", "label-differs"}, 132},
      {"1279", Verdict::confirmed, Match::truncated, {"label-differs"}, 157},
      {"1800", Verdict::confirmed, Match::lower_bound, {"label-differs"}, 190},
  };
  for (std::size_t i = 0; i < golden.size(); ++i) {
    INFO(golden[i].carrier);
    CHECK(claims[i].claim.carrier == golden[i].carrier);
    CHECK(claims[i].claim.ordinal == static_cast<int>(i) + 1);
    CHECK(claims[i].claim.where.line == i + 6);
    CHECK(claims[i].verdict == golden[i].verdict);
    CHECK(claims[i].match == golden[i].match);
    CHECK(caveats(claims[i]) == golden[i].caveats);
    REQUIRE(claims[i].reports.size() == (golden[i].line == 0 ? 0 : 1));
    if (golden[i].line != 0)
      CHECK(checked.reports[claims[i].reports[0].report].source.first_line == golden[i].line);
  }
}

TEST_CASE("the figure no report prints is said to be so, with its distance") {
  const Checked checked = check(sample());
  const JudgedClaim& fifth = checked.result.claims[4];
  CHECK(contains(fifth.explanation, "-0.216 %"));
  CHECK(contains(fifth.explanation, "inside the single-run uncertainty of 6.20 %"));
  CHECK(contains(fifth.explanation, "no report prints 2161.47"));
}

TEST_CASE("that the note truncates is said once") {
  const Checked checked = check(sample());
  REQUIRE(checked.result.notes.size() == 1);
  CHECK(contains(checked.result.notes[0], "the note truncates"));
  CHECK(contains(checked.result.notes[0], "6 of 6"));
}

TEST_CASE("the set-up command is checked against every report, after the conclusions") {
  const Checked checked = check(sample());
  const auto& claims = checked.result.claims;
  CHECK(claims[10].claim.kind == ClaimKind::setup);
  CHECK(claims[10].claim.metric == ClaimMetric::complete);
  CHECK(claims[11].claim.metric == ClaimMetric::concurrency);
  CHECK(claims[11].verdict == Verdict::confirmed);
  CHECK(claims[11].reports.size() == 8);
}

namespace {

// Two reports, and one sentence about them.
Verdict verdict_on(const std::string& sentence) {
  const auto report = [](const std::string& rate, const std::string& p99) {
    return "```\nConcurrency Level:      10\nTime taken for tests:   1.000 seconds\nComplete requests:      "
           "1000\n"
           "Failed requests:        0\nRequests per second:    " +
           rate +
           " [#/sec] (mean)\n\nPercentage of the requests served within a certain time (ms)\n"
           "  50%     10\n  66%     11\n  75%     12\n  80%     13\n  90%     15\n  95%     17\n  98%     "
           "18\n"
           "  99%     " +
           p99 + "\n 100%     90 (longest request)\n```\n\n";
  };
  const Checked checked = check(sentence + "\n\n## gevent\n\n" + report("1000.00", "31") + "## sync\n\n" +
                                report("2000.00", "52"));
  REQUIRE(checked.result.claims.size() == 1);
  return checked.result.claims.front().verdict;
}

}  // namespace

TEST_CASE("a wrong figure is contradicted where metric and report are named and nothing else is said") {
  CHECK(verdict_on("The p99 of gevent is 75 ms.") == Verdict::contradicted);
  CHECK(verdict_on("gevent serves 5000 req/s.") == Verdict::contradicted);
}

TEST_CASE("words of another time, machine, tool or load withdraw the accusation") {
  CHECK(verdict_on("On my old laptop the p99 of gevent is 75 ms.") == Verdict::unsupported);
  CHECK(verdict_on("gevent, averaged over ten runs, serves 5000 req/s.") == Verdict::unsupported);
  CHECK(verdict_on("之前 gevent 的 QPS 是 5000。") == Verdict::unsupported);
}

TEST_CASE("a figure that is another one of its report is ambiguous, and that one is shown") {
  CHECK(verdict_on("sync sent 2000 requests.") == Verdict::ambiguous);
}

TEST_CASE("a time called by its name is no other one, unless its sentence names several") {
  CHECK(verdict_on("The p99 of gevent is 17 ms.") == Verdict::contradicted);
}

TEST_CASE("a figure that is the other report's is ambiguous in prose") {
  CHECK(verdict_on("gevent serves 2000 req/s.") == Verdict::ambiguous);
}

// Each of their sentences is true, or is about something else than the runs shown: other machines, plans,
// wishes.
TEST_CASE("documents in which nothing is false are accused of nothing") {
  const std::string language =
      GENERATE(as<std::string>(), "de", "en", "es", "fr", "ja", "ru", "zh", "tables-en", "lists-zh");
  std::ifstream in(std::string(ABSTAT_SOURCE_DIR) + "/tests/claims/nothing-false/" + language + ".md",
                   std::ios::binary);
  REQUIRE(in);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  const Checked checked = check(bytes.str());
  CHECK(checked.result.claims.size() > 10);
  for (const JudgedClaim& judged : checked.result.claims) {
    INFO(language << ": " << judged.claim.text << ": " << judged.explanation);
    CHECK(judged.verdict != Verdict::contradicted);
    CHECK(judged.verdict != Verdict::inexact);
  }
}
