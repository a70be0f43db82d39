#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <string>
#include <vector>

#include <abstat/claim.hpp>
#include <abstat/report_page.hpp>
#include <abstat/report_reader.hpp>

using abstat::Report;

namespace {

std::string report_text(double rate, int failed = 0) {
  return fmt::format(
      "Concurrency Level:      100\nTime taken for tests:   {:.3f} seconds\nComplete requests:      1000\n"
      "Failed requests:        {}\nRequests per second:    {:.2f} [#/sec] (mean)\n",
      1000 / rate, failed, rate);
}

abstat::ReportPage page_on(const std::string& text) {
  std::vector<Report> reports = abstat::read_reports(text, "note.md");
  abstat::Document document = abstat::read_document(text, "note.md", reports);
  name_stacks(reports, document);
  abstat::CheckResult checked = check_claims(read_claims(document, reports), reports, document);
  const abstat::Metric metric{abstat::MetricKind::goodput};
  abstat::CompareOptions comparing;
  comparing.metric = metric;
  abstat::Overview overview{reports, rank_reports(reports, {}), *compare_reports(reports, comparing), {}, {}};
  overview.documents.push_back({"note.md", reports, std::move(checked), std::move(document)});
  overview.audit = abstat::audit_all(reports);
  return {std::move(overview),
          abstat::latency_profile(reports, 0.95),
          abstat::run_order(reports, metric),
          abstat::scaling_of(reports, metric, 0.95),
          std::nullopt,
          "abstat report note.md -f html",
          "abstat 1"};
}

std::string html_on(const std::string& text) {
  return html_of(page_on(text));
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

const std::string two_reports = "sync does 1200 req/s.\n\n## sync\n\n```\n" + report_text(1000) +
                                "```\n\n## gevent\n\n```\n" + report_text(2000) + "```\n";

}  // namespace

TEST_CASE("the page answers its questions in their order") {
  const std::string html = html_on(two_reports);
  std::size_t before = 0;
  for (const std::string_view question :
       {"What is fastest, and is that real?", "By how much?", "How does it feel to wait?",
        "Can the runs be trusted?", "How does it scale?", "Does the text hold?", "How was it judged?"}) {
    const std::size_t here = html.find(fmt::format("\">{}</h2>", question));
    REQUIRE(here != std::string::npos);
    CHECK(here > before);
    before = here;
  }
}

TEST_CASE("the page forbids itself everything but its own style") {
  CHECK(contains(html_on(two_reports),
                 "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:\""));
}

TEST_CASE("one run of each stack is called no winner, and the commands that would settle it are shown") {
  const std::string html = html_on(two_reports);
  CHECK(contains(html, "One run of each stack cannot say which is fastest. <bdi>gevent</bdi>"));
  CHECK(contains(html,
                 "abstat plan -n 1000 -c 100 gevent=http://HOST:PORT/ sync=http://HOST:PORT/ &gt; runs.sh"));
  CHECK_FALSE(contains(html, "class=\"span"));
}

TEST_CASE("a claim is marked where it stands, with its verdict and the arithmetic beside it") {
  const std::string html = html_on(two_reports);
  CHECK(contains(html, "sync does <mark class=\"bad\">1200</mark><sup class=\"bad\">✗1</sup> req/s."));
  CHECK(contains(html, "<a href=\"#report-1-6\">"));
  CHECK(contains(html, "id=\"report-1-6\""));
}

TEST_CASE("the page says what it cannot know") {
  const std::string html = html_on(two_reports);
  CHECK(contains(html, "no report prints percentiles"));
  CHECK(contains(html, "every stack was measured at one number of connections (100)"));
  CHECK(contains(html, "drift, outliers and cold starts cannot be seen"));
}

TEST_CASE("a stack whose responses failed is named as such") {
  const std::string html = html_on("## a\n\n" + report_text(1000, 300) + "\n## b\n\n" + report_text(900));
  CHECK(contains(html, "In 1 of 2 runs some responses failed or were not 2xx."));
}

TEST_CASE("markup in a note is text on the page") {
  const std::string html = html_on(
      "# <img src=x onerror=alert(1)>\n\nIt does 1000 req/s <script>x</script>\n\n" + report_text(1000));
  CHECK_FALSE(contains(html, "<img"));
  CHECK_FALSE(contains(html, "<script"));
}

TEST_CASE("a page is the same each time it is made") {
  CHECK(html_on(two_reports) == html_on(two_reports));
}
