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

}  // namespace

TEST_CASE("a wrong figure is suggested with the digits and marks of the author") {
  const Checked checked = check(note);
  const auto edits = suggest_edits(checked.result, checked.reports);
  REQUIRE(edits.size() == 2);
  CHECK(edits[0].before == "2,481");
  CHECK(edits[0].after == "2,419");
  CHECK(edits[1].before == "1.6k");
  CHECK(edits[1].after == "1.8k");
}

TEST_CASE("the corrected document checks clean") {
  const Checked checked = check(note);
  const auto corrected = apply_edits(note, suggest_edits(checked.result, checked.reports));
  REQUIRE(corrected);
  for (const JudgedClaim& judged : check(*corrected).result.claims)
    CHECK(judged.verdict == Verdict::confirmed);
}

TEST_CASE("edits are shown as a unified diff") {
  const std::string text = "a\nb\nc 5\nd\ne\n";
  CHECK(unified_diff(text, "x.md", {{{"x.md", 3, 3}, "5", "6"}}) ==
        "--- a/x.md\n+++ b/x.md\n@@ -1,5 +1,5 @@\n a\n b\n-c 5\n+c 6\n d\n e\n");
  CHECK(unified_diff(text, "x.md", {}).empty());
}

TEST_CASE("an edit whose text is not there is refused") {
  CHECK_FALSE(apply_edits("a 5\n", {{{"x.md", 1, 3}, "7", "6"}}));
  CHECK_FALSE(apply_edits("a 5\n", {{{"x.md", 9, 1}, "5", "6"}}));
}

TEST_CASE("a marked table is regenerated, and known to be stale before") {
  const std::string text = "<!-- abstat:begin rank -->\nold\n<!-- abstat:end -->\n\n" + note;
  const Checked checked = check(text);
  const DocumentComments comments = read_document_comments(read_document(text, "note.md", checked.reports));
  REQUIRE(comments.tables.size() == 1);
  CHECK(stale_tables(text, "note.md", comments, checked.reports).size() == 1);
  const auto fresh = regenerate_tables(text, comments, checked.reports);
  REQUIRE(fresh);
  CHECK(fresh->find("old") == std::string::npos);
  CHECK(fresh->find("gevent") < fresh->find("<!-- abstat:end -->"));
  const DocumentComments again =
      read_document_comments(read_document(*fresh, "note.md", read_reports(*fresh, "note.md")));
  std::vector<Report> reports = read_reports(*fresh, "note.md");
  name_stacks(reports, read_document(*fresh, "note.md", reports));
  CHECK(stale_tables(*fresh, "note.md", again, reports).empty());
}

TEST_CASE("a table nobody knows is a problem") {
  DocumentComments comments;
  comments.tables.push_back({"podium", 1, 3});
  CHECK_FALSE(regenerate_tables("a\nb\nc\n", comments, {}));
  CHECK(stale_tables("a\nb\nc\n", "x.md", comments, {}).size() == 1);
}
