#include "cli/path_stacks.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

namespace abstat {

namespace {

namespace fs = std::filesystem;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

fs::path without_extensions(fs::path path) {
  if (path.extension() == ".gz" || path.extension() == ".zst") path.replace_extension();
  path.replace_extension();
  return path;
}

// The folder or file, as a whole path, that a file is called after.
struct Namesake {
  fs::path path;
  bool of_all_in_folder = false;
};
Namesake namesake_of(const InputFile& file) {
  const fs::path path = fs::absolute(file.path).lexically_normal();
  fs::path folder = path.parent_path();
  if (file.in_folder()) {
    fs::path top = fs::absolute(file.folder).lexically_normal();
    if (!top.has_filename()) top = top.parent_path();
    if (folder != top) return {folder, true};
  }
  fs::path self = without_extensions(path);
  const bool folder_known = file.in_folder() || fs::path(file.path).has_parent_path();
  const bool is_run = folder_known && folder.has_filename() && counts_runs(self.filename().string());
  return {is_run ? folder : self};
}

// Those of many files. The files of a folder come one behind the other and are mostly called after it.
class Namesakes {
 public:
  const fs::path& of(const InputFile& file) {
    const std::string folder = file.path.substr(0, file.path.rfind('/') + 1);
    if (last_ != nullptr && file.folder == argument_ && folder == folder_) return *last_;
    Namesake found = namesake_of(file);
    const fs::path& path = *all_.insert(std::move(found.path)).first;
    last_ = found.of_all_in_folder ? &path : nullptr;
    argument_ = file.folder;
    folder_ = folder;
    return path;
  }
  [[nodiscard]] const std::set<fs::path>& all() const { return all_; }

 private:
  std::set<fs::path> all_;
  const fs::path* last_ = nullptr;  // if all files of the folder are called so
  std::string argument_;
  std::string folder_;
};

// The last so many components.
std::string tail(const fs::path& path, std::size_t components) {
  const fs::path relative = path.relative_path();
  const auto count = static_cast<std::size_t>(std::distance(relative.begin(), relative.end()));
  fs::path name;
  auto at = relative.begin();
  std::advance(at, count - std::min(count, components));
  for (; at != relative.end(); ++at) name /= *at;
  return name.string();
}

std::size_t depth(const fs::path& path) {
  return static_cast<std::size_t>(std::distance(path.begin(), path.end()));
}

// The shortest tails that tell the paths apart.
std::map<fs::path, std::string> distinct_names(const std::set<fs::path>& paths) {
  std::map<fs::path, std::string> names;
  std::set<fs::path> open = paths;
  for (std::size_t components = 1; !open.empty(); ++components) {
    std::map<std::string, std::vector<fs::path>> by_name;
    for (const fs::path& path : open) by_name[tail(path, components)].push_back(path);
    for (const auto& [name, sharing] : by_name) {
      for (const fs::path& path : sharing) {
        if (sharing.size() > 1 && components < depth(path)) continue;
        names.emplace(path, name);
        open.erase(path);
      }
    }
  }
  return names;
}

}  // namespace

bool counts_runs(std::string_view stem) {
  static constexpr std::array<std::string_view, 16> words{
      "",       "ab",  "bench",     "block",  "iter",   "iteration", "log", "out",
      "output", "rep", "replicate", "report", "result", "round",     "run", "trial"};
  static constexpr std::array<std::string_view, 4> letters{"b", "n", "r", "t"};
  std::string word;
  while (word.size() < stem.size() && is_letter(stem[word.size()])) {
    word.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(stem[word.size()]))));
  }
  // The rest: a number, or a date and time.
  const std::string_view rest = stem.substr(word.size());
  const bool counts = std::all_of(rest.begin(), rest.end(), [](char c) {
    return is_digit(c) || std::string_view("-_.:+ TZ#()").find(c) != std::string_view::npos;
  });
  // r3.log is a run; b.log beside a.log is a stack.
  const bool numbered = std::any_of(rest.begin(), rest.end(), is_digit);
  const bool is_word = std::find(words.begin(), words.end(), word) != words.end();
  const bool is_mark = std::find(letters.begin(), letters.end(), word) != letters.end();
  return counts && (is_word || (is_mark && numbered));
}

void name_by_path(std::vector<InputFile>& files) {
  Namesakes namesakes;
  std::vector<const fs::path*> of_files;
  of_files.reserve(files.size());
  for (const InputFile& file : files) {
    of_files.push_back(file.standard_input() ? nullptr : &namesakes.of(file));
  }
  const std::map<fs::path, std::string> names = distinct_names(namesakes.all());
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (of_files[i] != nullptr) files[i].path_stack = names.at(*of_files[i]);
  }
}

}  // namespace abstat
