#include "cli/output_file.hpp"

#include "cli/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace fs = std::filesystem;
using abstat::OutputFile;
using abstat::testing::TemporaryFolder;

namespace {

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> names_in(const TemporaryFolder& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder.path())) names.push_back(entry.path().filename());
  return names;
}

void write(const std::string& path, const std::string& text) {
  auto file = OutputFile::open(path);
  REQUIRE(file);
  (*file)->stream() << text;
  REQUIRE((*file)->commit());
}

std::string failure_of(const std::string& path) {
  const auto file = OutputFile::open(path);
  return file ? "none" : file.error().found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an output file appears whole, and only itself") {
  const TemporaryFolder folder;
  write(folder.at("out.csv"), "a,b\n");
  CHECK(content_of(folder.at("out.csv")) == "a,b\n");
  CHECK(names_in(folder) == Names{"out.csv"});
}

TEST_CASE("an output file that is not committed leaves the old one") {
  const TemporaryFolder folder;
  const std::string path = folder.write("out.csv", "old");
  {
    auto file = OutputFile::open(path);
    REQUIRE(file);
    (*file)->stream() << "new" << std::flush;
    CHECK(content_of(path) == "old");
  }
  CHECK(content_of(path) == "old");
  CHECK(names_in(folder) == Names{"out.csv"});
}

TEST_CASE("a signal while an output file is written leaves the old one and nothing else") {
  const TemporaryFolder folder;
  const std::string path = folder.write("out.csv", "old");
  const int signal = GENERATE(SIGINT, SIGTERM, SIGKILL);
  const pid_t child = fork();
  if (child == 0) {
    std::signal(signal, SIG_DFL);  // the test runner handles some itself
    auto file = OutputFile::open(path);
    if (file) (*file)->stream() << std::string(1'000'000, 'x') << std::flush;
    ::raise(signal);
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  CHECK(content_of(path) == "old");
  CHECK(names_in(folder) == Names{"out.csv"});
}

TEST_CASE("an output file keeps the permissions of the one it replaces") {
  const TemporaryFolder folder;
  const std::string path = folder.write("out.csv", "old");
  fs::permissions(path, fs::perms(0640));
  write(path, "new");
  CHECK(fs::status(path).permissions() == fs::perms(0640));
}

TEST_CASE("a symbolic link given as output stays one") {
  const TemporaryFolder folder;
  folder.write("real.csv", "old");
  fs::create_symlink("real.csv", folder.at("link.csv"));
  write(folder.at("link.csv"), "new");
  CHECK(fs::is_symlink(folder.at("link.csv")));
  CHECK(content_of(folder.at("real.csv")) == "new");
}

TEST_CASE("what cannot be written says why") {
  const TemporaryFolder folder;
  CHECK(failure_of(folder.path()) == "Is a directory");
  CHECK(failure_of(folder.at("none/out.csv")) == "No such file or directory");
}

TEST_CASE("a folder without permission cannot be written to") {
  const TemporaryFolder folder;
  fs::permissions(folder.path(), fs::perms(0755));
  const abstat::testing::OrdinaryUser user;
  CHECK(failure_of(folder.at("out.csv")) == "Permission denied");
}

TEST_CASE("a full disk is a problem when the file is committed") {
  auto file = OutputFile::open("/dev/full");
  REQUIRE(file);
  (*file)->stream() << std::string(1'000'000, 'x');
  const auto committed = (*file)->commit();
  REQUIRE_FALSE(committed);
  CHECK(committed.error().where.file == "/dev/full");
}
