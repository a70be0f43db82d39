#include "cli/discovery.hpp"

#include "cli/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace fs = std::filesystem;
using abstat::Discovery;
using abstat::ExitCode;
using abstat::testing::TemporaryFolder;

namespace {

Discovery discover(const std::vector<std::string>& arguments) {
  return abstat::discover_inputs(arguments);
}

std::vector<std::string> paths_of(const Discovery& found, const TemporaryFolder& folder) {
  std::vector<std::string> paths;
  for (const auto& file : found.files) paths.push_back(fs::relative(file.path, folder.path()).string());
  return paths;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder is read recursively in bytewise order of the paths") {
  const TemporaryFolder folder;
  for (const char* name : {"b/02.log", "b/10.log", "a.log", "B.log", "a/01.log"}) folder.write(name, "");
  CHECK(paths_of(discover({folder.path()}), folder) ==
        Paths{"B.log", "a.log", "a/01.log", "b/02.log", "b/10.log"});
}

TEST_CASE("a slash behind a folder changes no path") {
  const TemporaryFolder folder;
  folder.write("runs/01.log", "");
  CHECK(discover({folder.at("runs/")}).files == [&] {
    auto files = discover({folder.at("runs")}).files;
    for (auto& file : files) file.folder = folder.at("runs/");
    return files;
  }());
}

TEST_CASE("hidden files and folders are not read") {
  const TemporaryFolder folder;
  for (const char* name : {".git/config", ".01.log.swp", "01.log"}) folder.write(name, "");
  CHECK(paths_of(discover({folder.path()}), folder) == Paths{"01.log"});
}

TEST_CASE("a loop of symbolic links ends") {
  const TemporaryFolder folder;
  folder.write("a/01.log", "");
  fs::create_directory_symlink(folder.path(), folder.at("a/up"));
  fs::create_directory_symlink(folder.at("self"), folder.at("self"));
  CHECK(paths_of(discover({folder.path()}), folder) == Paths{"a/01.log"});
}

TEST_CASE("a link to a file of the same folder is no second run") {
  const TemporaryFolder folder;
  folder.write("10.log", "");
  fs::create_symlink("10.log", folder.at("00-latest.log"));
  CHECK(paths_of(discover({folder.path()}), folder) == Paths{"10.log"});
}

TEST_CASE("links that lead out of the folder are followed") {
  const TemporaryFolder folder;
  folder.write("elsewhere/01.log", "");
  fs::create_directory(folder.at("runs"));
  fs::create_directory_symlink(folder.at("elsewhere"), folder.at("runs/sync"));
  CHECK(paths_of(discover({folder.at("runs")}), folder) == Paths{"elsewhere/01.log"});
  CHECK(discover({folder.at("runs")}).files.front().path == folder.at("runs/sync/01.log"));
}

TEST_CASE("a pipe in a folder is passed over, as reading it would wait forever") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  folder.write("01.log", "");
  CHECK(paths_of(discover({folder.path()}), folder) == Paths{"01.log"});
}

TEST_CASE("a pipe given itself is an input") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  CHECK(discover({folder.at("pipe")}).files.size() == 1);
}

TEST_CASE("what is missing is a problem and the rest is found") {
  const TemporaryFolder folder;
  const std::string present = folder.write("01.log", "");
  const Discovery found = discover({folder.at("none.log"), present});
  CHECK(found.files.size() == 1);
  REQUIRE(found.problems.size() == 1);
  CHECK(found.problems.front().code == ExitCode::io);
  CHECK(abstat::message_of(found.problems.front().problem) ==
        "abstat: " + folder.at("none.log") +
            ": expected a readable file or folder, found No such file or directory");
}

TEST_CASE("a folder that may not be listed is a problem") {
  const TemporaryFolder folder;
  folder.write("closed/01.log", "");
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(folder.at("closed"), fs::perms::none);
  const Discovery found = [&] {
    const abstat::testing::OrdinaryUser user;
    return discover({folder.path()});
  }();
  fs::permissions(folder.at("closed"), fs::perms::owner_all);
  REQUIRE(found.problems.size() == 1);
  CHECK(found.problems.front().problem.where.file == folder.at("closed"));
}

TEST_CASE("NAME=PATH names the stack of a file or of all files of a folder") {
  const TemporaryFolder folder;
  folder.write("runs/01.log", "");
  const Discovery found = discover({"sync=" + folder.at("runs"), "gevent=" + folder.at("runs/01.log")});
  REQUIRE(found.files.size() == 2);
  CHECK(found.files[0].stack == "sync");
  CHECK(found.files[1].stack == "gevent");
}

TEST_CASE("a file that is literally called NAME=PATH wins") {
  const TemporaryFolder folder;
  const std::string odd = folder.write("workers=4", "");
  const Discovery found = discover({odd});
  REQUIRE(found.files.size() == 1);
  CHECK(found.files.front().path == odd);
  CHECK(found.files.front().stack.empty());
}

TEST_CASE("a minus is standard input, also with a name") {
  const Discovery found = discover({"-", "now=-"});
  REQUIRE(found.files.size() == 2);
  CHECK(found.files[0].standard_input());
  CHECK(found.files[0].path_stack == "stdin");
  CHECK(found.files[1].stack == "now");
}

TEST_CASE("a path given twice is read once, and twice under two names") {
  const TemporaryFolder folder;
  const std::string log = folder.write("01.log", "");
  CHECK(discover({log, log}).files.size() == 1);
  CHECK(discover({log, log}).repeated == 1);
  CHECK(discover({log, folder.path()}).files.size() == 1);
  CHECK(discover({"a=" + log, "b=" + log}).files.size() == 2);
}

TEST_CASE("the files of one run belong together, in a folder, given alone or given all") {
  const TemporaryFolder folder;
  for (const char* name : {"03.log", "03.g.tsv", "03.e.csv.gz", "03.err", "04.tsv", "notes.csv"}) {
    folder.write(name, "");
  }
  const Paths companions{folder.at("03.e.csv.gz"), folder.at("03.err"), folder.at("03.g.tsv")};
  const Discovery walked = discover({folder.path()});
  CHECK(paths_of(walked, folder) == Paths{"03.log", "04.tsv", "notes.csv"});
  CHECK(walked.files[0].beside == companions);
  CHECK(discover({folder.at("03.log")}).files.front().beside == companions);
  const Discovery globbed = discover({folder.at("03.e.csv.gz"), folder.at("03.g.tsv"), folder.at("03.log")});
  CHECK(paths_of(globbed, folder) == Paths{"03.log"});
}
