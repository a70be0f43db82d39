// Relations between two stacks against what their reports allow (statistics.md 10, claims.md of the docs).
#pragma once

#include "claims_figure.hpp"

#include <optional>
#include <string>
#include <vector>

#include <abstat/claim.hpp>
#include <abstat/report.hpp>
#include <abstat/verdict.hpp>

namespace abstat {

// The runs of one side of a relation, and what one of them alone leaves open.
struct Side {
  std::vector<const Report*> runs;
  RunNoise noise;  // of the first
};

struct Pair {
  Side subject;
  Side other;
};

struct RelationJudgement {
  bool judged = false;  // false: a report lacks the figure
  Verdict verdict = Verdict::unsupported;
  Match match = Match::none;
  double distance = 0;     // |ln(claimed/measured)|, 0 where it fits
  bool separated = false;  // the runs tell the two apart
  bool one_run = false;    // a side has a single run
  std::string explanation;
  std::optional<double> measured;  // the amount, read as the claim reads
};

// "2.1x as fast", "30 % less", "8.5 ms more".
[[nodiscard]] RelationJudgement judge_ratio(const Claim& claim, const Pair& pair,
                                            Explain explain = Explain::yes);
// Whether failed answers count: they are no achievement, so that a run with some competes by its good ones.
enum class Answers : std::uint8_t { good, all };

// "faster", "the same": no amount.
[[nodiscard]] RelationJudgement judge_order(const Claim& claim, const Pair& pair,
                                            Explain explain = Explain::yes, Answers answers = Answers::good);

}  // namespace abstat
