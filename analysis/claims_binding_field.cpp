#include "claims_sides.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include <abstat/workload.hpp>

namespace abstat {

namespace {

class FieldBinding : RelationSides {
 public:
  using RelationSides::RelationSides;

  Ruling judge() {
    if (claim_.relation == Relation::extreme) return judge_extreme();
    return claim_.relation == Relation::chain ? judge_chain() : judge_rank();
  }

 private:
  // The stacks a superlative ranges over: those of the section when it has several, else all.
  [[nodiscard]] std::vector<std::size_t> field() const {
    std::vector<std::size_t> found;
    for (const SideFit& side : any_stack()) found.push_back(side.stack);
    return found;
  }

  Ruling judge_extreme() {
    if (!subject_label_.informative) return unsupported("it names no report");
    const std::vector<SideFit> subjects = sides(subject_label_);
    if (subjects.empty() || !subjects.front().fit.perfect())
      return unsupported("no report is of what it names");
    std::vector<std::size_t> rivals = field();
    if (rivals.size() < 2) return unsupported("there is nothing to compare with");
    const double best = subjects.front().fit.score;
    std::optional<Ruling> first;
    for (const SideFit& subject : subjects) {
      if (subject.fit.score < best - equal_side_score) break;
      Ruling judged = against_all(subject, rivals);
      if (judged.verdict == Verdict::confirmed) return judged;
      if (!first) first = std::move(judged);
    }
    if (static_cast<std::size_t>(claim_.runs_spoken_of) == rivals.size()) return *first;
    // Best of those that were asked the same.
    std::vector<std::size_t> alike;
    const Workload own = workload_of(binder_.reports()[subjects.front().fit.report]);
    for (const std::size_t stack : rivals) {
      if (differences(own, workload_of(binder_.reports()[binder_.runs_of(stack).front()])).empty())
        alike.push_back(stack);
    }
    if (alike.size() > 1 && alike.size() < rivals.size()) {
      Ruling judged = against_all(subjects.front(), alike);
      if (judged.verdict == Verdict::confirmed) return judged;
    }
    const std::string doubt = doubt_of_name(subject_label_, claim_.own_subjects);
    if (first->verdict == Verdict::contradicted && claim_.in_prose && claim_.list == 0 && !doubt.empty())
      return withdrawn(std::move(*first), Verdict::ambiguous, doubt);
    return *first;
  }

  // One stack against each of the others; the worst of the pairs speaks for all.
  Ruling against_all(const SideFit& subject, const std::vector<std::size_t>& rivals) const {
    // "HTTPS is the slowest of the four": error pages that were faster do not make it less so.
    const bool loses = claim_.direction == Direction::worse || claim_.direction == Direction::down;
    const Answers answers = loses ? Answers::all : Answers::good;
    std::optional<RelationJudgement> worst;
    std::vector<std::size_t> judged_stacks;
    for (const std::size_t rival : rivals) {
      if (rival == subject.stack) continue;
      const RelationJudgement judgement =
          judge_order(claim_, {runs(subject.stack), runs(rival)}, Explain::yes, answers);
      if (!judgement.judged) continue;
      judged_stacks.push_back(rival);
      const bool worse =
          !worst ||
          (judgement.verdict == Verdict::contradicted &&
           (worst->verdict != Verdict::contradicted || judgement.distance > worst->distance)) ||
          (judgement.verdict == worst->verdict && !judgement.separated && worst->separated);
      if (worse) worst = judgement;
    }
    if (!worst) return unsupported("there is nothing to compare with");
    Ruling judged = judged_by(*worst);
    add_side(subject.stack, subject.fit.evidence, judged);
    for (const std::size_t rival : judged_stacks) add_side(rival, "the others", judged);
    add_relation_caveats(*worst, judged);
    add_report_caveats(binder_, subject.fit.lacking, judged);
    return judged;
  }

  // The pair that speaks for all.
  [[nodiscard]] Ruling judged_by(const RelationJudgement& worst) const {
    Ruling judged;
    judged.verdict = worst.verdict;
    judged.match = worst.verdict == Verdict::confirmed
                       ? (worst.separated ? Match::separated : Match::point_only)
                       : Match::none;
    judged.explanation = worst.explanation;
    return judged;
  }

  static bool is_told(const std::vector<SideFit>& part) {
    return part.size() == 1 || part[1].fit.score < part.front().fit.score - equal_side_score;
  }

