#include "cli/discovery.hpp"

#include "cli/companions.hpp"
#include "cli/folder_walk.hpp"
#include "cli/path_stacks.hpp"

#include <cerrno>
#include <set>
#include <sys/stat.h>
#include <utility>

namespace abstat {

namespace {

struct Argument {
  std::string stack;
  std::string path;
};

bool exists(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

// NAME=PATH, unless a file is called so.
Argument split_name(const std::string& argument) {
  const std::size_t equals = argument.find('=');
  if (equals == std::string::npos || equals == 0 || exists(argument)) return {"", argument};
  return {argument.substr(0, equals), argument.substr(equals + 1)};
}

class Discoverer {
 public:
  void take(const Argument& argument) {
    if (argument.path == "-") return add({argument.path, argument.stack, "stdin", "", {}});
    struct stat status {};
    if (::stat(argument.path.c_str(), &status) != 0) {
      found_.problems.push_back({ExitCode::io, cannot_read(argument.path, errno)});
    } else if (S_ISDIR(status.st_mode)) {
      take_folder(argument);
    } else {
      add({argument.path, argument.stack, "", "", companions_beside(argument.path)});
    }
  }

  Discovery finish() {
    drop_companions_given_as_inputs();
    name_by_path(found_.files);
    return std::move(found_);
  }

 private:
  void add(InputFile file) {
    if (seen_.emplace(file.stack, file.path).second) {
      found_.files.push_back(std::move(file));
    } else {
      ++found_.repeated;
    }
  }

  void take_folder(const Argument& argument) {
    FolderWalk walk = walk_folder(argument.path);
    for (auto& [path, error] : walk.unreadable)
      found_.problems.push_back({ExitCode::io, cannot_read(path, error)});
    found_.folders.push_back(argument.path);
    for (WithCompanions& file : group_companions(std::move(walk.files))) {
      add({std::move(file.path), argument.stack, "", argument.path, std::move(file.companions)});
    }
  }

  // `abstat convert runs/sync/*` gives 03.log, 03.g.tsv and 03.e.csv: the last two belong to the first.
  void drop_companions_given_as_inputs() {
    std::set<std::string> companions;
    for (const InputFile& file : found_.files) companions.insert(file.beside.begin(), file.beside.end());
    std::erase_if(found_.files, [&](const InputFile& file) { return companions.contains(file.path); });
  }

  Discovery found_;
  std::set<std::pair<std::string, std::string>> seen_;
};

}  // namespace

Discovery discover_inputs(std::span<const std::string> arguments) {
  Discoverer discoverer;
  for (const std::string& argument : arguments) discoverer.take(split_name(argument));
  return discoverer.finish();
}

}  // namespace abstat
