// One document whose every name is an attack, through every command and format: text of the input never
// becomes formula, markup, control sequence or command of the output.
#include "cli/run.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <charconv>
#include <fmt/format.h>
#include <rapidjson/document.h>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <abstat/display_text.hpp>

namespace {

// What a stack, a server and a path may be called by somebody who means harm.
const std::vector<std::string> attacks = {
    "=cmd|' /C calc'!A0",
    "+SUM(1)",
    "@import",
    "-1+1",
    "a | b",
    "`code` | c",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "\x1b[2J\x1b]0;title\x07",
    "\u202egnp.exe\u2066",
    "\u200bhidden\u0085line\u2028",
    "::error file=a::injected",
    "%0A::warning::injected",
    "##[error]injected",
    "</details>",
    "invalid \xff\xfe\xc0\xaf bytes",
    "\xef\xbc\x9dHYPERLINK(1)",
    "-->",
    "<!-- abstat: expect -->",
    "a\\|b\\",
    "&lt;b&gt;&amp;",
};

std::string report_of(std::string_view attack, int number) {
  return fmt::format(
      "Server Software:        {0}\nServer Hostname:        {0}\nServer Port:            80\n\n"
      "Document Path:          /{0}\nDocument Length:        5 bytes\n\nConcurrency Level:      10\n"
      "Time taken for tests:   1.250 seconds\nComplete requests:      1000\nFailed requests:        {1}\n"
      "   (Connect: 0, Receive: 0, Length: {1}, Exceptions: 0)\nTotal transferred:      150000 bytes\n"
      "HTML transferred:       5000 bytes\nRequests per second:    {2}.00 [#/sec] (mean)\n"
      "Time per request:       12.500 [ms] (mean)\n"
      "Time per request:       1.250 [ms] (mean, across all concurrent requests)\n"
      "Transfer rate:          117.19 [Kbytes/sec] received\n{0} is a line of no report\n",
      attack, number, 800 + number);
}

std::string hostile_document() {
  std::string text;
  int number = 0;
  for (const std::string& attack : attacks) {
    text += fmt::format("# {}\n\n```\n$ ab -n 1000 -c 10 'http://h/{}'\n{}```\n\n", attack, attack,
                        report_of(attack, number++));
    text += fmt::format("- {} did {} requests per second and is 2x faster than {}\n\n", attack, 900 + number,
                        attacks.front());
  }
  return text;
}

struct Printed {
  abstat::ExitCode code;
  std::string out;
  std::string err;
};

Printed run_on_hostile_document(const std::string& command, const std::string& format) {
  std::istringstream in(hostile_document());
  std::ostringstream out;
  std::ostringstream err;
  abstat::Streams io{in, out, err};
  // The missing file's name is part of a message.
  const std::vector<std::string> args{command, "-", "missing\x1b[31m\u202e\xff", "-f", format};
  const abstat::ExitCode code = abstat::run(args, io);
  return {code, out.str(), err.str()};
}

const std::vector<std::string> commands = {"convert", "compare", "rank", "check", "audit", "report"};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void check_is_harmless_text(const std::string& text) {
  for (const std::string& line : lines_of(text)) {
    INFO(line);
    CHECK(abstat::visible(line) == line);
  }
}

// The runner takes a line for a command when it begins so, blanks aside; and, since its first version, when
// ##[ stands anywhere.
bool is_github_command(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(' ');
  return begin != std::string_view::npos && line.substr(begin, 2) == "::";
}

// Cells of CSV by RFC 4180.
std::vector<std::string> cells_of(const std::string& csv) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : csv) {
    if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
      cells.emplace_back();
    } else {
      cells.back().push_back(c);
    }
  }
  return cells;
}

bool is_number(const std::string& cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc{} && end == cell.data() + cell.size();
}

bool is_json(const std::string& text) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str(), text.size());
  return !json.HasParseError();
}

std::size_t unescaped_pipes(std::string_view row) {
  std::size_t pipes = 0;
  bool escaped = false;
  for (const char c : row) {
    if (c == '|' && !escaped) ++pipes;
    escaped = c == '\\' && !escaped;
  }
  return pipes;
}

}  // namespace

TEST_CASE("a hostile document moves no cursor and reorders no text, on stdout and on stderr") {
  for (const std::string& command : commands) {
    for (const char* format : {"text", "markdown"}) {
      INFO("abstat " << command << " -f " << format);
      const Printed printed = run_on_hostile_document(command, format);
      CHECK_FALSE(printed.out.empty());
      check_is_harmless_text(printed.out);
      check_is_harmless_text(printed.err);
      for (const std::string& line : lines_of(printed.out + printed.err)) {
        INFO(line);
        CHECK_FALSE(is_github_command(line));
        CHECK(line.find("##[") == std::string::npos);
      }
    }
  }
}

