// Corrects a document to what its reports say: figures in prose and tables, and the tables between marks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include <abstat/document_comments.hpp>
#include <abstat/position.hpp>
#include <abstat/ranking.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

// Replaces `before`, which stands at that place, by `after`.
struct Edit {
  Position where;
  std::string before;
  std::string after;
  bool operator==(const Edit&) const = default;
};

// The figures that are inexact or contradicted, written as their reports print them: with as many digits, the
// same grouping, suffix and unit. Relations and orders are not rewritten: what the author meant to say is not
// in the figures.
[[nodiscard]] std::vector<Edit> suggest_edits(const CheckResult& result, const std::vector<Report>& reports);

// Edits must be sorted by place and not overlap. An edit whose text is not there is a Problem.
[[nodiscard]] Result<std::string> apply_edits(std::string_view text, const std::vector<Edit>& edits);

// The edits as a unified diff with three lines around each; empty when there are none.
[[nodiscard]] std::string unified_diff(std::string_view text, std::string_view file,
                                       const std::vector<Edit>& edits);

// The ranking of a document's reports as the markdown table that stands between its marks.
[[nodiscard]] std::string embedded_rank_table(const Ranking& ranking);

// The text with every marked table brought up to date; a Problem names a table nobody knows. `rank` is the
// only one there is.
[[nodiscard]] Result<std::string> regenerate_tables(std::string_view text, const DocumentComments& comments,
                                                    const std::vector<Report>& reports);

// One problem for each marked table that is not what regenerate_tables would write.
[[nodiscard]] std::vector<Problem> stale_tables(std::string_view text, const std::string& file,
                                                const DocumentComments& comments,
                                                const std::vector<Report>& reports);

}  // namespace abstat
