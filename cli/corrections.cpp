#include "cli/corrections.hpp"

#include "cli/input_problem.hpp"
#include "cli/result_output.hpp"
#include "cli/rewritten_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

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

Corrections corrections_of(const Document& document, const CheckedDocument& checked) {
  Corrections corrections;
  corrections.edits = suggest_edits(checked.result);
  corrections.numbers = corrections.edits.size();
  const auto tables = table_edits(document, read_document_comments(document), checked.reports);
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

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

void write_diffs(const ReadReports& read, const std::vector<CheckedDocument>& checked, std::ostream& out) {
  for (std::size_t i = 0; i < checked.size(); ++i) {
    const Document& document = read.documents[i];
    const Corrections corrections = corrections_of(document, checked[i]);
    out << unified_diff(document.text, path_in_diff(document.file), corrections.edits);
  }
}

ExitCode correct_files(const ReadReports& read, const std::vector<CheckedDocument>& checked, Streams& io) {
  ExitCode code = ExitCode::ok;
  for (std::size_t i = 0; i < checked.size(); ++i) {
    const Document& document = read.documents[i];
    const Corrections corrections = corrections_of(document, checked[i]);
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
                          counted(corrections.numbers, "number"), counted(corrections.tables, "table"));
  }
  return code;
}

}  // namespace abstat