TEST_CASE("no cell of CSV is a formula, whatever the document names its stacks") {
  for (const std::string& command : commands) {
    INFO("abstat " << command);
    const Printed printed = run_on_hostile_document(command, "csv");
    CHECK_FALSE(printed.out.empty());
    CHECK(abstat::valid_utf8(printed.out) == printed.out);
    for (const std::string& cell : cells_of(printed.out)) {
      INFO(cell);
      const bool looks_like_formula =
          !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos;
      CHECK((!looks_like_formula || is_number(cell)));
      CHECK(cell.rfind("\xef\xbc\x9d", 0) == std::string::npos);
    }
  }
}

TEST_CASE("every row of a markdown table keeps its columns, and no markup of the document survives") {
  for (const std::string& command : commands) {
    INFO("abstat " << command);
    const std::vector<std::string> lines = lines_of(run_on_hostile_document(command, "markdown").out);
    std::size_t columns = 0;
    for (const std::string& line : lines) {
      INFO(line);
      const bool row = !line.empty() && line.front() == '|';
      if (row && columns == 0) columns = unescaped_pipes(line);
      if (row) CHECK(unescaped_pipes(line) == columns);
      if (!row) columns = 0;
      for (const char* markup :
           {"<script", "<img", "</details", "<!--", "](javascript:", "](http:", "`code"}) {
        const std::size_t at = line.find(markup);
        CHECK((at == std::string::npos || (at > 0 && line[at - 1] == '\\')));
      }
    }
  }
}

TEST_CASE("JSON of every kind of a hostile document is valid, in UTF-8, and safe to print") {
  const std::vector<std::pair<const char*, const char*>> outputs{
      {"convert", "json"}, {"compare", "json"},
      {"rank", "json"},    {"check", "json"},
      {"audit", "json"},   {"report", "json"},
      {"check", "sarif"},  {"audit", "sarif"},
      {"rank", "bmf"},     {"rank", "github-action-benchmark"}};
  for (const auto& [command, format] : outputs) {
    INFO("abstat " << command << " -f " << format);
    const Printed printed = run_on_hostile_document(command, format);
    CHECK(is_json(printed.out));
    check_is_harmless_text(printed.out);
  }
}

TEST_CASE("every line of NDJSON stands for itself") {
  for (const std::string& line : lines_of(run_on_hostile_document("convert", "ndjson").out)) {
    INFO(line);
    CHECK(is_json(line));
    CHECK(abstat::visible(line) == line);
  }
}

TEST_CASE("neither XML nor HTML has an element of the document's") {
  for (const auto& [command, format] : {std::pair{"check", "junit"}, {"report", "html"}}) {
    INFO("abstat " << command << " -f " << format);
    const std::string out = run_on_hostile_document(command, format).out;
    CHECK_FALSE(out.empty());
    CHECK(abstat::valid_utf8(out) == out);
    check_is_harmless_text(out);
    for (const char* markup : {"<script", "<img", "<b>", "\"javascript:", "\"http://evil", "\"\"><"}) {
      INFO(markup);
      CHECK(out.find(markup) == std::string::npos);
    }
  }
}

TEST_CASE("a name of the document ends no field and no line of a measurement") {
  for (const std::string& line : lines_of(run_on_hostile_document("convert", "gobench").out)) {
    INFO(line);
    CHECK((line.rfind("Unit ", 0) == 0 || line.rfind("BenchmarkAb/stack=", 0) == 0));
    // BENCHMARK ROUNDS VALUE UNIT ...
    if (line.rfind("Unit ", 0) != 0) CHECK(std::count(line.begin(), line.end(), ' ') % 2 == 1);
  }
  for (const std::string& line : lines_of(run_on_hostile_document("rank", "prometheus").out)) {
    INFO(line);
    CHECK((line.rfind("# HELP abstat_", 0) == 0 || line.rfind("# TYPE abstat_", 0) == 0 ||
           line.rfind("abstat_", 0) == 0));
    if (line.front() != '#') CHECK(is_number(line.substr(line.rfind(' ') + 1)));
  }
}

TEST_CASE("GitHub takes no command from the document") {
  for (const char* command : {"check", "audit", "compare"}) {
    INFO("abstat " << command);
    const Printed printed = run_on_hostile_document(command, "github");
    check_is_harmless_text(printed.out);
    for (const std::string& line : lines_of(printed.out)) {
      INFO(line);
      CHECK((!is_github_command(line) || line.rfind("::error ", 0) == 0 || line.rfind("::warning ", 0) == 0 ||
             line.rfind("::notice ", 0) == 0));
      CHECK(line.find("##[") == std::string::npos);
    }
  }
}
