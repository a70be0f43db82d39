#include "parser/golden_file.hpp"
#include "parser/html_report_grammar.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>
#include <string>
#include <tao/pegtl/contrib/analyze.hpp>
#include <vector>

#include <abstat/html_report.hpp>

using abstat::AbEra;
using abstat::Report;
using abstat::ReportStatus;
using abstat::testing::content_of;

namespace {

std::vector<Report> read_all(const std::string& text) {
  return abstat::read_html_reports(text, "run.html");
}

Report read(const std::string& name) {
  const auto reports = read_all(content_of("html_report/" + name + ".html"));
  REQUIRE(reports.size() == 1);
  return reports.front();
}

std::string corrected(const Report& report, std::string_view field) {
  for (const auto& correction : report.corrections) {
    if (correction.field == field) return std::string(correction.name) + " " + correction.value.text();
  }
  return "as printed";
}

std::string row(const std::string& label, const std::string& value) {
  return "<tr ><th colspan=2 bgcolor=white>" + label + ":</th><td colspan=2 bgcolor=white>" + value +
         "</td></tr>\n";
}

std::string table(const std::string& rows) {
  return "<table >\n" + rows + "</table>\n";
}

std::string lines_of(const abstat::TimesRow& times) {
  return times.min.text() + " " + times.mean.text() + " " + times.max.text();
}

}  // namespace

TEST_CASE("the grammar of HTML reports has no loop that makes no progress") {
  CHECK(tao::pegtl::analyze<abstat::rules::html::file>() == 0);
}

TEST_CASE("every row of an HTML report lands in its field") {
  const Report report = read("html-w-k-post-404");
  CHECK(report.html);
  CHECK(report.status == ReportStatus::complete);
  CHECK(report.source == abstat::Span{"run.html", 2, 34});
  CHECK(report.ab.version == "2.3");
  CHECK_FALSE(report.ab.revision);
  CHECK(report.server.software == "tiny/1.0");
  CHECK(report.server.hostname == "127.0.0.1");
  CHECK(report.server.port == 18080);
  CHECK(report.document.path == "/404");
  CHECK(report.document.length_bytes == 3);
  CHECK(report.concurrency == 2);
  CHECK(report.time_taken_s->text() == "0.002");
  CHECK(report.requests.complete == 10);
  CHECK(report.requests.failed == 0);
  CHECK(report.requests.non_2xx == 10);
  CHECK(report.requests.keep_alive == 10);
  CHECK(report.bytes.total == 970);
  CHECK(report.bytes.sent == 4580);
  CHECK(report.bytes.sent_label == abstat::SentLabel::body_sent);
  CHECK(report.bytes.html == 30);
  CHECK(report.requests_per_second->text() == "6337.14");
  CHECK(report.transfer_rate_kib_s.received->text() == "600.30");
  CHECK(report.transfer_rate_kib_s.sent->text() == "2834.38");
  CHECK(report.transfer_rate_kib_s.total->text() == "3434.68");
  REQUIRE(report.connection_times_ms);
  CHECK(lines_of(*report.connection_times_ms->connect) == "0 0 1");
  CHECK(lines_of(*report.connection_times_ms->processing) == "0 0 0");
  CHECK(lines_of(*report.connection_times_ms->total) == "0 0 1");
  CHECK(report.unparsed.empty());
}

TEST_CASE("what HTML never has is absent, not zero") {
  const Report report = read("w_html");
  CHECK_FALSE(report.time_per_request_ms);
  CHECK_FALSE(report.time_per_request_all_ms);
  CHECK_FALSE(report.percentiles_ms);
  CHECK_FALSE(report.requests.write_errors);
  CHECK_FALSE(report.requests.non_2xx);
  CHECK_FALSE(report.connection_times_ms->waiting);
  CHECK_FALSE(report.connection_times_ms->total->sd);
  CHECK_FALSE(report.connection_times_ms->total->median);
  CHECK_FALSE(report.tls);
}

