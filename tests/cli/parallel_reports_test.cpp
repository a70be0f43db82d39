#include "cli/parallel_reports.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

using abstat::ParallelReportReader;
using abstat::Problem;
using abstat::Report;
using abstat::ReportReader;
using abstat::Workers;

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

struct Found {
  std::vector<Report> reports;
  std::vector<Problem> problems;

  ReportReader::Sink sink() {
    return [this](Report&& report) { reports.push_back(std::move(report)); };
  }
  ReportReader::Problems complaints() {
    return [this](Problem&& problem) { problems.push_back(std::move(problem)); };
  }
};

Found read_by_one(const std::string& text) {
  Found found;
  ReportReader reader("log", found.sink(), found.complaints());
  reader.feed(text);
  reader.finish();
  return found;
}

Found read_by(unsigned threads, const std::string& text, std::size_t piece_bytes) {
  Found found;
  Workers workers(threads);
  ParallelReportReader reader(workers, "log", found.sink(), found.complaints(), piece_bytes);
  for (std::size_t at = 0; at < text.size(); at += 1000) reader.feed(std::string_view(text).substr(at, 1000));
  reader.finish();
  return found;
}

void check_same(const std::string& text, std::size_t piece_bytes) {
  const Found expected = read_by_one(text);
  const Found found = read_by(3, text, piece_bytes);
  REQUIRE(found.reports.size() == expected.reports.size());
  for (std::size_t i = 0; i < expected.reports.size(); ++i) CHECK(found.reports[i] == expected.reports[i]);
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

TEST_CASE("an empty text has no reports") {
  CHECK(read_by(2, "", 1000).reports.empty());
}
