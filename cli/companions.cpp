#include "cli/companions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <sys/stat.h>
#include <utility>

namespace abstat {

namespace {

constexpr std::array<std::string_view, 6> companion_endings{".e.csv", ".csv",    ".err",
                                                            ".g.tsv", ".stderr", ".tsv"};
constexpr std::array<std::string_view, 3> compressed_endings{"", ".gz", ".zst"};
constexpr std::array<std::string_view, 4> report_endings{".log", ".txt", ".stdout", ".out"};

std::string_view without_compression(std::string_view path) {
  for (const std::string_view ending : compressed_endings) {
    if (!ending.empty() && path.ends_with(ending)) return path.substr(0, path.size() - ending.size());
  }
  return path;
}

std::string_view without_extension(std::string_view path) {
  const std::size_t name = path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1;
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos || dot <= name ? path : path.substr(0, dot);
}

// The path of the report without its extension, when path has a companion's name.
std::optional<std::string_view> stem_of_companion(std::string_view path) {
  const std::string_view plain = without_compression(path);
  for (const std::string_view ending : companion_endings) {
    if (plain.ends_with(ending)) return plain.substr(0, plain.size() - ending.size());
  }
  return std::nullopt;
}

// Lower comes first.
std::size_t preference(std::string_view path) {
  const std::string_view plain = without_compression(path);
  const auto* const found = std::find_if(report_endings.begin(), report_endings.end(),
                                         [&](std::string_view ending) { return plain.ends_with(ending); });
  return static_cast<std::size_t>(found - report_endings.begin());
}

bool is_regular_file(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

// `ab … > 03.log` with -g 03.tsv or, from a script's "$log.tsv", 03.log.tsv.
std::array<std::string_view, 2> stems_of_report(std::string_view path) {
  const std::string_view plain = without_compression(path);
  return {without_extension(plain), plain};
}

}  // namespace

std::vector<WithCompanions> group_companions(std::vector<std::string> paths) {
  std::map<std::string_view, std::size_t> report_of_stem;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (stem_of_companion(paths[i])) continue;
    for (const std::string_view stem : stems_of_report(paths[i])) {
      const auto [at, is_new] = report_of_stem.emplace(stem, i);
      if (!is_new && preference(paths[i]) < preference(paths[at->second])) at->second = i;
    }
  }
  std::vector<std::optional<std::size_t>> owners(paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto stem = stem_of_companion(paths[i]);
    const auto report = stem ? report_of_stem.find(*stem) : report_of_stem.end();
    if (report != report_of_stem.end()) owners[i] = report->second;
  }
  std::vector<std::vector<std::string>> companions(paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (owners[i]) companions[*owners[i]].push_back(paths[i]);
  }
  std::vector<WithCompanions> grouped;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!owners[i]) grouped.push_back({std::move(paths[i]), std::move(companions[i])});
  }
  return grouped;
}

std::vector<std::string> companions_beside(const std::string& path) {
  std::vector<std::string> found;
  if (stem_of_companion(path)) return found;
  for (const std::string_view stem : stems_of_report(path)) {
    for (const std::string_view ending : companion_endings) {
      for (const std::string_view compressed : compressed_endings) {
        std::string candidate = std::string(stem).append(ending).append(compressed);
        if (candidate != path && is_regular_file(candidate)) found.push_back(std::move(candidate));
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace abstat
