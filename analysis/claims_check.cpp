// All claims of a document: bound one to one within their lists, judged, noted.
#include "claims_beside.hpp"
#include "claims_context.hpp"
#include "claims_left_out.hpp"
#include "claims_notes.hpp"
#include "claims_rows.hpp"
#include "claims_sides.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

#include <abstat/document_comments.hpp>
#include <abstat/repair.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

namespace {

bool is_relation(const Claim& claim) {
  return claim.relation != Relation::none;
}

// A command line's claim has no column: it was read from the command, not from prose.
bool is_command(const Claim& claim) {
  return claim.kind == ClaimKind::setup && claim.where.column == 0;
}

class Checker {
 public:
  Checker(ClaimsRead read, const std::vector<Report>& reports, const Document& document)
      : read_(std::move(read)), document_(document), binder_(reports, document) {}

  CheckResult check() {
    judged_.resize(read_.claims.size());
    bind_figures();
    settle_lists();
    remember_names();
    settle_rows(binder_, read_.claims, judged_);
    settle_by_context(binder_, read_.claims, judged_);
    for (std::size_t i = 0; i < read_.claims.size(); ++i) {
      if (!is_relation(read_.claims[i])) continue;
      judged_[i] = judge_relation(binder_, read_.claims[i]);
      const bool amount = read_.claims[i].kind == ClaimKind::ratio;
      const bool found = judged_[i].verdict == Verdict::confirmed || judged_[i].verdict == Verdict::inexact;
      if (amount && !found) judge_by_figures(i);
    }
    settle_beside(binder_, read_.claims, judged_);
    judge_again_without_doubt();
    judge_commands();
    return result();
  }

 private:
  [[nodiscard]] bool is_figure(std::size_t i) const {
    return !is_relation(read_.claims[i]) && !is_command(read_.claims[i]);
  }

  void bind_figures() {
    held_.resize(read_.claims.size());
    for (std::size_t i = 0; i < read_.claims.size(); ++i) {
      if (!is_figure(i)) continue;
      const FigureBinding binding(binder_, read_.claims[i]);
      judged_[i] = binding.choose({});
      if (judged_[i].reports.size() != 1) continue;
      const std::size_t report = judged_[i].reports.front().report;
      held_[i] = {binding.score_of(report), binding.perfect_at(report)};
    }
  }

  // One report answers one claim of a list about one metric. Where two want it, the better right wins: the
  // value that fits, then the words that fit better.
  void settle_lists() {
    std::map<std::tuple<std::size_t, ClaimMetric, int, std::size_t>, std::vector<std::size_t>> wanted;
    for (std::size_t i = 0; i < read_.claims.size(); ++i) {
      const Claim& claim = read_.claims[i];
      const bool alone = is_figure(i) && claim.list != 0 && judged_[i].reports.size() == 1;
      if (!alone || claim.kind == ClaimKind::setup) continue;
      wanted[{claim.list, claim.metric, claim.percentile.value_or(0), judged_[i].reports.front().report}]
          .push_back(i);
    }
    for (const auto& [key, holders] : wanted) {
      if (holders.size() > 1) settle(holders, std::get<3>(key));
    }
  }

  void settle(const std::vector<std::size_t>& holders, std::size_t report) {
    const auto fits = [this](std::size_t i) { return judged_[i].verdict == Verdict::confirmed; };
    std::size_t winner = holders.front();
    for (const std::size_t holder : holders) {
      const bool better =
          fits(holder) != fits(winner) ? fits(holder) : held_[holder].score > held_[winner].score;
      if (better) winner = holder;
    }
    for (const std::size_t holder : holders) {
      const bool same_item = read_.claims[holder].where.line == read_.claims[winner].where.line;
      if (holder == winner || fits(holder) || same_item) continue;
      constexpr double clearly_less = 0.2;
      const bool less_named = held_[holder].score < held_[winner].score - clearly_less;
      const bool stolen = !held_[winner].perfect;
      if (!less_named && !stolen) continue;
      Ruling again = FigureBinding(binder_, read_.claims[holder]).choose({report});
      if (again.verdict != Verdict::confirmed) {
        again.verdict = Verdict::unsupported;
        again.reports.clear();
        again.caveats.clear();
        again.measured.reset();
        again.explanation = fmt::format("the report it names is that of line {}, and no other fits",
                                        read_.claims[winner].where.line);
      }
      judged_[holder] = std::move(again);
    }
  }

