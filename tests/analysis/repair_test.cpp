#include <catch2/catch.hpp>

#include <abstat/repair.hpp>
#include <abstat/report_reader.hpp>

using namespace abstat;

namespace {

std::string report(const std::string& rate, const std::string& mean) {
  return "```\nConcurrency Level:      10\nTime taken for tests:   0.400 seconds\nComplete requests:      "
         "1000\n"
         "Failed requests:        0\nRequests per second:    " +
         rate + " [#/sec] (mean)\nTime per request:       " + mean +
         " [ms] (mean)\n\nConnection Times (ms)\n              min  mean[+/-sd] median   max\nTotal:         "
         " 2    4   0.5      4       9\n```\n";
}

const std::string note = "# Note\n\n- sync: 2,481 req/s, mean 4,0 ms\n- gevent: 1.6k req/s\n\n## sync\n" +
                         report("2418.65", "4.135") + "## gevent\n" + report("1820.10", "5.494");

struct Checked {
  std::vector<Report> reports;
  CheckResult result;
};

Checked check(const std::string& text) {
  Checked checked;
  checked.reports = read_reports(text, "note.md");
  const Document document = read_document(text, "note.md", checked.reports);
  name_stacks(checked.reports, document);
  checked.result = check_claims(read_claims(document, checked.reports), checked.reports, document);
  return checked;
}

std::vector<Edit> tables_of(const std::string& text) {
  std::vector<Report> reports = read_reports(text, "note.md");
  const Document document = read_document(text, "note.md", reports);
  name_stacks(reports, document);
  return table_edits(document, read_document_comments(document), reports);
}

// What stands in place of `written` when the sync report has 2418.65 req/s and a mean of 4 ms, the gevent one
// 1820.10.
std::string corrected(const std::string& sentence) {
  const std::string text = "# Note\n\n" + sentence + "\n\n" + note.substr(note.find("## sync"));
  const auto edits = suggest_edits(check(text).result);
  const auto result = apply_edits(text, edits);
  return result ? result->substr(8, result->find("\n\n##") - 8) : "an edit does not apply";
}

}  // namespace

TEST_CASE("a wrong figure is suggested with the digits and marks of the author") {
  const Checked checked = check(note);
  const auto edits = suggest_edits(checked.result);
  REQUIRE(edits.size() == 2);
  CHECK(edits[0].before == "2,481");
  CHECK(edits[0].after == "2,419");
  CHECK(edits[1].before == "1.6k");
  CHECK(edits[1].after == "1.8k");
}

TEST_CASE("the corrected document checks clean") {
  const Checked checked = check(note);
  const auto corrected = apply_edits(note, suggest_edits(checked.result));
  REQUIRE(corrected);
  for (const JudgedClaim& judged : check(*corrected).result.claims)
    CHECK(judged.verdict == Verdict::confirmed);
}

TEST_CASE("an edit whose text is not there is refused") {
  CHECK_FALSE(apply_edits("a 5\n", {{{"x.md", 1, 3}, "7", "6"}}));
  CHECK_FALSE(apply_edits("a 5\n", {{{"x.md", 9, 1}, "5", "6"}}));
}

TEST_CASE("a marked table is regenerated, and known to be stale before") {
  const std::string text = "<!-- abstat:begin rank -->\nold\n<!-- abstat:end -->\n\n" + note;
  const Checked checked = check(text);
  CHECK(checked.result.stale_tables.size() == 1);
  const auto fresh = apply_edits(text, tables_of(text));
  REQUIRE(fresh);
  CHECK(fresh->find("old") == std::string::npos);
  CHECK(fresh->find("gevent") < fresh->find("<!-- abstat:end -->"));
  CHECK(check(*fresh).result.stale_tables.empty());
}

TEST_CASE("a marked comparison shows the speedups against the first stack") {
  const auto fresh = apply_edits("<!-- abstat:begin compare -->\n<!-- abstat:end -->\n\n" + note,
                                 tables_of("<!-- abstat:begin compare -->\n<!-- abstat:end -->\n\n" + note));
  REQUIRE(fresh);
  CHECK(fresh->find("0.753x") < fresh->find("<!-- abstat:end -->"));
}

TEST_CASE("what stands between the marks is no claim") {
  const std::string text =
      "<!-- abstat:begin rank -->\n\n| stack | req/s |\n|---|---|\n| sync | 17 |\n\n<!-- abstat:end -->\n\n" +
      note;
  for (const JudgedClaim& judged : check(text).result.claims) CHECK(judged.claim.carrier != "17");
}

TEST_CASE("digits, grouping, suffix, sign and full-width forms stay the author's") {
  CHECK(corrected("sync does 3,418.7 req/s.") == "sync does 2,418.7 req/s.");
  CHECK(corrected("sync does 3.4k req/s.") == "sync does 2.4k req/s.");
  CHECK(corrected("sync 的 QPS 为 ３４１８。") == "sync 的 QPS 为 ２４１９。");
  CHECK(corrected("sync 的 QPS 为 0.34 万。") == "sync 的 QPS 为 0.24 万。");
}

TEST_CASE("a bound that fails is moved to the nearest round one that holds") {
  CHECK(corrected("sync does over 3000 req/s.") == "sync does over 2000 req/s.");
  CHECK(corrected("sync stays below 2000 req/s.") == "sync stays below 3000 req/s.");
  CHECK(corrected("sync does about 3500 req/s.") == "sync does about 2400 req/s.");
}

TEST_CASE("the amount of a relation is corrected where the relation itself holds") {
  CHECK(corrected("sync is 1.9x as fast as gevent.") == "sync is 1.3x as fast as gevent.");
  CHECK(corrected("sync is 60 % faster than gevent.") == "sync is 33 % faster than gevent.");
  CHECK(corrected("gevent is 60 % faster than sync.") == "gevent is 60 % faster than sync.");
}

TEST_CASE("a factor of one digit gets another where one could not hold") {
  CHECK(corrected("sync is 4x as fast as gevent.") == "sync is 1.3x as fast as gevent.");
}

TEST_CASE("the options of a call of ab become those its reports were run with") {
  const std::string text =
      "# Note\n\nBoth: `ab -n 500 -c 64 http://localhost/`\n\n" + note.substr(note.find("## sync"));
  const auto edits = suggest_edits(check(text).result);
  REQUIRE(edits.size() == 2);
  CHECK(edits[0] == Edit{{"note.md", 3, 14}, "500", "1000"});
  CHECK(edits[1] == Edit{{"note.md", 3, 21}, "64", "10"});
  const auto corrected = apply_edits(text, edits);
  REQUIRE(corrected);
  CHECK(suggest_edits(check(*corrected).result).empty());
}
