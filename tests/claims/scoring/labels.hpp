// Labelled documents: NAME.md, .txt, .org or .rst with NAME.expected.tsv beside it (docs/claims.md has the
// columns).
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace abstat::scoring {

struct Label {
  std::size_t line = 0;
  std::string text;
  std::string metric;
  std::string value;
  std::vector<std::string> verdicts;  // any of them is right; "not-a-claim" among them: neutral
  std::vector<std::string> caveats;
  std::vector<std::size_t> report_lines;
  std::string note;

  [[nodiscard]] bool allows(const std::string& verdict) const;
};

struct LabelledDocument {
  std::filesystem::path path;
  std::string text;
  std::vector<Label> labels;
};

[[nodiscard]] std::vector<LabelledDocument> read_folder(const std::filesystem::path& folder);

}  // namespace abstat::scoring