  // "sync > nginx + sync": what one part names alone is not what another one means.
  static void leave_to_others(std::vector<std::vector<SideFit>>& parts) {
    for (auto& part : parts) {
      if (is_told(part)) continue;
      std::vector<SideFit> left = part;
      std::erase_if(left, [&](const SideFit& side) {
        return std::any_of(parts.begin(), parts.end(), [&](const std::vector<SideFit>& other) {
          return &other != &part && is_told(other) && other.front().stack == side.stack;
        });
      });
      if (!left.empty()) part = std::move(left);
    }
  }

  // A > B > C: every neighbouring pair.
  Ruling judge_chain() {
    std::vector<std::string> parts{claim_.subject.empty() ? std::string{} : claim_.subject.front()};
    parts.insert(parts.end(), claim_.comparand.begin(), claim_.comparand.end());
    std::vector<std::vector<SideFit>> found;
    for (const std::string& part : parts) {
      found.push_back(sides(binder_.read({part})));
      if (found.back().empty() || !found.back().front().fit.perfect())
        return unsupported("no report is of \"" + part + "\"");
    }
    leave_to_others(found);
    const bool told = std::all_of(found.begin(), found.end(), is_told);
    std::vector<SideFit> chain;
    for (const auto& part : found) chain.push_back(part.front());
    std::optional<RelationJudgement> worst;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
      const RelationJudgement judgement =
          judge_order(claim_, {runs(chain[i].stack), runs(chain[i + 1].stack)});
      if (!judgement.judged) return unsupported("a report lacks the figure");
      const bool worse =
          !worst || (judgement.verdict == Verdict::contradicted && judgement.distance > worst->distance) ||
          (worst->verdict == Verdict::confirmed && !judgement.separated);
      if (worse) worst = judgement;
    }
    Ruling judged = judged_by(*worst);
    for (const SideFit& side : chain) add_side(side.stack, side.fit.evidence, judged);
    add_relation_caveats(*worst, judged);
    if (judged.verdict == Verdict::contradicted && holds_backwards(chain))
      return withdrawn(std::move(judged), Verdict::ambiguous, "the other way round it is so");
    if (!told && judged.verdict == Verdict::contradicted)
      return withdrawn(std::move(judged), Verdict::ambiguous, "a part of it names several stacks");
    return judged;
  }

  // "Sorted by p99" does not say which end comes first.
  [[nodiscard]] bool holds_backwards(const std::vector<SideFit>& chain) const {
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
      const RelationJudgement judgement =
          judge_order(claim_, {runs(chain[i + 1].stack), runs(chain[i].stack)});
      if (!judgement.judged || judgement.verdict != Verdict::confirmed) return false;
    }
    return chain.size() > 2;
  }

  // A place in a table: how many stacks are better.
  Ruling judge_rank() {
    const std::vector<SideFit> found = sides(subject_label_);
    if (found.empty() || !found.front().fit.perfect()) return unsupported("no report is of what it names");
    Claim better = claim_;
    better.direction = Direction::better;
    std::int64_t ahead = 0;
    std::optional<RelationJudgement> narrowest;
    const std::vector<std::size_t> rivals = field();
    for (const std::size_t rival : rivals) {
      if (rival == found.front().stack) continue;
      const RelationJudgement judgement = judge_order(better, {runs(found.front().stack), runs(rival)});
      if (!judgement.judged) return unsupported("a report lacks the figure");
      if (judgement.verdict == Verdict::contradicted) ++ahead;
      if (!narrowest || !judgement.separated) narrowest = judgement;
    }
    if (!narrowest) return unsupported("there is nothing to compare with");
    Ruling judged;
    const bool holds = claim_.number && claim_.number->figure == whole_figure(ahead + 1);
    judged.verdict = holds ? Verdict::confirmed : Verdict::contradicted;
    judged.match = !holds ? Match::none : narrowest->separated ? Match::separated : Match::point_only;
    judged.explanation = fmt::format("{} of {} stacks are ahead of it", ahead, rivals.size());
    add_side(found.front().stack, found.front().fit.evidence, judged);
    for (const std::size_t rival : rivals) {
      if (rival != found.front().stack) add_side(rival, "the others", judged);
    }
    add_relation_caveats(*narrowest, judged);
    return judged;
  }
};

}  // namespace

Ruling judge_field(const Binder& binder, const Claim& claim) {
  return FieldBinding(binder, claim).judge();
}

}  // namespace abstat
