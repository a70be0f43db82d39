#include "cli/corrections.hpp"

#include "cli/input_problem.hpp"
#include "cli/result_output.hpp"
#include "cli/rewritten_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include <abstat/counted.hpp>
#include <abstat/display_text.hpp>
#include <abstat/document_comments.hpp>
#include <abstat/repair.hpp>

namespace abstat {

namespace {

struct Corrections {
  std::vector<Edit> edits;  // sorted, apart from each other
  std::size_t numbers = 0;
  std::size_t tables = 0;
};

Corrections corrections_of(const CheckedDocument& checked) {
  Corrections corrections;
  corrections.edits = suggest_edits(checked.result);
  corrections.numbers = corrections.edits.size();
  const auto tables =
      table_edits(checked.document, read_document_comments(checked.document), checked.reports);
  corrections.tables = tables.size();
  corrections.edits.insert(corrections.edits.end(), tables.begin(), tables.end());
  std::stable_sort(corrections.edits.begin(), corrections.edits.end(), [](const Edit& a, const Edit& b) {
    return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
  });
  return corrections;
}

// "./notes/a.md" as git writes it: notes/a.md.
std::string path_in_diff(const std::string& file) {
  return std::filesystem::path(file).lexically_normal().generic_string();
}

}  // namespace

void write_diffs(const std::vector<CheckedDocument>& checked, std::ostream& out) {
  for (const CheckedDocument& one : checked) {
    const Document& document = one.document;
    const Corrections corrections = corrections_of(one);
    out << unified_diff(document.text, path_in_diff(document.file), corrections.edits);
  }
}

ExitCode correct_files(const std::vector<CheckedDocument>& checked, Streams& io) {
  ExitCode code = ExitCode::ok;
  for (const CheckedDocument& one : checked) {
    const Document& document = one.document;
    const Corrections corrections = corrections_of(one);
    if (corrections.edits.empty()) continue;
    Result<void> written;
    if (const auto text = apply_edits(document.text, corrections.edits)) {
      written = rewrite_file(document, *text);
    } else {
      written = tl::unexpected(text.error());
    }
    if (!written) {
      io.err << message_of(written.error()) << "\n";
      code = worst(code, ExitCode::io);
      continue;
    }
    io.err << fmt::format("abstat: {}: {} and {} corrected\n", visible(document.file),
                          counted(corrections.numbers, "number", "numbers"),
                          counted(corrections.tables, "table", "tables"));
  }
  return code;
}

}  // namespace abstat
