// Runs the built command on every case under tests/golden: `args` as a shell reads them, optional `stdin`, in
// the case's folder `inputs` when there is one and in the source tree otherwise; what it prints and how it
// ends must be what `stdout`, `stderr` and `exit` say. A failing case leaves stdout.got and stderr.got beside
// them; ABSTAT_UPDATE_GOLDEN=1 takes them over.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string contents_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string without_last_line_end(std::string text) {
  if (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(fs::path(ABSTAT_SOURCE_DIR) / "tests/golden")) {
    if (entry.is_directory()) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

struct Ran {
  fs::path out;
  fs::path err;
  int exit;
};

Ran run_case(const fs::path& folder) {
  const fs::path inputs = folder / "inputs";
  const fs::path where = fs::exists(inputs) ? inputs : fs::path(ABSTAT_SOURCE_DIR);
  const fs::path stdin_file = fs::exists(folder / "stdin") ? folder / "stdin" : fs::path("/dev/null");
  Ran ran{folder / "stdout.got", folder / "stderr.got", 0};
  const std::string command = fmt::format("cd '{}' && '{}' {} < '{}' > '{}' 2> '{}'", where.string(),
                                          ABSTAT_COMMAND, without_last_line_end(contents_of(folder / "args")),
                                          stdin_file.string(), ran.out.string(), ran.err.string());
  const int status = std::system(command.c_str());
  ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

bool updating() {
  const char* asked = std::getenv("ABSTAT_UPDATE_GOLDEN");
  return asked != nullptr && *asked == '1';
}

void take_over(const fs::path& got, const fs::path& expected) {
  if (contents_of(got).empty()) {
    fs::remove(expected);
  } else {
    fs::copy_file(got, expected, fs::copy_options::overwrite_existing);
  }
}

// Empty when both are alike; otherwise what diff shows.
std::string difference(const fs::path& expected, const fs::path& got) {
  if (contents_of(expected) == contents_of(got)) return {};
  const fs::path listing = got.string() + ".diff";
  const std::string command =
      fmt::format("diff -u '{}' '{}' > '{}' 2>&1", fs::exists(expected) ? expected.string() : "/dev/null",
                  got.string(), listing.string());
  const int status = std::system(command.c_str());
  std::string shown = contents_of(listing);
  fs::remove(listing);
  return shown.empty() ? fmt::format("diff ended with {}", status) : shown;
}

}  // namespace

TEST_CASE("every command prints what its golden case says", "[golden]") {
  const std::vector<fs::path> all = cases();
  REQUIRE(all.size() > 20);
  for (const fs::path& folder : all) {
    INFO("case " << folder.filename().string() << ": abstat " << contents_of(folder / "args"));
    const Ran ran = run_case(folder);
    if (updating()) {
      take_over(ran.out, folder / "stdout");
      take_over(ran.err, folder / "stderr");
      std::ofstream(folder / "exit") << ran.exit << "\n";
    }
    const std::string expected_exit = contents_of(folder / "exit");
    CHECK(difference(folder / "stdout", ran.out) == "");
    CHECK(difference(folder / "stderr", ran.err) == "");
    CHECK(fmt::format("{}\n", ran.exit) == expected_exit);
    if (contents_of(folder / "stdout") == contents_of(ran.out)) fs::remove(ran.out);
    if (contents_of(folder / "stderr") == contents_of(ran.err)) fs::remove(ran.err);
  }
}
