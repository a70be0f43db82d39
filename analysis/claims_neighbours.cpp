// A relation whose words do not tell its sides, beside two figures that do: "798 -> 4083 req/s, a 5.1x
// improvement", "3216, then 2470: 23 % less".
#include "claims_sides.hpp"

#include <optional>

namespace abstat {

namespace {

class NeighbourBinding : RelationSides {
 public:
  using RelationSides::RelationSides;

  std::optional<Ruling> judge(std::size_t first, std::size_t second) const {
    auto judged = judge_order_of(second, first);
    if (judged && judged->verdict == Verdict::confirmed) return judged;
    auto turned = judge_order_of(first, second);
    return turned && turned->verdict == Verdict::confirmed ? turned : judged;
  }

 private:
  [[nodiscard]] std::optional<Ruling> judge_order_of(std::size_t subject, std::size_t other) const {
    const Pair pair{{{&binder_.reports()[subject]}, binder_.noise(subject)},
                    {{&binder_.reports()[other]}, binder_.noise(other)}};
    const RelationJudgement judgement = judge_ratio(claim_, pair);
    if (!judgement.judged) return std::nullopt;
    Ruling judged;
    judged.verdict = judgement.verdict;
    judged.match = judgement.match;
    judged.explanation = judgement.explanation;
    judged.reports = {{subject, "a figure beside it"}, {other, "a figure beside it"}};
    add_relation_caveats(judgement, judged);
    add_report_caveats(binder_, {}, judged);
    return judged;
  }
};

}  // namespace

std::optional<Ruling> judge_between(const Binder& binder, const Claim& claim, std::size_t first,
                                    std::size_t second) {
  return NeighbourBinding(binder, claim).judge(first, second);
}

}  // namespace abstat
