#include "cli/path_stacks.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using abstat::InputFile;

namespace {

struct Given {
  std::string path;
  std::string folder;
};

std::vector<std::string> names_of(const std::vector<Given>& given) {
  std::vector<InputFile> files;
  for (const Given& one : given) files.push_back({one.path, "", "", one.folder, {}});
  abstat::name_by_path(files);
  std::vector<std::string> names;
  for (const InputFile& file : files) names.push_back(file.path_stack);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a file in a subfolder of a given folder is a run of the stack the subfolder is called after") {
  CHECK(names_of({{"runs/gevent/03.log", "runs"}, {"runs/sync/monday.log", "runs/"}}) ==
        Names{"gevent", "sync"});
}

TEST_CASE("a file directly in the given folder is called after itself unless its name counts runs") {
  CHECK(names_of({{"runs/gevent.log", "runs"}, {"runs/03.log", "runs"}}) == Names{"gevent", "runs"});
}

TEST_CASE("a file given itself is called after itself unless its name counts runs") {
  CHECK(names_of({{"runs/gevent/03.log", ""}, {"runs/sync.log.gz", ""}, {"05.log", ""}}) ==
        Names{"gevent", "sync", "05"});
}

TEST_CASE("two places never share a name") {
  CHECK(names_of({{"old/sync/01.log", "old"}, {"new/sync/01.log", "new"}, {"new/gevent/01.log", "new"}}) ==
        Names{"old/sync", "new/sync", "gevent"});
  CHECK(names_of({{"a/plain.log", ""}, {"b/plain.log", ""}}) == Names{"a/plain", "b/plain"});
}

TEST_CASE("a file and its compressed copy are one place") {
  CHECK(names_of({{"a/plain.log", ""}, {"a/plain.log.gz", ""}}) == Names{"plain", "plain"});
}

TEST_CASE("names that count or date runs are told from names of stacks") {
  const auto* const counting =
      GENERATE("03", "run-3", "Run3", "2024-05-01T10:33", "ab", "rep_07", "r3", "result (2)", "block1");
  CHECK(abstat::counts_runs(counting));
  const auto* const naming = GENERATE("b", "gevent", "w4", "nginx2", "3workers", "run-sync", "flask 原生");
  CHECK_FALSE(abstat::counts_runs(naming));
}
