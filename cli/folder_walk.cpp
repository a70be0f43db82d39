#include "cli/folder_walk.hpp"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <memory>
#include <set>
#include <sys/stat.h>

namespace abstat {

namespace {

// The same for every path that leads to a file or folder.
using Identity = std::pair<dev_t, ino_t>;

std::string joined(const std::string& folder, const char* name) {
  return folder.ends_with('/') ? folder + name : folder + '/' + name;
}

class Walker {
 public:
  void walk(const std::string& folder) {
    enter(folder);
    drain_folders();
    // Links come last: what they lead to is usually there already.
    while (!links_.empty()) {
      const std::string link = *links_.begin();
      links_.erase(links_.begin());
      struct stat status {};
      if (::stat(link.c_str(), &status) == 0) take(link, status);
      drain_folders();
    }
  }

  FolderWalk finish() {
    std::sort(found_.files.begin(), found_.files.end());
    std::sort(found_.unreadable.begin(), found_.unreadable.end());
    return std::move(found_);
  }

 private:
  void drain_folders() {
    while (!folders_.empty()) {
      const std::string folder = std::move(folders_.back());
      folders_.pop_back();
      list(folder);
    }
  }

  void enter(const std::string& folder) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) == 0) seen_.emplace(status.st_dev, status.st_ino);
    folders_.push_back(folder);
  }

  void list(const std::string& folder) {
    const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(folder.c_str()), &::closedir);
    if (directory == nullptr) {
      found_.unreadable.emplace_back(folder, errno);
      return;
    }
    while (const dirent* entry = ::readdir(directory.get())) {  // NOLINT(concurrency-mt-unsafe)
      if (entry->d_name[0] == '.') continue;
      const std::string path = joined(folder, entry->d_name);
      struct stat status {};
      if (::lstat(path.c_str(), &status) != 0) continue;
      if (S_ISLNK(status.st_mode)) {
        links_.insert(path);
      } else {
        take(path, status);
      }
    }
  }

  void take(const std::string& path, const struct stat& status) {
    const bool is_new = seen_.emplace(status.st_dev, status.st_ino).second;
    if (!is_new) return;
    if (S_ISDIR(status.st_mode)) folders_.push_back(path);
    if (S_ISREG(status.st_mode)) found_.files.push_back(path);
  }

  FolderWalk found_;
  std::vector<std::string> folders_;
  std::set<std::string> links_;
  std::set<Identity> seen_;
};

}  // namespace

FolderWalk walk_folder(const std::string& folder) {
  std::string root = folder;
  while (root.size() > 1 && root.ends_with('/')) root.pop_back();
  Walker walker;
  walker.walk(root);
  return walker.finish();
}

}  // namespace abstat
