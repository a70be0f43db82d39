// The options of a call of ab against the reports it governs.
#include "claims_binding.hpp"

#include <utility>

namespace abstat {

JudgedClaim judge_setup_command(const Binder& binder, const Claim& claim, std::size_t next_command_line) {
  const std::vector<std::size_t> governed =
      binder.governed_by(claim.where.line, next_command_line, claim.block);
  JudgedClaim judged;
  judged.claim = claim;
  judged.explanation = "no report prints it";
  std::vector<BoundReport> differing;
  std::string difference;
  for (const std::size_t report : governed) {
    const Judgement judgement = judge_figure(claim, binder.reports()[report]);
    if (judgement.verdict == Verdict::unsupported) continue;
    if (judgement.verdict == Verdict::confirmed) {
      judged.verdict = Verdict::confirmed;
      judged.match = Match::exact;
      judged.explanation = judgement.explanation;
      judged.reports.push_back({report, "below the command"});
    } else {
      differing.push_back({report, "below the command"});
      difference = judgement.explanation;
    }
  }
  if (judged.verdict == Verdict::confirmed && !differing.empty()) {
    judged.caveats.push_back({CaveatCode::workload_differs, "not so in every report: " + difference});
  } else if (!differing.empty()) {
    judged.verdict = Verdict::contradicted;
    judged.explanation = difference;
    judged.reports = std::move(differing);
  }
  return judged;
}

}  // namespace abstat
