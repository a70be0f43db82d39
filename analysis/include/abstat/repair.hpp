// Corrects a document to what its reports say: figures in prose and tables, and the tables between marks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include <abstat/document.hpp>
#include <abstat/document_comments.hpp>
#include <abstat/position.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

// Replaces `before`, which stands at that place, by `after`.
struct Edit {
  Position where;
  std::string before;
  std::string after;
  bool operator==(const Edit&) const = default;
};

// The numbers that are inexact or contradicted, written as their reports have them: with as many digits, the
// same grouping, suffix and unit. Orders are not rewritten, nor relations that go the other way: what the
// author meant to say is not in the figures.
[[nodiscard]] std::vector<Edit> suggest_edits(const CheckResult& result);

// Edits must be sorted by place and not overlap. An edit whose text is not there is a Problem.
[[nodiscard]] Result<std::string> apply_edits(std::string_view text, const std::vector<Edit>& edits);

// The edits as a unified diff with three lines around each; empty when there are none, or one does not apply.
[[nodiscard]] std::string unified_diff(std::string_view text, std::string_view file,
                                       const std::vector<Edit>& edits);

// What brings every marked table up to date, sorted by place; nothing where all are.
[[nodiscard]] std::vector<Edit> table_edits(const Document& document, const DocumentComments& comments,
                                            const std::vector<Report>& reports);

// One problem for each marked table that is not what it would be.
[[nodiscard]] std::vector<Problem> stale_tables(const Document& document, const DocumentComments& comments,
                                                const std::vector<Report>& reports);

}  // namespace abstat
