#include "parser/report_dump.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <abstat/report_reader.hpp>

namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// tests/parser/golden/NAME is an input, NAME.expected what is read from it.
std::vector<fs::path> golden_inputs() {
  std::vector<fs::path> inputs;
  for (const auto& entry : fs::recursive_directory_iterator(ABSTAT_SOURCE_DIR "/tests/parser/golden")) {
    const std::string extension = entry.path().extension();
    if (entry.is_regular_file() && extension != ".expected" && extension != ".got")
      inputs.push_back(entry.path());
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

}  // namespace

TEST_CASE("every golden log is read as it was checked by hand") {
  const std::vector<fs::path> inputs = golden_inputs();
  REQUIRE_FALSE(inputs.empty());
  for (const fs::path& input : inputs) {
    const std::string expected = content(input.string() + ".expected");
    const std::string got = dump(abstat::read_reports(content(input), input.filename()));
    if (got != expected) std::ofstream(input.string() + ".got", std::ios::binary) << got;
    INFO(input.string() << " is read as it says in its .got file");
    CHECK(got == expected);
  }
}