  // What a claim called the report that its value found, later sentences call it too.
  void remember_names() {
    bool learned = false;
    for (std::size_t i = 0; i < read_.claims.size(); ++i) {
      if (!is_figure(i) || !calls_by_another_name(judged_[i])) continue;
      const std::size_t report = judged_[i].reports.front().report;
      const Fit fit = binder_.fit(binder_.read(read_.claims[i].subject), report, read_.claims[i].block);
      if (fit.lacking.empty() || fit.matched == 0) continue;
      binder_.add_alias(report, fit.lacking);
      learned = true;
    }
    for (std::size_t i = 0; learned && i < read_.claims.size(); ++i) {
      if (!is_figure(i) || judged_[i].verdict != Verdict::unsupported) continue;
      Ruling judged = FigureBinding(binder_, read_.claims[i]).choose({});
      if (judged.verdict == Verdict::confirmed) judged_[i] = std::move(judged);
    }
  }

  static bool calls_by_another_name(const Ruling& judged) {
    return judged.verdict == Verdict::confirmed && judged.reports.size() == 1 &&
           std::any_of(judged.caveats.begin(), judged.caveats.end(),
                       [](const Caveat& caveat) { return caveat.code == CaveatCode::label_differs; });
  }

  // Where most claims of a list or table are borne out, its introduction did not speak of other runs.
  void judge_again_without_doubt() {
    struct Share {
      std::size_t all = 0;
      std::size_t confirmed = 0;
    };
    std::map<std::pair<std::size_t, std::size_t>, Share> shares;
    const auto group = [](const Claim& claim) {
      return claim.in_prose ? std::pair{claim.list, std::size_t{0}}
                            : std::pair{std::size_t{0}, claim.block + 1};
    };
    for (std::size_t i = 0; i < read_.claims.size(); ++i) {
      if (read_.claims[i].introduced_doubt.empty()) continue;
      Share& share = shares[group(read_.claims[i])];
      ++share.all;
      share.confirmed += judged_[i].verdict == Verdict::confirmed ? 1 : 0;
    }
    constexpr std::size_t few = 3;
    for (std::size_t i = 0; i < read_.claims.size(); ++i) {
      const Claim& claim = read_.claims[i];
      if (claim.introduced_doubt.empty() || !claim.doubt.empty() ||
          judged_[i].verdict != Verdict::unsupported)
        continue;
      const Share& share = shares[group(claim)];
      if (share.confirmed < few || share.confirmed * 3 < share.all * 2) continue;
      Claim trusted = claim;
      trusted.introduced_doubt = {};
      judged_[i] =
          is_relation(claim) ? judge_relation(binder_, trusted) : FigureBinding(binder_, trusted).choose({});
    }
  }

  // "That is 80 % more throughput, and p99 goes from 73 to 42 ms": the ends of a change of another metric.
  bool judge_by_change_beside(std::size_t relation) {
    const Claim& claim = read_.claims[relation];
    std::set<std::size_t> ends;
    for (std::size_t i = relation; i < read_.claims.size() && read_.claims[i].text == claim.text; ++i) {
      const bool end = read_.claims[i].of_change && !is_relation(read_.claims[i]) &&
                       judged_[i].verdict == Verdict::confirmed && judged_[i].reports.size() == 1;
      if (end) ends.insert(judged_[i].reports.front().report);
    }
    if (ends.size() != 2) return false;
    auto judged = judge_between(binder_, claim, *ends.begin(), *ends.rbegin());
    if (!judged || judged->verdict != Verdict::confirmed) return false;
    judged_[relation] = std::move(*judged);
    return true;
  }

