// What holds for every report, whatever its values, its era and what people did to its text.
#include "parser/ab_printer.hpp"
#include "parser/made_up_report.hpp"
#include "parser/report_dump.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <functional>
#include <rapidcheck.h>

#include <abstat/report_reader.hpp>

using abstat::read_reports;
using abstat::Report;

namespace {

// Without what depends on the place in the text. The era is told from the lines, which may fit several.
Report values_of(Report report) {
  report.source = {};
  report.lines = {};
  report.era = abstat::AbEra::unknown;
  report.corrections.clear();
  report.unparsed.clear();
  return report;
}

std::vector<Report> values_of(std::vector<Report> reports) {
  for (Report& report : reports) report = values_of(std::move(report));
  return reports;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

using Decoration = std::function<std::string(std::size_t number, const std::string& line)>;

std::string decorated(const std::string& text, const Decoration& decorate) {
  std::string result;
  std::size_t number = 0;
  for (const std::string& line : lines_of(text)) result += decorate(++number, line) + "\n";
  return result;
}

bool is_blank(const std::string& line) {
  return line.find_first_not_of(" \t\r") == std::string::npos;
}

std::string replaced(const std::string& text, std::string_view from, std::string_view to) {
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, begin)) {
    result += text.substr(begin, at - begin) + std::string(to);
    begin = at + from.size();
  }
  return result + text.substr(begin);
}

const std::vector<Decoration>& decorations() {
  using Line = const std::string&;
  static const std::vector<Decoration> all{
      [](std::size_t, Line line) { return "    " + line; },
      [](std::size_t, Line line) { return "\t" + line; },
      [](std::size_t, Line line) { return "> " + line; },
      [](std::size_t, Line line) { return is_blank(line) ? std::string(">") : "> " + line; },
      [](std::size_t, Line line) { return is_blank(line) ? line : "- " + line; },
      [](std::size_t, Line line) { return is_blank(line) ? line : "* " + line; },
      [](std::size_t number, Line line) {
        return is_blank(line) ? line : fmt::format("{}. {}", number, line);
      },
      [](std::size_t, Line line) { return is_blank(line) ? line : "- ##### " + line; },
      [](std::size_t, Line line) { return "# " + line; },
      [](std::size_t, Line line) { return "// " + line; },
      [](std::size_t, Line line) { return " * " + line; },
      [](std::size_t, Line line) { return "-- " + line; },
      [](std::size_t, Line line) { return line + "<br/>"; },
      [](std::size_t, Line line) { return line + "  "; },
      [](std::size_t, Line line) { return line + "\r"; },
      [](std::size_t, Line line) { return "\x1b[32m" + line + "\x1b[0m"; },
      [](std::size_t, Line line) { return "web_1  | " + line; },
      [](std::size_t number, Line line) {
        return fmt::format("2026-11-23T08:52:{:02}.123Z {}", number % 60, line);
      },
      [](std::size_t number, Line line) {
        return fmt::format("Nov 23 08:52:{:02} host ab[99]: {}", number % 60, line);
      },
      [](std::size_t number, Line line) { return fmt::format("{}:{}", number, line); },
      [](std::size_t number, Line line) { return fmt::format("{:6}\t{}", number, line); },
      [](std::size_t number, Line line) {
        return fmt::format("[{:12.6f}] {}", 3.7 * static_cast<double>(number), line);
      },
      [](std::size_t, Line line) { return "+" + line; },
      [](std::size_t, Line line) { return "; " + line; },
      [](std::size_t, Line line) { return "REM " + line; },
      [](std::size_t, Line line) { return "│ " + line + "     │"; },
      [](std::size_t, Line line) { return "<li>" + line + "</li>"; },
      [](std::size_t, Line line) { return replaced(line, " ", "\xc2\xa0"); },
      [](std::size_t, Line line) { return replaced(line, "  ", "&nbsp; "); },
      [](std::size_t, Line line) { return replaced(replaced(line, "<", "&lt;"), ">", "&gt;"); },
      [](std::size_t, Line line) { return replaced(replaced(line, "[", "\\["), "]", "\\]"); },
  };
  return all;
}

std::string markdown(const std::string& text) {
  return "# Results\n\nab says:\n\n```text\n" + text + "```\n\nThat is fast.\n";
}

}  // namespace

TEST_CASE("a report in the layout of any era reads back as it was made up") {
  CHECK(rc::check([] {
    const Report report = *abstat::made_up_report();
    const std::vector<Report> read = read_reports(print_as_ab(report), "made-up.log");
    RC_ASSERT(read.size() == std::size_t{1});
    RC_ASSERT(values_of(read.front()) == values_of(report));
    RC_ASSERT(read.front().era == report.era || read.front().era == abstat::AbEra::unknown);
    RC_ASSERT(read.front().unparsed.empty());
  }));
}

TEST_CASE("what decorates the lines of a report changes nothing") {
  CHECK(rc::check([] {
    const std::string text = print_as_ab(*abstat::made_up_report());
    const std::size_t which = *rc::gen::inRange<std::size_t>(0, decorations().size());
    const std::vector<Report> plain = values_of(read_reports(text, "made-up.log"));
    const std::vector<Report> read = read_reports(decorated(text, decorations().at(which)), "made-up.log");
    RC_LOG() << "decoration " << which << "\n";
    RC_ASSERT(values_of(read) == plain);
    RC_ASSERT(read.front().unparsed.empty());
  }));
}

