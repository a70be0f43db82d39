#include "parser/golden_file.hpp"

#include <catch2/catch.hpp>
#include <string>

#include <abstat/input_kind.hpp>

using abstat::InputKind;
using abstat::kind_of;
using abstat::testing::content_of;

TEST_CASE("request logs and percentile files are known by their first line") {
  CHECK(kind_of(content_of("request_log/2.4.71.tsv")) == InputKind::request_log);
  CHECK(kind_of("Mon Nov  3 09:00:41 202\t1795424441370544\t0\t22\t22\t22\r\n") == InputKind::request_log);
  CHECK(kind_of(content_of("percentile_file/n10.csv")) == InputKind::percentile_file);
  CHECK(kind_of("Percentage served,Time in ms\r\n0,1\r\n") == InputKind::percentile_file);
}

TEST_CASE("an HTML report is known by its banner or a row, also behind lines of stderr") {
  CHECK(kind_of(content_of("html_report/w_html.html")) == InputKind::html);
  CHECK(kind_of("Completed 100 requests\nFinished 150 requests\n" + content_of("html_report/w_html.html")) ==
        InputKind::html);
  const std::string page = content_of("html_report/w_html.html");
  CHECK(kind_of(page.substr(page.find("<tr"))) == InputKind::html);
}

TEST_CASE("everything else is text") {
  const auto* const text =
      GENERATE("", "This is ApacheBench, Version 2.3 <$Revision: 1843412 $>\nRequests per second:  6\n",
               "<html><table><tr><th>Name</th></tr></table>\n", "0,1.000\n1,2.000\n", "starttime\tseconds\n",
               "# Notes\n\n<p>This is ApacheBench</p>\n");
  CHECK(kind_of(text) == InputKind::text);
}
