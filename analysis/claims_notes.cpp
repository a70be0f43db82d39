#include "claims_notes.hpp"

#include "claims_figure.hpp"

#include <fmt/format.h>

namespace abstat {

PrintedIndex::PrintedIndex(const std::vector<Report>& reports) : reports_(reports) {
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (const auto& figure : {reports[i].requests_per_second, reports[i].time_per_request_ms,
                               reports[i].transfer_rate_kib_s.received}) {
      if (figure) printed_.emplace(figure->text(), i);
    }
  }
}

void PrintedIndex::note_origin(JudgedClaim& judged) const {
  const Claim& claim = judged.claim;
  const bool wrong = judged.verdict == Verdict::inexact || judged.verdict == Verdict::contradicted;
  const bool figure = claim.kind == ClaimKind::figure && claim.number && claim.number->figure.decimals > 0;
  if (!wrong || claim.relation != Relation::none || !figure) return;
  const auto found = printed_.find(claim.number->figure.text());
  if (found == printed_.end()) {
    judged.explanation += fmt::format("; no report prints {}", claim.number->text);
  } else {
    judged.explanation += fmt::format("; the report at line {} prints {}",
                                      reports_[found->second].source.first_line, claim.number->text);
  }
}

void note_convention(const std::vector<Report>& reports, CheckResult& result) {
  std::size_t wholes = 0;
  std::size_t cut = 0;
  std::size_t rounded = 0;
  for (const JudgedClaim& judged : result.claims) {
    const Claim& claim = judged.claim;
    const bool plain = judged.verdict == Verdict::confirmed && claim.kind == ClaimKind::figure &&
                       claim.number && claim.number->figure.decimals == 0 &&
                       claim.number->scale_decimals == 0 && claim.hedge == Hedge::none &&
                       judged.reports.size() == 1 && claim.relation == Relation::none;
    if (!plain || judged.match == Match::exact) continue;
    const Judgement judgement = judge_figure(claim, reports[judged.reports.front().report]);
    ++wholes;
    cut += judgement.cuts ? 1 : 0;
    rounded += judgement.rounds ? 1 : 0;
  }
  constexpr std::size_t enough = 3;
  if (wholes < enough || (cut == wholes) == (rounded == wholes)) return;
  const bool truncates = cut == wholes;
  result.notes.push_back(fmt::format("the note {}: {} fits {} of {} whole numbers, {} {}",
                                     truncates ? "truncates" : "rounds", truncates ? "cutting" : "rounding",
                                     truncates ? cut : rounded, wholes, truncates ? "rounding" : "cutting",
                                     truncates ? rounded : cut));
}

}  // namespace abstat