TEST_CASE("a report in the middle of a document is read as if it stood alone") {
  CHECK(rc::check([] {
    const std::string text = print_as_ab(*abstat::made_up_report());
    RC_ASSERT(values_of(read_reports(markdown(text), "note.md")) == values_of(read_reports(text, "note.md")));
  }));
}

TEST_CASE("reports one after the other do not mix") {
  CHECK(rc::check([] {
    const auto reports = *rc::gen::container<std::vector<Report>>(3, abstat::made_up_report());
    const std::string between =
        *rc::gen::element<std::string>("", "\n", "\n\nprose\n\n", "## next\n", "---\n");
    std::string text;
    std::vector<Report> expected;
    for (const Report& report : reports) {
      text += print_as_ab(report) + between;
      expected.push_back(values_of(report));
    }
    RC_ASSERT(values_of(read_reports(text, "made-up.log")) == expected);
  }));
}

TEST_CASE("an excerpt that begins at any line has only values of the whole report") {
  CHECK(rc::check([] {
    const std::string text = print_as_ab(*abstat::made_up_report());
    const std::vector<std::string> lines = lines_of(text);
    const std::size_t first = *rc::gen::inRange<std::size_t>(0, lines.size());
    std::string excerpt;
    for (std::size_t i = first; i < lines.size(); ++i) excerpt += lines[i] + "\n";
    const std::string whole = dump(read_reports(text, "made-up.log"));
    for (const Report& report : read_reports(excerpt, "made-up.log")) {
      for (const std::string& value : lines_of(dump(values_of(report)))) {
        if (value.starts_with("status") || value.starts_with("lines") || value.starts_with("at:")) continue;
        if (value.starts_with("era") || value.starts_with("progress")) continue;
        RC_LOG() << value << "\n";
        RC_ASSERT(whole.find("\n" + value + "\n") != std::string::npos);
      }
    }
  }));
}

TEST_CASE("a report that is cut off at any byte has only values of the whole one, or says that it is cut") {
  CHECK(rc::check([] {
    const std::string text = print_as_ab(*abstat::made_up_report());
    const std::size_t size = *rc::gen::inRange<std::size_t>(0, text.size());
    const std::string whole = dump(read_reports(text, "made-up.log"));
    const std::vector<Report> read = read_reports(text.substr(0, size), "made-up.log");
    RC_ASSERT(read.size() <= std::size_t{1});
    if (read.empty() || read.front().status == abstat::ReportStatus::truncated) return;
    for (const std::string& value : lines_of(dump(values_of(read.front())))) {
      if (value.starts_with("status") || value.starts_with("lines") || value.starts_with("at:")) continue;
      if (value.starts_with("era") || value.starts_with("progress.completed")) continue;
      RC_LOG() << value << "\n";
      RC_ASSERT(whole.find("\n" + value + "\n") != std::string::npos);
    }
  }));
}

TEST_CASE("a stream cut into any pieces is read as a whole one") {
  CHECK(rc::check([] {
    const std::size_t which = *rc::gen::inRange<std::size_t>(0, decorations().size());
    const std::string text = decorated(print_as_ab(*abstat::made_up_report()), decorations().at(which));
    std::vector<Report> reports;
    abstat::ReportReader reader("made-up.log",
                                [&](Report&& report) { reports.push_back(std::move(report)); });
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::size_t size = *rc::gen::inRange<std::size_t>(1, 200);
      reader.feed(rest.substr(0, size));
      rest.remove_prefix(std::min(size, rest.size()));
    }
    reader.finish();
    RC_ASSERT(reports == read_reports(text, "made-up.log"));
  }));
}

TEST_CASE("a line that ab never prints, inside a report, is unparsed and changes nothing else") {
  CHECK(rc::check([] {
    const std::string text = print_as_ab(*abstat::made_up_report());
    const std::vector<std::string> lines = lines_of(text);
    const std::size_t at = *rc::gen::inRange<std::size_t>(1, lines.size());
    const auto* strange = *rc::gen::element<const char*>(
        "GC pause of 12 ms", "Requests per minute:    12", "127.0.0.1 - - \"GET / HTTP/1.0\" 200 4",
        "50% of all", "Total: none", "Completed nothing",
        "Time per request:       12 [h] (mean, across all concurrent requests)");
    std::string foreign;
    for (std::size_t i = 0; i < lines.size(); ++i)
      foreign += (i == at ? std::string(strange) + "\n" : "") + lines[i] + "\n";
    const std::vector<Report> read = read_reports(foreign, "made-up.log");
    RC_LOG() << strange << " in line " << at + 1 << "\n";
    RC_ASSERT(values_of(read) == values_of(read_reports(text, "made-up.log")));
    RC_ASSERT(read.front().unparsed.size() == std::size_t{1});
    RC_ASSERT(read.front().unparsed.front() == (abstat::UnparsedLine{at + 1, strange}));
  }));
}
