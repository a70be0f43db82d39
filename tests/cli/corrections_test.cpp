#include "cli/run.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <sys/stat.h>
#include <vector>

namespace {

using abstat::ExitCode;

const std::string reports =
    "## sync\n\n```\nConcurrency Level:      100\nTime taken for tests:   0.242 seconds\n"
    "Complete requests:      1000\nFailed requests:        0\n"
    "Requests per second:    4128.32 [#/sec] (mean)\n```\n\n"
    "## gevent\n\n```\nConcurrency Level:      100\nTime taken for tests:   0.415 seconds\n"
    "Complete requests:      1000\nFailed requests:        0\n"
    "Requests per second:    2408.06 [#/sec] (mean)\n```\n";

struct Ran {
  ExitCode exit_code;
  std::string out;
  std::string err;
};

Ran run(const std::vector<std::string>& args, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  abstat::Streams io{in, out, err};
  const ExitCode exit_code = abstat::run(args, io);
  return {exit_code, out.str(), err.str()};
}

std::string contents_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string with_carriage_returns(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return result;
}

}  // namespace

TEST_CASE("check --write corrects the file in place and then finds it true") {
  const abstat::testing::TemporaryFolder folder;
  const std::string note = folder.write("note.md", "# N\n\nsync does 4,218 req/s.\n\n" + reports);
  CHECK(run({"check", note}).exit_code == ExitCode::judged_wrong);
  const Ran ran = run({"check", note, "--write"});
  CHECK(ran.exit_code == ExitCode::ok);
  CHECK(ran.err == "abstat: " + note + ": 1 number and 0 tables corrected\n");
  CHECK(contents_of(note) == "# N\n\nsync does 4,128 req/s.\n\n" + reports);
}

TEST_CASE("check --write keeps permissions, line ends and the byte order mark") {
  const abstat::testing::TemporaryFolder folder;
  const std::string text = "\xEF\xBB\xBF" + with_carriage_returns("sync does 4,218 req/s.\n\n" + reports);
  const std::string note = folder.write("note.md", text);
  REQUIRE(chmod(note.c_str(), 0640) == 0);
  CHECK(run({"check", note, "--write"}).exit_code == ExitCode::ok);
  std::string corrected = text;
  corrected.replace(corrected.find("4,218"), 5, "4,128");
  CHECK(contents_of(note) == corrected);
  struct stat status {};
  REQUIRE(stat(note.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0640U);
}

TEST_CASE("a true document is not touched") {
  const abstat::testing::TemporaryFolder folder;
  const std::string note = folder.write("note.md", "sync does 4,128 req/s.\n\n" + reports);
  CHECK(run({"check", note, "--write"}).err.empty());
  CHECK(run({"check", note, "--suggest"}).out.empty());
}

TEST_CASE("standard input and other encodings cannot be rewritten, and are left as they are") {
  const abstat::testing::TemporaryFolder folder;
  std::string utf16 = "\xFF\xFE";
  for (const char c : "sync does 4,218 req/s.\n\n" + reports) utf16 += std::string(1, c) + '\0';
  const std::string note = folder.write("note.md", utf16);
  const Ran ran = run({"check", note, "--write"});
  CHECK(ran.exit_code == ExitCode::io);
  CHECK(ran.err.find("expected a file that can be rewritten") != std::string::npos);
  CHECK(contents_of(note) == utf16);
  CHECK(run({"check", "-", "--write"}, "sync does 4,218 req/s.\n\n" + reports).exit_code == ExitCode::io);
}

TEST_CASE("a stale table is wrong until render has written it") {
  const abstat::testing::TemporaryFolder folder;
  const std::string marks = "<!-- abstat:begin rank -->\n<!-- abstat:end -->\n\n";
  const std::string note = folder.write("note.md", marks + reports);
  CHECK(run({"check", note}).exit_code == ExitCode::judged_wrong);
  const Ran printed = run({"render", note});
  CHECK(printed.exit_code == ExitCode::ok);
  CHECK(contents_of(note) == marks + reports);
  CHECK(run({"render", note, "--write"}).exit_code == ExitCode::ok);
  CHECK(contents_of(note) == printed.out);
  CHECK(run({"check", note}).exit_code == ExitCode::ok);
}

TEST_CASE("a document without marks, or with a mark nobody knows, cannot be rendered") {
  const abstat::testing::TemporaryFolder folder;
  const std::string plain = folder.write("plain.md", reports);
  const std::string podium =
      folder.write("podium.md", "<!-- abstat:begin podium -->\n<!-- abstat:end -->\n\n" + reports);
  CHECK(run({"render", plain}).exit_code == ExitCode::cannot_judge);
  CHECK(run({"render", podium}).exit_code == ExitCode::cannot_judge);
  CHECK(run({"render", plain, podium}).exit_code == ExitCode::usage);
}

TEST_CASE("a comment that does not parse is an error with its column") {
  const abstat::testing::TemporaryFolder folder;
  const std::string note =
      folder.write("note.md", "<!-- abstat: expect speedup(\"sync\" >= 1.3 -->\n\n" + reports);
  const Ran ran = run({"check", note});
  CHECK(ran.exit_code == ExitCode::cannot_judge);
  CHECK(ran.err.find(note + ":1:36: expected \")\"") != std::string::npos);
}