  // Figures farther from a relation say nothing of it.
  static constexpr std::size_t figures_reach = 16;

  // "QPS 从 801 涨到 1753，翻了一倍多；加缓存之后达到 3107": the two figures right before it.
  bool judge_by_last_two(std::size_t relation) {
    const Claim& claim = read_.claims[relation];
    std::vector<std::pair<Position, std::size_t>> before;
    const std::size_t begin = relation > figures_reach ? relation - figures_reach : 0;
    const std::size_t end = std::min(relation + figures_reach, read_.claims.size());
    for (std::size_t i = begin; i < end; ++i) {
      const Claim& figure = read_.claims[i];
      const bool stands_before =
          figure.text == claim.text && figure.metric == claim.metric &&
          std::pair(figure.where.line, figure.where.column) < std::pair(claim.where.line, claim.where.column);
      if (stands_before && !is_relation(figure) && judged_[i].verdict == Verdict::confirmed &&
          judged_[i].reports.size() == 1)
        before.emplace_back(figure.where, judged_[i].reports.front().report);
    }
    if (before.size() < 2) return false;
    std::sort(before.begin(), before.end(), [](const auto& a, const auto& b) {
      return std::pair(a.first.line, a.first.column) < std::pair(b.first.line, b.first.column);
    });
    const std::size_t last = before.back().second;
    const std::size_t other = before[before.size() - 2].second;
    auto judged = other == last ? std::nullopt : judge_between(binder_, claim, other, last);
    if (!judged || judged->verdict != Verdict::confirmed) return false;
    judged_[relation] = std::move(*judged);
    return true;
  }

  // The two reports whose figures stand in the sentence of a relation, or in the one before.
  void judge_by_figures(std::size_t relation) {
    constexpr std::size_t reach = figures_reach;
    const Claim& claim = read_.claims[relation];
    std::set<std::size_t> reports;
    bool changes = false;  // "from A to B, that is 27 % less"
    const auto take = [&](std::size_t i, const std::string& sentence) {
      const Claim& figure = read_.claims[i];
      const bool beside = !is_relation(figure) && figure.block == claim.block && figure.text == sentence &&
                          figure.metric == claim.metric;
      if (beside && judged_[i].verdict == Verdict::confirmed && judged_[i].reports.size() == 1)
        reports.insert(judged_[i].reports.front().report);
      changes = changes || (beside && figure.of_change && sentence == claim.text);
    };
    const std::size_t begin = relation > reach ? relation - reach : 0;
    const std::size_t end = std::min(relation + reach, read_.claims.size());
    for (std::size_t i = begin; i < end; ++i) take(i, claim.text);
    const std::size_t own = reports.size();
    // Then those of the sentences above, the nearest first.
    std::string sentence = claim.text;
    for (std::size_t i = relation; i-- > begin && reports.size() < 2;) {
      if (read_.claims[i].text == sentence) continue;
      sentence = read_.claims[i].text;
      for (std::size_t j = begin; j <= i; ++j) take(j, sentence);
    }
    if (own > 2 && judge_by_last_two(relation)) return;
    if (reports.size() != 2 && judge_by_change_beside(relation)) return;
    if (reports.size() != 2) {
      if (changes && judged_[relation].verdict == Verdict::contradicted)
        judged_[relation] = withdrawn(std::move(judged_[relation]), Verdict::ambiguous,
                                      "its sentence speaks of figures whose reports are not known");
      return;
    }
    auto judged = judge_between(binder_, claim, *reports.begin(), *reports.rbegin());
    if (!judged) return;
    // "With 128 connections it is 2,510 before and 4,112 after, so the new one is 164 % faster."
    // "It came to 4130, that is 6.2 times as much": as much as the sentence before says
    const bool refers = own == 1 && !binder_.read(claim.subject, claim.own_subjects).informative;
    const bool of_both = (own == 2 || refers) && claim.comparand.empty() &&
                         doubt_of_text(binder_, claim).empty() &&
                         judged_[relation].verdict == Verdict::unsupported;
    if (judged->verdict == Verdict::confirmed || of_both ||
        (changes && judged_[relation].verdict == Verdict::contradicted))
      judged_[relation] = std::move(*judged);
  }