TEST_CASE("the lines of figures are remembered") {
  const Report report = read("html-w");
  CHECK(report.lines.time_taken == 17);
  CHECK(report.lines.requests_per_second == 22);
  CHECK(report.lines.total == 28);
}

TEST_CASE("attributes from -x, -y and -z may be anything") {
  CHECK(read("html-xyz-attrs").requests_per_second->text() == "2370.79");
  CHECK(read("w_html_attrs").bytes.total == 33200);
}

TEST_CASE("a response length that varies is read") {
  const Report report = read("w_html_var");
  CHECK(report.document.length_variable);
  CHECK_FALSE(report.document.length_bytes);
}

TEST_CASE("a failed breakdown in HTML never has Receive") {
  const auto reports =
      read_all(table(row("Failed requests", "5") +
                     "<tr ><td colspan=4 bgcolor=white >   (Connect: 1, Length: 3, Exceptions: 1)"
                     "</td></tr>\n"));
  REQUIRE(reports.size() == 1);
  CHECK(reports[0].requests.failed_breakdown == abstat::FailedBreakdown{1, std::nullopt, 3, 1});
}

TEST_CASE("markup in a path stays part of the path") {
  CHECK(read("markup-in-path").document.path == "/a?</td></tr>&x=<b>");
}

TEST_CASE("the misprints of each version's HTML are named and corrected") {
  const auto [name, era, rate, transfer] = GENERATE(table<std::string, AbEra, std::string, std::string>({
      {"1.3d", AbEra::e2, "as printed", "decimal-kilobytes 3.12"},
      {"2.0.65", AbEra::e4, "as printed", "decimal-kilobytes 3.19"},
      {"2.2.8", AbEra::e4, "as printed", "decimal-kilobytes 3.52"},
      {"2.2.34", AbEra::e5, "thousandfold-requests-per-second 24.46334", "bytes-per-second 2.43678"},
      {"2.4.6", AbEra::e6, "as printed", "bytes-per-second 3.50682"},
      {"html-w-n200-heartbeat", AbEra::e7, "as printed", "as printed"},
      {"w_html", AbEra::e7, "as printed", "as printed"},
  }));
  CAPTURE(name);
  const Report report = read(name);
  CHECK(report.era == era);
  CHECK(corrected(report, "requests_per_second") == rate);
  CHECK(corrected(report, "transfer_rate_kib_s.received") == transfer);
  CHECK(corrected(report, "time_taken_s") == "as printed");
}

TEST_CASE("2.0.16 to 2.2.8 print milliseconds behind the point") {
  std::string text = content_of("html_report/2.2.8.html");
  const std::string printed = "0.170 seconds";
  text.replace(text.find(printed), printed.size(), "0.12345 seconds");
  const Report report = read_all(text).front();
  CHECK(report.time_taken_s->text() == "0.12345");
  CHECK(corrected(report, "time_taken_s") == "milliseconds-behind-point 12.345");
}

TEST_CASE("a text report behind an HTML banner is a run interrupted by Ctrl-C") {
  const Report report = read("interrupted");
  CHECK_FALSE(report.html);
  CHECK(report.status == ReportStatus::interrupted);
  CHECK(report.ab.version == "2.3");
  CHECK(report.requests.complete == 18);
  CHECK(report.source.first_line == 2);
  CHECK(report.lines.time_taken == 17);
}

TEST_CASE("a table that ends in the middle is truncated") {
  const std::string text = content_of("html_report/w_html.html");
  const auto reports = read_all(text.substr(0, text.find("<tr ><th colspan=2 bgcolor=white>Requests per")));
  REQUIRE(reports.size() == 1);
  CHECK(reports[0].status == ReportStatus::truncated);
  CHECK(reports[0].requests.complete == 500);
  CHECK_FALSE(reports[0].requests_per_second);
}

TEST_CASE("rows without their table are an excerpt") {
  const auto reports = read_all(row("Complete requests", "10") + row("Requests per second", "6.5"));
  REQUIRE(reports.size() == 1);
  CHECK(reports[0].status == ReportStatus::partial);
}

