#include "labels.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace abstat::scoring {

namespace {

std::vector<std::string> split(const std::string& text, const std::string& marks) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (marks.find(c) == std::string::npos) {
      parts.back() += c;
    } else {
      parts.emplace_back();
    }
  }
  return parts;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

Label read_label(const std::string& row) {
  std::vector<std::string> fields = split(row, "\t");
  fields.resize(8);
  Label label;
  label.line = std::stoul(fields[0]);
  label.text = fields[1];
  label.metric = fields[2];
  label.value = fields[3];
  label.verdicts = split(fields[4], "|");
  for (const std::string& caveat : split(fields[5], ",")) {
    if (!caveat.empty()) label.caveats.push_back(caveat);
  }
  for (const std::string& line : split(fields[6], ",/")) {
    if (!line.empty()) label.report_lines.push_back(std::stoul(line));
  }
  std::sort(label.report_lines.begin(), label.report_lines.end());
  label.note = fields[7];
  return label;
}

}  // namespace

bool Label::allows(const std::string& verdict) const {
  return std::find(verdicts.begin(), verdicts.end(), verdict) != verdicts.end();
}

std::vector<LabelledDocument> read_folder(const std::filesystem::path& folder) {
  std::vector<LabelledDocument> documents;
  const std::string ending = ".expected.tsv";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.size() <= ending.size() || name.substr(name.size() - ending.size()) != ending) continue;
    LabelledDocument document;
    for (const char* extension : {".md", ".txt", ".org", ".rst", ".html"}) {
      const auto path = folder / (name.substr(0, name.size() - ending.size()) + extension);
      if (std::filesystem::exists(path)) document.path = path;
    }
    document.text = read_file(document.path);
    std::istringstream rows(read_file(entry.path()));
    std::string row;
    std::getline(rows, row);  // the head
    while (std::getline(rows, row)) {
      if (!row.empty()) document.labels.push_back(read_label(row));
    }
    documents.push_back(std::move(document));
  }
  std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return documents;
}

}  // namespace abstat::scoring
