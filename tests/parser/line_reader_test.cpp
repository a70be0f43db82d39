// One odd paste each: what people, terminals, pagers and log collectors do to the lines of a report.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/report_reader.hpp>

using abstat::read_reports;
using abstat::Report;
using abstat::ReportStatus;

namespace {

const std::string wide_line = "Time per request:       0.798 [ms] (mean, across all concurrent requests)";

Report only_report(const std::string& text) {
  const std::vector<Report> reports = read_reports(text, "paste.txt");
  REQUIRE(reports.size() == 1);
  return reports.front();
}

// An excerpt of which only this line is of interest.
Report excerpt_with(const std::string& line) {
  return only_report("Failed requests:        0\n" + line + "\nTotal transferred:      4000 bytes\n");
}

}  // namespace

TEST_CASE("a line that shows only a tag is a blank line") {
  const Report report = only_report(
      "HTML transferred:       4000 bytes<br/>\n<br/>\nConnection Times (ms)<br/>\n"
      "              min  mean[+/-sd] median   max<br/>\nConnect:        0    0   0.9      0       5<br/>\n");
  CHECK(report.bytes.html == 4000);
  CHECK(report.connection_times_ms);
  CHECK(report.unparsed.empty());
}

TEST_CASE("a line of a highlighted listing is a line") {
  const Report report = only_report(
      "<span class=\"line\"><span>Server Hostname:        localhost</span></span>\n"
      "<span class=\"line\"><span></span></span>\n"
      "<span class=\"line\"><span>Document Path:          /</span></span>\n"
      "<span class=\"line\"><span>  50%      2</span></span>\n");
  CHECK(report.server.hostname == "localhost");
  CHECK(report.document.path == "/");
  CHECK(report.percentiles_ms->at(50)->text() == "2");
}

TEST_CASE("a report that follows a CR has the prefix of its line") {
  const Report report = only_report(
      "web_1  | This is ApacheBench, Version 1.3d <$Revision: 1.73 $> apache-1.3\n"
      "web_1  | Benchmarking localhost (be patient).....done\n"
      "web_1  | \r                                          \rServer Software:        Apache\n"
      "web_1  | Server Hostname:        localhost\n");
  CHECK(report.server.software == "Apache");
  CHECK(report.server.hostname == "localhost");
}

TEST_CASE("the counter in a prefix may grow by a digit") {
  const Report report = only_report(
      "[    9.874] Concurrency Level:      100\n[   10.002] Time taken for tests:   0.798 seconds\n"
      "[  100.002]   50%     73\n");
  CHECK(report.concurrency == 100);
  CHECK(report.time_taken_s->text() == "0.798");
  CHECK(report.percentiles_ms->at(50)->text() == "73");
}

TEST_CASE("a timestamp whose line is blank may lose the blank behind it") {
  const Report report =
      only_report("08:52:01 Complete requests:      1000\n08:52:02\n08:52:03 Failed requests:        0\n");
  CHECK(report.requests.failed == 0);
  CHECK(report.unparsed.empty());
}

TEST_CASE("an underscore around a name belongs to the name") {
  CHECK(only_report("- Server Software: _app_\n- Server Port: 80\n").server.software == "_app_");
}

TEST_CASE("a value that is emphasised or quoted is read without its marks") {
  const auto* line = GENERATE("**Document Path:** /a", "Document Path: `/a`", "- **Document Path**: **/a**",
                              "\"Document Path\": \"/a\",", "Document Path: '/a'");
  CHECK(only_report(std::string("Server Port: 80\n") + line + "\nDocument Length: 4 bytes\n").document.path ==
        "/a");
}

TEST_CASE("a number that is emphasised is read without its marks") {
  const auto* line =
      GENERATE("Non-2xx responses: **12**", "Non-2xx responses: `12`", "**Non-2xx responses:** _12_");
  CHECK(excerpt_with(line).requests.non_2xx == 12);
}

TEST_CASE("a line that the width of a terminal cut is read with the next one") {
  const std::size_t width = GENERATE(52U, 60U, 66U, 70U);
  const auto* lead = GENERATE("", "> ", "web_1  | ");
  const std::string text = std::string(lead) + "Complete requests:      1000\n" + lead +
                           wide_line.substr(0, width) + "\n" + lead + wide_line.substr(width) + "\n";
  INFO(text);
  const Report report = only_report(text);
  CHECK(report.time_per_request_all_ms->text() == "0.798");
  CHECK(report.unparsed.empty());
}

