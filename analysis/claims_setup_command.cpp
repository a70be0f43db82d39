// The options of a call of ab against the reports it governs.
#include "claims_binding.hpp"

#include <utility>

namespace abstat {

namespace {

// Ctrl-C, an error: ab completes fewer requests than it was asked for.
bool was_cut_short(const Report& report) {
  return report.status == ReportStatus::interrupted || report.status == ReportStatus::aborted;
}

}  // namespace

Ruling judge_setup_command(const Binder& binder, const Claim& claim, std::size_t next_command_line) {
  const std::vector<std::size_t> governed =
      binder.governed_by(claim.where.line, next_command_line, claim.block);
  Ruling judged;
  judged.explanation = "no report prints it";
  std::vector<BoundReport> differing;
  std::string difference;
  bool alike = true;  // the reports that differ have one number
  for (const std::size_t report : governed) {
    if (claim.metric == ClaimMetric::complete && was_cut_short(binder.reports()[report])) continue;
    const Judgement judgement = judge_figure(claim, binder.reports()[report]);
    if (judgement.verdict == Verdict::unsupported) continue;
    if (judgement.verdict == Verdict::confirmed) {
      judged.verdict = Verdict::confirmed;
      judged.match = Match::exact;
      judged.explanation = judgement.explanation;
      judged.reports.push_back({report, "below the command"});
    } else {
      alike = alike && (differing.empty() || judged.measured == judgement.measured);
      differing.push_back({report, "below the command"});
      difference = judgement.explanation;
      judged.measured = judgement.measured;
    }
  }
  if (judged.verdict == Verdict::confirmed && !differing.empty()) {
    judged.caveats.push_back({CaveatCode::workload_differs, "not so in every report: " + difference});
  } else if (!differing.empty()) {
    judged.verdict = Verdict::contradicted;
    judged.explanation = difference;
    judged.reports = std::move(differing);
  }
  if (judged.verdict != Verdict::contradicted || !alike) judged.measured.reset();
  return judged;
}

}  // namespace abstat
