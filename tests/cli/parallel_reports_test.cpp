#include "cli/parallel_reports.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <abstat/report_lines.hpp>
#include <abstat/report_reader.hpp>

using abstat::ExitCode;
using abstat::InputCounts;
using abstat::InputFile;
using abstat::InputProblem;
using abstat::InputSink;
using abstat::ParallelReports;
using abstat::PieceText;
using abstat::Problem;
using abstat::Report;
using abstat::ReportPrinting;
using abstat::ReportReader;

namespace {

namespace fs = std::filesystem;

// Logs of every version and mode, dumps of ab -v and aborted runs among them.
std::vector<std::string> genuine_logs() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(ABSTAT_SOURCE_DIR "/tests/parser/golden")) {
    if (entry.is_regular_file() && entry.path().extension() != ".expected") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> logs;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    logs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return logs;
}

// Everything a report holds, the lines where its figures stand among it.
void print(std::string& text, const Report& report) {
  abstat::append_json(text, report);
  std::array<std::size_t, sizeof(report.lines) / sizeof(std::size_t)> lines{};
  std::memcpy(lines.data(), &report.lines, sizeof(report.lines));
  text += fmt::format("{} {}-{}\n", fmt::join(lines, " "), report.source.first_line, report.source.last_line);
}

struct Found {
  std::string text;
  std::vector<InputProblem> problems;
  std::size_t reports = 0;
};

Found read_by_one(const std::string& text) {
  Found found;
  ReportReader reader(
      "log",
      [&](Report&& report) {
        ++found.reports;
        print(found.text, report);
      },
      [&](Problem&& problem) {
        found.problems.push_back({ExitCode::ok, std::move(problem)});
      });
  reader.feed(text);
  reader.finish();
  return found;
}

Found read_by(unsigned threads, std::string_view text, std::size_t piece_bytes) {
  Found found;
  const ReportPrinting printing{threads, print, "", [&](std::string_view more) { found.text += more; }};
  InputSink sink;
  sink.problem = [&](InputProblem&& problem) { found.problems.push_back(std::move(problem)); };
  sink.printing = &printing;
  InputCounts counts;
  const InputFile file{"log", "", "", "", {}};
  const std::size_t all = text.size();
  const auto more = [&](PieceText& piece) {
    piece.append(text.substr(0, 1000));
    text.remove_prefix(std::min<std::size_t>(1000, text.size()));
    return !text.empty();
  };
  found.reports = ParallelReports(file, sink, counts, piece_bytes).read("", 1, more);
  CHECK(counts.bytes == all);
  CHECK(counts.total_reports() == found.reports);
  return found;
}

void check_same(const std::string& text, std::size_t piece_bytes) {
  const Found expected = read_by_one(text);
  const Found found = read_by(3, text, piece_bytes);
  CHECK(found.reports == expected.reports);
  CHECK((found.text == expected.text));
  CHECK(found.problems == expected.problems);
}

}  // namespace

TEST_CASE("logs of every version in any order are read by several threads as by one") {
  std::vector<std::string> logs = genuine_logs();
  REQUIRE(logs.size() >= 100);
  std::mt19937 order(GENERATE(1U, 2U, 3U, 4U));  // NOLINT: the same orders every time
  for (int round = 0; round < 3; ++round) {
    std::shuffle(logs.begin(), logs.end(), order);
    std::string text;
    for (const std::string& log : logs) text += log;
    for (const std::size_t piece_bytes : {500U, 3000U, 50000U}) check_same(text, piece_bytes);
  }
}

TEST_CASE("line numbers and problems behind a line that is too long are those of the whole text") {
  const std::string log = genuine_logs().front();
  check_same(log + std::string(100000, 'x') + "\n" + log + std::string(70000, 'y') + "\n" + log + log, 2000);
}

TEST_CASE("a text without a banner is read by several threads as by one") {
  std::string text;
  for (int i = 0; i < 2000; ++i)
    text += "Complete requests:      " + std::to_string(i) + "\nFailed requests:        0\n";
  check_same(text, 1000);
}

TEST_CASE("a carriage return in front of the first line feed of a piece ends no line there either") {
  const std::string log = genuine_logs().front();
  std::string text;
  for (int i = 0; i < 20; ++i) text += "This is ApacheBench, Version 2.3 <$Revision: 1 $>\rwords\n" + log;
  check_same(text, 1000);
}

TEST_CASE("a report beginning that stands far behind the first is found") {
  const std::string log = genuine_logs().front();
  check_same(log + std::string(5000, '\n') + log + log, 1000);
}

TEST_CASE("an empty text has no reports") {
  CHECK(read_by(2, "", 1000).reports == 0);
}
