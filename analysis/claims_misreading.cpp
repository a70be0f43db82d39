// Doubts about a verdict that would accuse the author.
#include "claims_binding.hpp"

#include <algorithm>
#include <array>

namespace abstat {

namespace {

// Times that "response time" may be used for.
struct OtherTime {
  ClaimMetric metric;
  std::optional<int> level;
};
constexpr std::array other_times{
    OtherTime{ClaimMetric::max, std::nullopt}, OtherTime{ClaimMetric::time_per_request_all, std::nullopt},
    OtherTime{ClaimMetric::percentile, 99}, OtherTime{ClaimMetric::percentile, 95},
    OtherTime{ClaimMetric::percentile, 90}};

}  // namespace

// A figure in prose that its report does not print, but that is exactly another of its times, or the one of
// another report that the words around name: then it is likelier that the sentence was misread.
JudgedClaim FigureBinding::unless_misread(const JudgedClaim& judged) const {
  if (!claim_.in_prose || judged.reports.size() != 1) return judged;
  const std::size_t bound = judged.reports.front().report;
  if (claim_.metric == ClaimMetric::latency) {
    Claim other = claim_;
    for (const auto& [metric, level] : other_times) {
      other.metric = metric;
      other.percentile = level;
      const Judgement judgement = judge_figure(other, binder_.reports()[bound], binder_.noise(bound));
      if (judgement.verdict != Verdict::confirmed || judgement.match == Match::approximate) continue;
      JudgedClaim doubtful = judged;
      doubtful.verdict = Verdict::ambiguous;
      doubtful.explanation += "; but " + judgement.explanation;
      return doubtful;
    }
  }
  const bool telling = claim_.number && claim_.number->significant_digits() >= (claim_.crowded ? 2 : 3);
  if (!telling) return judged;
  for (std::size_t report = 0; report < std::min(binder_.reports().size(), most_ends); ++report) {
    if (report == bound) continue;
    const Judgement judgement = judge_figure(claim_, binder_.reports()[report], binder_.noise(report));
    const bool fits = judgement.verdict == Verdict::confirmed && judgement.match != Match::approximate;
    if (fits && (claim_.crowded || is_named_around(report))) {
      JudgedClaim doubtful = judged;
      doubtful.verdict = Verdict::ambiguous;
      doubtful.explanation += "; but " + judgement.explanation;
      doubtful.reports.push_back({report, "value"});
      return doubtful;
    }
  }
  return judged;
}

bool FigureBinding::is_named_around(std::size_t report) const {
  return std::any_of(label_.outer.begin(), label_.outer.end(), [&](const Label& outer) {
    ClaimLabel alone;
    alone.primary = outer;
    alone.informative = true;
    return binder_.fit(alone, report, claim_.block).perfect();
  });
}

}  // namespace abstat
