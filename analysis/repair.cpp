#include "corrected_number.hpp"

#include <algorithm>

#include <abstat/repair.hpp>

namespace abstat {

namespace {

bool can_be_corrected(const JudgedClaim& judged) {
  const bool wrong = judged.verdict == Verdict::inexact || judged.verdict == Verdict::contradicted;
  const bool has_place = judged.claim.where.column > 0 || judged.claim.option_column > 0;
  return wrong && has_place && judged.measured.has_value() && judged.claim.relation != Relation::rank;
}

struct LineSpan {
  std::size_t begin;
  std::size_t end;  // of the text, without the line feed
};

std::vector<LineSpan> lines_of(std::string_view text) {
  std::vector<LineSpan> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back({at, end});
    at = end + 1;
  }
  return lines;
}

}  // namespace

std::vector<Edit> suggest_edits(const CheckResult& result) {
  std::vector<Edit> edits;
  for (const JudgedClaim& judged : result.claims) {
    if (!can_be_corrected(judged)) continue;
    const Claim& claim = judged.claim;
    if (claim.option_column > 0) {
      const Position where{claim.where.file, claim.where.line, claim.option_column};
      edits.push_back({where, claim.number->text, judged.measured->text()});
      continue;
    }
    const auto corrected = corrected_carrier(claim, *judged.measured);
    if (corrected && *corrected != claim.carrier) edits.push_back({claim.where, claim.carrier, *corrected});
  }
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
    return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
  });
  return edits;
}

Result<std::string> apply_edits(std::string_view text, const std::vector<Edit>& edits) {
  const std::vector<LineSpan> lines = lines_of(text);
  std::string result;
  std::size_t copied = 0;
  for (const Edit& edit : edits) {
    const bool there = edit.where.line >= 1 && edit.where.line <= lines.size() && edit.where.column >= 1;
    const std::size_t at = there ? lines[edit.where.line - 1].begin + edit.where.column - 1 : text.size();
    if (at < copied || text.substr(std::min(at, text.size()), edit.before.size()) != edit.before) {
      return tl::unexpected(Problem{edit.where, "\"" + edit.before + "\"", "other text"});
    }
    result.append(text.substr(copied, at - copied));
    result += edit.after;
    copied = at + edit.before.size();
  }
  result.append(text.substr(copied));
  return result;
}

}  // namespace abstat
