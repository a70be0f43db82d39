#include "claims_figure.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include <abstat/repair.hpp>

namespace abstat {

namespace {

bool is_wrong_figure(const JudgedClaim& judged) {
  const Claim& claim = judged.claim;
  const bool wrong = judged.verdict == Verdict::inexact || judged.verdict == Verdict::contradicted;
  const bool plain = claim.kind == ClaimKind::figure || claim.kind == ClaimKind::count ||
                     (claim.kind == ClaimKind::setup && claim.where.column > 0);
  const bool written = claim.number && !claim.number->text.empty() && claim.carrier == claim.number->text;
  return wrong && plain && written && claim.relation == Relation::none &&
         claim.aggregate != Aggregate::average && judged.reports.size() == 1;
}

// Groups of three before the point, with the mark the author used.
std::string grouped(const std::string& plain, std::string_view like) {
  const std::size_t mark_at = like.find_first_of(",'_ ");
  const bool grouping = mark_at != std::string_view::npos && like.size() > mark_at + 3;
  if (!grouping) return plain;
  std::size_t point = plain.find('.');
  if (point == std::string::npos) point = plain.size();
  std::string result = plain;
  for (std::size_t at = point; at > 3 && at - 3 > (plain.front() == '-' ? 1U : 0U); at -= 3)
    result.insert(at - 3, 1, like[mark_at]);
  return result;
}

// The printed value with the digits, grouping, decimal mark and suffix of the number that was written.
std::string written_like(const ClaimNumber& number, const Figure& printed) {
  const double scale = std::pow(10.0, number.scale_decimals) * number.unit_factor;
  const int decimals = std::max<int>(number.figure.decimals, 0);
  // Where the author wrote all digits ab printed, the printed ones stand as they are.
  const bool as_printed = scale == 1 && decimals >= printed.decimals;
  std::string digits = as_printed ? printed.text() : rounded_figure(printed.value() / scale, decimals).text();
  const std::size_t end = number.text.find_last_of("0123456789") + 1;
  const std::string_view core = std::string_view(number.text).substr(0, end);
  const bool decimal_comma =
      decimals > 0 && core.find('.') == std::string_view::npos && core.find(',') != std::string_view::npos;
  digits = grouped(digits, decimal_comma ? std::string_view{} : core);
  if (decimal_comma) std::replace(digits.begin(), digits.end(), '.', ',');
  return digits + number.text.substr(end);
}

// Of the figures the claim may mean, the one nearest to what was written.
const PrintedFigure* nearest(const std::vector<PrintedFigure>& figures, double value) {
  const PrintedFigure* best = nullptr;
  for (const PrintedFigure& figure : figures) {
    if (best == nullptr || std::abs(figure.figure.value() - value) < std::abs(best->figure.value() - value))
      best = &figure;
  }
  return best;
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

std::vector<Edit> suggest_edits(const CheckResult& result, const std::vector<Report>& reports) {
  std::vector<Edit> edits;
  for (const JudgedClaim& judged : result.claims) {
    if (!is_wrong_figure(judged)) continue;
    const Claim& claim = judged.claim;
    const auto figures = figures_for(claim, reports[judged.reports.front().report]);
    const PrintedFigure* figure = nearest(figures, claim.number->value());
    if (figure == nullptr) continue;
    Edit edit{claim.where, claim.number->text, written_like(*claim.number, figure->figure)};
    if (edit.before != edit.after) edits.push_back(std::move(edit));
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

std::string unified_diff(std::string_view text, std::string_view file, const std::vector<Edit>& edits) {
  const Result<std::string> changed = apply_edits(text, edits);
  if (edits.empty() || !changed) return {};
  const std::vector<LineSpan> before = lines_of(text);
  const std::vector<LineSpan> after = lines_of(*changed);
  constexpr std::size_t context = 3;
  std::string diff = fmt::format("--- a/{}\n+++ b/{}\n", file, file);
  for (std::size_t i = 0; i < edits.size();) {
    std::size_t last = i;
    while (last + 1 < edits.size() && edits[last + 1].where.line <= edits[last].where.line + 2 * context)
      ++last;
    const std::size_t first_line = edits[i].where.line > context ? edits[i].where.line - context : 1;
    const std::size_t last_line = std::min(edits[last].where.line + context, before.size());
    const std::size_t count = last_line - first_line + 1;
    diff += fmt::format("@@ -{},{} +{},{} @@\n", first_line, count, first_line, count);
    for (std::size_t line = first_line; line <= last_line; ++line) {
      const std::string_view old_line =
          text.substr(before[line - 1].begin, before[line - 1].end - before[line - 1].begin);
      const std::string_view new_line = std::string_view(*changed).substr(
          after[line - 1].begin, after[line - 1].end - after[line - 1].begin);
      diff += old_line == new_line ? fmt::format(" {}\n", old_line)
                                   : fmt::format("-{}\n+{}\n", old_line, new_line);
    }
    i = last + 1;
  }
  return diff;
}

}  // namespace abstat
