// The files that one run of ab leaves beside its report: 03.log with 03.g.tsv or 03.tsv (-g), 03.e.csv or
// 03.csv (-e) and 03.err or 03.stderr (what ab said on stderr), each of them also as .gz or .zst. Only names
// are compared here; whether 03.csv is a percentile file is seen when it is opened.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace abstat {

struct WithCompanions {
  std::string path;
  std::vector<std::string> companions;
  bool operator==(const WithCompanions&) const = default;
};

// paths sorted. Companions whose report is among the paths move into its entry; where several reports share
// a stem (03.log, 03.html), the first of .log, .txt, .stdout, .out and the rest in order has them.
[[nodiscard]] std::vector<WithCompanions> group_companions(std::vector<std::string> paths);

// The companions of one file that exist on disk.
[[nodiscard]] std::vector<std::string> companions_beside(const std::string& path);

}  // namespace abstat