TEST_CASE("a line that was wrapped between two words is read with the next one") {
  const Report report = only_report(
      "Failed requests:        0\n"
      "Time per request:       0.798 [ms] (mean, across all concurrent\n"
      "requests)\n");
  CHECK(report.time_per_request_all_ms->text() == "0.798");
}

TEST_CASE("half a line that nothing completes is unparsed") {
  const Report report = only_report(
      "Requests per second:    1252.57 [#/sec] (mean)\n"
      "Time per request:       79.836 [ms] (mean)\n"
      "Time per request:       0.798 [ms] (mean, across all con\n"
      "Transfer rate:          215.28 [Kbytes/sec] received\n");
  CHECK_FALSE(report.time_per_request_all_ms);
  REQUIRE(report.unparsed.size() == 1);
  CHECK(report.unparsed.front().line == 3);
}

TEST_CASE("a report beside another pane of the terminal is read") {
  const auto* pane =
      GENERATE("Non-2xx responses:      12         │ $ top", "load 0.5 │Non-2xx responses:      12",
               "│ Non-2xx responses:      12      │ Tasks: 5 total │");
  CHECK(excerpt_with(pane).requests.non_2xx == 12);
}

TEST_CASE("blanks of typesetters are blanks") {
  const auto* blank = GENERATE("\xc2\xa0", "\xe2\x80\x83", "\xe3\x80\x80", "&nbsp;", "&#160;", "&#32;");
  CHECK(excerpt_with(std::string("Non-2xx responses:") + blank + blank + "12").requests.non_2xx == 12);
}

TEST_CASE("signs that had to be escaped are the signs") {
  const auto* line = GENERATE("Requests per second:    1252.57 \\[#/sec\\] (mean)",
                              "Requests per second:    1252.57 [\\#/sec] \\(mean\\)",
                              "Requests per second:    1252.57 [#&#x2F;sec] (mean)",
                              "Requests per second:    1252.57 [&#35;/sec] (mean)",
                              "Requests per second:    1252.57 [#\\u002fsec] (mean)");
  const std::string text = std::string("Complete requests:      1000\n") + line +
                           "\nTransfer rate:          2.61 [Kbytes/sec] received\n";
  CHECK(only_report(text).requests_per_second->text() == "1252.57");
}

TEST_CASE("an ampersand in a path stays as it was printed") {
  const Report report = only_report(
      "Server Port:            80\nDocument Path:          /?a=1&amp;b=2&lt=3\nDocument Length:        4 "
      "bytes\n");
  CHECK(report.document.path == "/?a=1&amp;b=2&lt=3");
}

TEST_CASE("an ellipsis is three dots") {
  const Report report = only_report(
      "This is ApacheBench, Version 2.3 <$Revision$>\n\nBenchmarking localhost (be "
      "patient)\xe2\x80\xa6..done\n\n"
      "Server Software:        nginx\n");
  CHECK(report.benchmarking.host == "localhost");
}

TEST_CASE("a string that ends behind a written line break holds a whole line") {
  CHECK(only_report(R"("Complete requests:      10\nFailed requests:        0\n")").status ==
        ReportStatus::partial);
  CHECK(only_report(R"(Complete requests:      10\nFailed requests:        0)").status ==
        ReportStatus::truncated);
}

TEST_CASE("what the author explains behind a line changes nothing") {
  const auto* note =
      GENERATE("   # refused", " #refused", "    // refused", "  <=== look at this! ===", "　　// 拒绝",
               " 失败请求数", "（失败）", "  **the important one**", " ← look", " -- refused");
  INFO(note);
  const Report report = only_report(
      "Server Port:            80" + std::string(note) + "\nDocument Length:        4 bytes" + note +
      "\nNon-2xx responses:      12" + note + "\nRequests per second:    2015.93 [#/sec] (mean)" + note +
      "\nConnect:        0    0   0.9      0       5" + note + "\n  50%     73" + note + "\n");
  CHECK(report.server.port == 80);
  CHECK(report.document.length_bytes == 4);
  CHECK(report.requests.non_2xx == 12);
  CHECK(report.requests_per_second->text() == "2015.93");
  CHECK(report.connection_times_ms->connect->max.text() == "5");
  CHECK(report.percentiles_ms->at(50)->text() == "73");
}

