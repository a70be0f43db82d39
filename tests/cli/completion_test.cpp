// Asks bash what it would complete.
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

// The completions of the last word.
std::set<std::string> completed(const std::vector<std::string>& words) {
  std::string quoted;
  for (const std::string& word : words) quoted += "'" + word + "' ";
  const std::string folder = std::filesystem::path(ABSTAT_COMMAND).parent_path().string();
  const std::string script = "export PATH='" + folder +
                             "':$PATH; . " ABSTAT_SOURCE_DIR "/cli/completions/abstat.bash; COMP_WORDS=(" +
                             quoted + "); COMP_CWORD=" + std::to_string(words.size() - 1) +
                             "; _abstat 2>/dev/null; printf \"%s\\n\" \"${COMPREPLY[@]}\"";
  std::string command = "bash -c \"";
  for (const char c : script) {
    if (c == '"' || c == '$' || c == '\\') command += '\\';
    command += c;
  }
  FILE* pipe = popen((command + "\"").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string answer;
  std::array<char, 4096> block{};
  while (const std::size_t got = fread(block.data(), 1, block.size(), pipe)) answer.append(block.data(), got);
  pclose(pipe);
  std::istringstream lines(answer);
  std::set<std::string> found;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) found.insert(line);
  }
  return found;
}

using Words = std::set<std::string>;

}  // namespace

TEST_CASE("bash completes commands") {
  CHECK(completed({"abstat", "re"}) == Words{"render", "report"});
  CHECK(completed({"abstat", "pl"}) == Words{"plan", "plot"});
  CHECK(completed({"abstat", "--v"}) == Words{"--version"});
}

TEST_CASE("bash completes the options of each command") {
  CHECK(completed({"abstat", "rank", "--me"}) == Words{"--method", "--metric"});
  CHECK(completed({"abstat", "compare", "--fail-if-s"}) == Words{"--fail-if-slower"});
  CHECK(completed({"abstat", "rank", "--fail"}).empty());
}

TEST_CASE("bash completes formats, metrics and kinds of drawings") {
  CHECK(completed({"abstat", "report", "-f", "h"}) == Words{"html"});
  CHECK(completed({"abstat", "convert", "-f", ""}) ==
        Words{"csv", "gobench", "json", "markdown", "ndjson", "sqlite", "text"});
  CHECK(completed({"abstat", "rank", "--metric", "p9"}) == Words{"p90", "p95", "p98", "p99"});
  CHECK(completed({"abstat", "rank", "--method", "p"}) == Words{"paired"});
  CHECK(completed({"abstat", "plot", "s"}) == Words{"scaling", "speedup"});
}

TEST_CASE("bash completes files where nothing else is asked for") {
  CHECK(completed({"abstat", "report", "samples/web"}) == Words{"samples/web-stacks.md"});
}