TEST_CASE("reports that follow each other, in HTML and in text, never mix") {
  const std::string html = content_of("html_report/w_html.html");
  const std::string text = content_of("html_report/interrupted.html");
  const auto reports = read_all(html + text + html + html);
  REQUIRE(reports.size() == 4);
  CHECK(reports[0].requests.complete == 500);
  CHECK(reports[1].requests.complete == 18);
  CHECK(reports[2] == [&] {
    Report last = reports[3];
    const std::size_t lines = static_cast<std::size_t>(std::count(html.begin(), html.end(), '\n'));
    CHECK(last.source.first_line == reports[2].source.first_line + lines);
    last.source = reports[2].source;
    last.lines = reports[2].lines;
    return last;
  }());
}

TEST_CASE("text behind rows without a table is read as text") {
  const std::string text = content_of("html_report/interrupted.html");
  const auto reports =
      read_all(row("Complete requests", "10") + "\n" + text.substr(text.find("Server Software")));
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].requests.complete == 10);
  CHECK(reports[1].requests.complete == 18);
}

TEST_CASE("tables that are not of ab are passed over") {
  CHECK(read_all("<table>\n<tr><th>Name</th><td>1</td></tr>\n</table>\n").empty());
  const auto reports =
      read_all("<table>\n<tr><td>x</td></tr>\n</table>\n" + content_of("html_report/w_html.html"));
  CHECK(reports.size() == 1);
}

TEST_CASE("a banner alone is no report") {
  CHECK(read_all(content_of("html_report/html-V-w.html")).empty());
}

TEST_CASE("what stands in a table and no rule takes is kept") {
  const auto reports = read_all(table(row("Complete requests", "10") + "SSL handshake failed (1).\n" +
                                      row("Failed requests", "ten") + "Finished 200 requests\n"));
  REQUIRE(reports.size() == 1);
  CHECK_FALSE(reports[0].requests.failed);
  REQUIRE(reports[0].unparsed.size() == 2);
  CHECK(reports[0].unparsed[0] == abstat::UnparsedLine{3, "SSL handshake failed (1)."});
  CHECK(reports[0].unparsed[1].line == 4);
}

TEST_CASE("HTML cut anywhere reads as the whole, with either line end") {
  std::string text =
      content_of("html_report/html-xyz-attrs.html") + content_of("html_report/interrupted.html");
  const bool windows = GENERATE(false, true);
  if (windows) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, "\r");
  }
  const auto whole = read_all(text);
  CHECK(whole.size() == 2);
  for (const std::size_t step : {1U, 2U, 3U, 5U, 17U, 64U, 100U}) {
    std::vector<Report> reports;
    abstat::HtmlReportReader reader("run.html",
                                    [&](Report&& report) { reports.push_back(std::move(report)); });
    for (std::size_t at = 0; at < text.size(); at += step)
      reader.feed(std::string_view(text).substr(at, step));
    reader.finish();
    CHECK(reports == whole);
  }
}

TEST_CASE("any values read back from HTML as printed") {
  CHECK(rc::check("round trip", [] {
    const auto count = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
    const auto cents = *rc::gen::inRange<std::int64_t>(0, 100'000'000);
    const auto path = *rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~'));
    const std::string rate = fmt::format("{}.{:02}", cents / 100, cents % 100);
    const auto reports = read_all(
        table(row("Document Path", "/" + path) + row("Concurrency Level", std::to_string(count)) +
              row("Time taken for tests", "1.000 seconds") + row("Complete requests", std::to_string(count)) +
              row("Total transferred", std::to_string(count) + " bytes") + row("Requests per second", rate)));
    RC_ASSERT(reports.size() == 1U);
    RC_ASSERT(reports[0].document.path == "/" + path);
    RC_ASSERT(reports[0].requests.complete == count);
    RC_ASSERT(reports[0].bytes.total == count);
    RC_ASSERT(reports[0].requests_per_second->text() == rate);
    RC_ASSERT(reports[0].unparsed.empty());
  }));
}