  // Each command speaks of the reports behind it and before the next. One that has none there, while others
  // do, was run for something else: to warm up, or its report is not shown.
  void judge_commands() {
    constexpr auto end_of_text = static_cast<std::size_t>(-1);
    std::size_t next_line = end_of_text;
    for (std::size_t i = read_.claims.size(); i-- > 0;) {
      const Claim& claim = read_.claims[i];
      if (!is_command(claim)) continue;
      const bool same_line = i + 1 < read_.claims.size() && is_command(read_.claims[i + 1]) &&
                             read_.claims[i + 1].where.line == claim.where.line;
      if (!same_line && i + 1 < read_.claims.size() && is_command(read_.claims[i + 1]))
        next_line = read_.claims[i + 1].where.line;
      judged_[i] = judge_setup_command(binder_, claim, next_line);
      const bool elsewhere =
          !binder_.reports_between(claim.where.line, next_line) && next_line != end_of_text;
      const bool in_all = judged_[i].verdict == Verdict::confirmed && judged_[i].caveats.empty();
      if (elsewhere && !in_all) judged_[i] = report_not_shown();
    }
  }

  static Ruling report_not_shown() {
    Ruling judged;
    judged.explanation = "another command follows before any report: its own is not here";
    return judged;
  }

  CheckResult result() {
    const PrintedIndex printed(binder_.reports());
    CheckResult result;
    result.coverage.numbers = read_.numbers;
    for (const SkippedNumber& skipped : read_.skipped) ++result.coverage.skipped[std::string(skipped.reason)];
    std::size_t skipped = read_.skipped.size();
    result.claims.reserve(judged_.size());
    for (std::size_t i = 0; i < judged_.size(); ++i) {
      JudgedClaim judged{std::move(judged_[i]), std::move(read_.claims[i])};
      printed.note_origin(judged);
      const std::string_view reason = reason_to_leave_out(binder_, judged);
      if (reason.empty()) {
        result.claims.push_back(std::move(judged));
        continue;
      }
      ++result.coverage.skipped[std::string(reason)];
      skipped += judged.claim.kind == ClaimKind::order ? 0 : 1;
    }
    DocumentComments comments = read_document_comments(document_);
    result.coverage.numbers += comments.expectations.size();
    result.coverage.checked = result.coverage.numbers - std::min(skipped, result.coverage.numbers);
    for (const Expectation& expectation : comments.expectations) {
      result.claims.push_back(judge_expectation(binder_, expectation));
    }
    result.stale_tables = stale_tables(document_, comments, binder_.reports());
    result.problems = std::move(comments.problems);
    const auto in_text_order = [](const JudgedClaim& a, const JudgedClaim& b) {
      const auto place = [](const JudgedClaim& j) {
        return std::tuple(is_command(j.claim), j.claim.where.line, j.claim.where.column);
      };
      return place(a) < place(b);
    };
    if (!std::is_sorted(result.claims.begin(), result.claims.end(), in_text_order))
      std::stable_sort(result.claims.begin(), result.claims.end(), in_text_order);
    result.coverage.claims = result.claims.size();
    note_convention(binder_.reports(), result);
    return result;
  }

  ClaimsRead read_;
  const Document& document_;
  Binder binder_;
  std::vector<Ruling> judged_;
  // By what right a figure has its one report.
  struct Held {
    double score = 0;
    bool perfect = false;
  };
  std::vector<Held> held_;
};

}  // namespace

CheckResult check_claims(ClaimsRead claims, const std::vector<Report>& reports, const Document& document) {
  return Checker(std::move(claims), reports, document).check();
}

}  // namespace abstat