TEST_CASE("a path ends where the author begins to explain it") {
  const auto* line =
      GENERATE("/a.html # the page", "/a.html   // the page", "/a.html    请求的页面", "/a.html <- the page");
  const Report report =
      only_report("Server Port:            80\nDocument Path:          " + std::string(line) +
                  "\nDocument Length:        4 bytes\n");
  CHECK(report.document.path == "/a.html");
}

TEST_CASE("lines that were left out do not cut a report in two") {
  const auto* elision = GENERATE("...", "[...]", "....中間省略....", "…", "<snip>");
  const Report report = only_report("Document Length:        4 bytes\n" + std::string(elision) +
                                    "\nTotal transferred:      4000 bytes\n");
  CHECK(report.document.length_bytes == 4);
  CHECK(report.bytes.total == 4000);
}

TEST_CASE("a unit that was cut off is not missed") {
  const auto* line =
      GENERATE("Requests per second:    12.50 [#/sec]", "Requests per second: 12.50 /sec (mean)");
  CHECK(only_report(std::string(line) + "\nTransfer rate:          2.61 [Kbytes/sec]\n")
            .requests_per_second->text() == "12.50");
}

TEST_CASE("numbers too long for their columns are read as others are") {
  const Report report = only_report(
      "Connection Times (ms)\n"
      "              min  mean[+/-sd] median   max\n"
      "Connect:   123456 12345 1234.5 1234567 12345678\n"
      "Processing:     5   34   8.7     36      58\n"
      "\n"
      "Percentage of the requests served within a certain time (ms)\n"
      "  50%     36\n"
      "  99%  1234567\n");
  const auto& connect = report.connection_times_ms->connect;
  CHECK(connect->min.digits == 123456);
  CHECK(connect->mean.digits == 12345);
  CHECK(connect->sd->text() == "1234.5");
  CHECK(connect->median->digits == 1234567);
  CHECK(connect->max.digits == 12345678);
  CHECK(report.connection_times_ms->processing->max.digits == 58);
  CHECK(report.percentiles_ms->at(50)->digits == 36);
  CHECK(report.percentiles_ms->at(99)->digits == 1234567);
  CHECK(report.unparsed.empty());
}

TEST_CASE("another banner may bring another prefix") {
  const auto report_behind = [](const std::string& prefix) {
    return prefix + "This is ApacheBench, Version 2.3 <$Revision$>\n" + prefix +
           "Benchmarking localhost (be patient)...\n" + prefix + "Server Hostname:        localhost\n" +
           prefix + "Complete requests:      10\n";
  };
  std::string text;
  std::size_t written = 0;
  for (const char* const prefix :
       {"> ", "2024-05-01T10:33:00.123Z ", "web_1  | ", "[08:52:34] ", "    ", "> > "}) {
    text += report_behind(prefix);
    ++written;
  }
  const std::vector<Report> reports = read_reports(text, "paste.txt");
  REQUIRE(reports.size() == written);
  for (const Report& report : reports) {
    CHECK(report.ab.version == "2.3");
    CHECK(report.requests.complete == 10);
    CHECK(report.source.last_line == report.source.first_line + 3);
    CHECK(report.unparsed.empty());
  }
}

TEST_CASE("a line of the run before may stand in front of a banner") {
  const Report report = only_report(
      "Benchmarking localhost (be patient)...This is ApacheBench, Version 2.3 <$Revision$>\n"
      "Server Hostname:        localhost\nComplete requests:      10\n");
  CHECK(report.ab.version == "2.3");
  CHECK_FALSE(report.benchmarking.host);
}

TEST_CASE("blanks between two CRs wipe the line, unless CRs end lines") {
  const std::string lines =
      "Benchmarking 127.0.0.1 (be patient)...\r        \rServer Software:        tiny/1.0\n"
      "Server Hostname:        127.0.0.1\nComplete requests:      10\n";
  const Report wiped = only_report("This is ApacheBench, Version 1.1\n" + lines);
  CHECK(wiped.benchmarking.host == "127.0.0.1");
  CHECK(wiped.server.software == "tiny/1.0");
  CHECK(wiped.source.last_line == 4);
  const Report ended = only_report(lines);
  CHECK(ended.server.software == "tiny/1.0");
  CHECK(ended.source.last_line == 5);
}
