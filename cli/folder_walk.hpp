// All files below a folder, in bytewise order of their paths. See discovery.hpp for what counts.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace abstat {

struct FolderWalk {
  std::vector<std::string> files;                       // regular files, sorted
  std::vector<std::pair<std::string, int>> unreadable;  // folders that may not be listed, and errno
};

[[nodiscard]] FolderWalk walk_folder(const std::string& folder);

}  // namespace abstat
