#include "analysis/json_writer.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <map>
#include <rapidjson/document.h>
#include <string>

#include <abstat/json.hpp>
#include <abstat/report_lines.hpp>

using abstat::json_string;

TEST_CASE("strings are escaped so that neither JSON nor a terminal is misled") {
  CHECK(json_string("a\"b\\c\n") == "\"a\\\"b\\\\c\\n\"");
  CHECK(json_string("\x1b[1m\x7f") == "\"\\u001b[1m\\u007f\"");
  CHECK(json_string("\xc2\x9b\u202e\u2028") == "\"\\u009b\\u202e\\u2028\"");
  CHECK(json_string("\xf3\xa0\x81\x81") == "\"\\udb40\\udc41\"");
  CHECK(json_string("服务器") == "\"服务器\"");
  CHECK(json_string("\xff") == "\"\ufffd\"");
}

TEST_CASE("figures keep the digits that ab printed") {
  abstat::TextBlock block;
  abstat::JsonWriter json(block);
  json.begin_object();
  json.field("rps", abstat::Figure{127980, 2});
  json.field("sd", abstat::Figure{9, 1});
  json.field("odd", abstat::Figure{0, 0, abstat::FigureKind::infinite, false});
  json.field("computed", 0.1);
  json.field("impossible", std::numeric_limits<double>::quiet_NaN());
  json.field("absent", std::optional<abstat::Figure>{});
  json.end_object();
  CHECK(json.text() ==
        R"({"rps":1279.80,"sd":0.9,"odd":"inf","computed":0.1,"impossible":null,"absent":null})");
}

TEST_CASE("an absent line is null and never 0") {
  rapidjson::Document report;
  report.Parse(json_of(abstat::Report{}));
  REQUIRE(report.IsObject());
  CHECK(report["tls"].IsNull());
  CHECK(report["time_taken_s"].IsNull());
  CHECK(report["requests"]["failed_breakdown"].IsNull());
  CHECK(report["bytes"]["total"].IsNull());
  CHECK(report["transfer_rate_kib_s"]["received"].IsNull());
  CHECK(report["percentiles_ms"].IsNull());
  CHECK(report["ab_warnings"].Empty());
  CHECK(report["document"]["length_variable"].IsFalse());
}

TEST_CASE("names that need escaping are escaped") {
  abstat::TextBlock block;
  abstat::JsonWriter json(block);
  json.begin_object();
  json.counts("skipped", std::map<std::string, std::size_t>{{"a\"b", 2}});
  json.end_object();
  CHECK(json.text() == R"({"skipped":{"a\"b":2}})");
}

TEST_CASE("fields and texts of any length come one after the other") {
  abstat::Report report;
  for (std::size_t size = 0; size < 3000; size = size * 2 + 5) {
    report.messages.push_back(std::string(size, 'x'));
    report.unparsed.push_back({size, std::string(size, '"')});
  }
  report.document.path = std::string(1021, '/');
  std::string text = "{\"first\":1}\n";
  abstat::append_json(text, report);
  REQUIRE(text.substr(0, 12) == "{\"first\":1}\n");
  rapidjson::Document read;
  read.Parse(text.c_str() + 12);
  REQUIRE_FALSE(read.HasParseError());
  CHECK(read["document"]["path"].GetString() == report.document.path);
  REQUIRE(read["messages"].Size() == report.messages.size());
  for (rapidjson::SizeType i = 0; i < read["messages"].Size(); ++i) {
    CHECK(read["messages"][i].GetString() == report.messages[i]);
    CHECK(read["unparsed"][i]["text"].GetString() == report.unparsed[i].text);
  }
}
