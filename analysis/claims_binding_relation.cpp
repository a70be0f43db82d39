#include "claims_sides.hpp"
#include "component_traits.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include <abstat/workload.hpp>

namespace abstat {

namespace {

constexpr double difference_weight = 0.5;

class PairBinding : RelationSides {
 public:
  using RelationSides::RelationSides;

  Ruling judge() {
    read_other_label();
    Ruling judged = judge_pairs();
    const bool alike = claim_.relation == Relation::same && changed_.components.empty();
    if (!alike || judged.verdict == Verdict::confirmed) return judged;
    // "gevent 在两种并发下持平": both sides are of what is named.
    within_subject_ = true;
    Ruling within = judge_pairs();
    return within.verdict == Verdict::confirmed ? within : judged;
  }

 private:
  struct Candidate {
    std::size_t subject = 0;
    std::size_t other = 0;
    double score = 0;
    double subject_score = 0;
    double other_score = 0;
    bool perfect = false;
    std::vector<Component> lacking;
    RelationJudgement judgement;
    std::string evidence;
  };

  // The components of the subject that the other side lacks, where only the subject is named: what was
  // changed; else what can be put before or switched on; else anything.
  [[nodiscard]] std::vector<Component> toggles() const {
    if (!changed_.components.empty()) return changed_.components;
    std::vector<Component> switched;
    for (const Component& component : subject_label_.primary.components) {
      if (is_switched_on(component)) switched.push_back(component);
    }
    return switched.empty() ? subject_label_.primary.components : switched;
  }

  // The other side takes from the subject what it does not name itself: "its rate at 64", "4 个".
  void read_other_label() {
    if (claim_.comparand.empty()) return;
    other_label_ = binder_.read(claim_.comparand);
    if (other_label_.informative || other_label_.primary.bare_count > 0 || !claim_.comparand.empty())
      take_bare_count();
    if (!other_label_.informative) return;
    other_named_in_full_ = is_named_in_full();
    if (other_named_in_full_) return;
    other_label_.outer.insert(other_label_.outer.begin(), subject_label_.primary);
    for (const Label& outer : subject_label_.outer) other_label_.outer.push_back(outer);
    other_label_.near_outer = other_label_.outer.size();
  }

  // "nginx + sync beats gevent", a row of a table against the first: both are called by their whole names,
  // and the other side has nothing of the subject's. "Behind nginx sync beats gevent" says nothing of the
  // kind.
  [[nodiscard]] bool is_named_in_full() const {
    if (claim_.subject.empty() || claim_.comparand.size() != 1) return false;
    const bool listed = !claim_.in_prose || claim_.subject.front().find('+') != std::string::npos;
    return listed && binder_.called(claim_.comparand.front()).has_value() &&
           binder_.called(claim_.subject.front()).has_value();
  }

  void take_bare_count() {
    Label& other = other_label_.primary;
    std::string number = other.bare_count > 0
                             ? std::to_string(other.bare_count)
                             : lone_number(with_spelled_numbers_as_digits(claim_.comparand.front()));
    if (number.empty()) return;
    for (const ComponentKind kind : {ComponentKind::workers, ComponentKind::concurrency}) {
      const bool named = subject_label_.primary.of(kind) != nullptr || other.bare_count > 0;
      if (!named || other.of(kind) != nullptr) continue;
      Label label;
      label.add({kind, number});
      if (!binder_.informative(label)) continue;
      other.add({kind, number});
      other_label_.informative = true;
      return;
    }
  }

  [[nodiscard]] RelationJudgement judge_pair(std::size_t subject, std::size_t other, Explain explain) const {
    // "去掉 nginx 后提高 22%": what gains is the side that lacks what was taken away.
    const Pair pair = claim_.removal ? Pair{runs(other), runs(subject)} : Pair{runs(subject), runs(other)};
    const bool amount = claim_.number && claim_.kind == ClaimKind::ratio;
    return amount ? judge_ratio(claim_, pair, explain) : judge_order(claim_, pair, explain);
  }

  // Two stacks the words may mean, before they are judged.
  struct PossiblePair {
    const SideFit* subject = nullptr;
    const SideFit* other = nullptr;
    double score = 0;
    bool perfect = false;
  };

  // The pairs that can be judged, best first. Of those that fit less well only what the words name is worked
  // out, and not where they name so many that an amount fits one of them by chance.
  [[nodiscard]] std::vector<Candidate> candidates() const {
    const std::vector<SideFit> subjects = subject_label_.informative ? sides(subject_label_) : any_stack();
    const std::vector<SideFit> others = other_sides(subjects);
    const std::vector<PossiblePair> pairs = possible_pairs(subjects, others);
    constexpr std::ptrdiff_t most_telling = 64;
    const bool telling = std::count_if(pairs.begin(), pairs.end(),
                                       [](const PossiblePair& pair) { return pair.perfect; }) <= most_telling;
    std::vector<Candidate> found;
    for (const PossiblePair& pair : pairs) {
      const bool asked =
          found.empty() || (pair.perfect && telling) || pair.score >= found.front().score - equal_side_score;
      if (!asked) continue;
      RelationJudgement judgement = judge_pair(pair.subject->stack, pair.other->stack, Explain::no);
      if (judgement.judged) found.push_back(candidate_of(pair, std::move(judgement)));
    }
    return found;
  }

  [[nodiscard]] std::vector<PossiblePair> possible_pairs(const std::vector<SideFit>& subjects,
                                                         const std::vector<SideFit>& others) const {
    std::vector<PossiblePair> pairs;
    for (const SideFit& subject : subjects) {
      for (const SideFit& other : others) {
        if (subject.stack == other.stack || (other_named_in_full_ && !other.fit.full_name)) continue;
        const double score = subject.fit.score + other.fit.score -
                             difference_weight * binder_.differences(subject.fit.report, other.fit.report);
        const bool perfect = (!subject_label_.informative || named(subject.fit)) &&
                             (!other_label_.informative || named(other.fit));
        pairs.push_back({&subject, &other, score, perfect});
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const PossiblePair& a, const PossiblePair& b) { return a.score > b.score; });
    return pairs;
  }

  [[nodiscard]] static Candidate candidate_of(const PossiblePair& pair, RelationJudgement judgement) {
    Candidate candidate;
    candidate.subject = pair.subject->stack;
    candidate.other = pair.other->stack;
    candidate.score = pair.score;
    candidate.subject_score = pair.subject->fit.score;
    candidate.other_score = pair.other->fit.score;
    candidate.perfect = pair.perfect;
    candidate.lacking = pair.subject->fit.lacking;
    candidate.lacking.insert(candidate.lacking.end(), pair.other->fit.lacking.begin(),
                             pair.other->fit.lacking.end());
    candidate.judgement = std::move(judgement);
    candidate.evidence = pair.subject->fit.evidence;
    return candidate;
  }

  [[nodiscard]] std::vector<SideFit> other_sides(const std::vector<SideFit>& subjects) const {
    if (other_label_.informative) return sides(other_label_);
    if (!subject_label_.informative) return any_stack();
    // "at 4 clients the gap is …": both sides are of what is named.
    const bool gap =
        within_subject_ || (claim_.relation == Relation::difference && claim_.direction == Direction::none);
    return gap ? subjects : counterparts();
  }

  [[nodiscard]] static bool named(const Fit& fit) { return fit.perfect() || fit.by_alias; }

  // Stacks that are like the subject but for what was changed. Those with the same names differ in something
  // the words leave out; they come last.
  [[nodiscard]] std::vector<SideFit> counterparts() const {
    constexpr double unsaid = 2;
    const std::vector<Component> changed = toggles();
    ClaimLabel rest;
    rest.primary = subject_label_.primary;
    rest.outer = subject_label_.outer;
    rest.near_outer = subject_label_.near_outer;
    rest.informative = true;
    for (const Component& component : changed) std::erase(rest.primary.components, component);
    std::vector<SideFit> found;
    for (SideFit side : any_stack()) {
      const std::size_t report = side.fit.report;
      const bool lacks = changed.empty() ? !satisfies(report, subject_label_.primary)
                                         : std::any_of(changed.begin(), changed.end(),
                                                       [&](const Component& c) { return !has(report, c); });
      const bool alike = !lacks && satisfies(report, subject_label_.primary);
      if (!lacks && (!alike || !changed_.components.empty())) continue;
      const Fit fit = binder_.fit(rest, report, claim_.block);
      side.fit.score = fit.score - (fit.conflict ? 3 : 0) - (alike ? unsaid : 0);
      found.push_back(std::move(side));
    }
    return found;
  }

  [[nodiscard]] bool has(std::size_t report, const Component& component) const {
    const ReportLabel& label = binder_.label(report);
    return label.named.has(component) || label.command.has(component) || label.alias.has(component);
  }

  [[nodiscard]] bool satisfies(std::size_t report, const Label& label) const {
    ClaimLabel alone;
    alone.primary = label;
    alone.informative = true;
    return binder_.fit(alone, report, static_cast<std::size_t>(-1)).perfect();
  }

  Ruling judge_pairs() {
    const bool has_names = subject_label_.informative || other_label_.informative;
    if (!has_names && any_stack().size() > 2) return judge_telling_amount();
    std::vector<Candidate> found = candidates();
    if (found.empty()) return unsupported("no two reports are of what it compares");
    if (!has_names) return judge_unnamed(found);
    const double best = found.front().score;
    const bool order = claim_.kind == ClaimKind::order;
    std::vector<const Candidate*> tops;
    for (const Candidate& candidate : found) {
      if (candidate.score >= best - equal_side_score) tops.push_back(&candidate);
    }
    if (order) return judge_orders(tops, found);
    for (const Candidate* top : tops) {
      if (top->judgement.verdict == Verdict::confirmed) return bound(*top);
    }
    for (const Candidate& candidate : found) {
      const bool fits =
          candidate.judgement.verdict == Verdict::confirmed && candidate.judgement.match == Match::rounded;
      if (candidate.perfect && fits) return bound(candidate);
    }
    const bool sure = tops.front()->perfect && subject_label_.informative && subject_is_told() &&
                      (other_label_.informative || (tops.size() == 1 && !changed_.components.empty()));
    if (!sure) return unsupported("the words do not tell which reports are compared");
    const auto nearest = std::min_element(
        tops.begin(), tops.end(),
        [](const Candidate* a, const Candidate* b) { return a->judgement.distance < b->judgement.distance; });
    return unless_turned(**nearest);
  }

  // "Going from one connection to ten doubles it": where the words do not put the two sides against each
  // other, what holds the other way round was only read the wrong way.
  [[nodiscard]] Ruling unless_turned(const Candidate& candidate) const {
    Ruling judged = bound(candidate);
    const bool both_named = subject_label_.informative && other_label_.informative;
    if (judged.verdict != Verdict::contradicted ||
        (both_named && !claim_.crowded && !names_rivals(subject_label_.primary)))
      return judged;
    const RelationJudgement turned = judge_pair(candidate.other, candidate.subject, Explain::yes);
    if (turned.verdict == Verdict::confirmed)
      return withdrawn(std::move(judged), Verdict::ambiguous, "the other way round " + turned.explanation);
    const std::vector<Candidate> held = held_elsewhere();
    if (held.empty()) return judged;
    const auto named_in_full = [&](const Candidate& pair) {
      return satisfies(binder_.runs_of(pair.subject).front(), subject_label_.primary);
    };
    if (held.size() == 1 && named_in_full(held.front())) return bound(held.front());
    return withdrawn(
        std::move(judged), Verdict::ambiguous,
        "elsewhere " + judge_pair(held.front().subject, held.front().other, Explain::yes).explanation);
  }

  // "nginx costs 23 % with sync but only 11 % with gevent": an amount that fits two stacks alike but for one
  // thing, one of which the words name, may be said of these.
  [[nodiscard]] std::vector<Candidate> held_elsewhere() const {
    constexpr std::size_t few_stacks = 12;
    std::vector<Candidate> held;
    for (std::size_t subject = 0; subject < binder_.stacks() && binder_.stacks() <= few_stacks; ++subject) {
      for (std::size_t other = 0; other < binder_.stacks(); ++other) {
        const std::size_t one = binder_.runs_of(subject).front();
        const std::size_t two = binder_.runs_of(other).front();
        const bool natural = subject != other && binder_.differences(one, two) == 1;
        if (!natural || !(touches(one) || touches(two))) continue;
        Candidate candidate;
        candidate.subject = subject;
        candidate.other = other;
        candidate.evidence = "value";
        candidate.judgement = judge_pair(subject, other, Explain::no);
        if (candidate.judgement.verdict == Verdict::confirmed) held.push_back(std::move(candidate));
      }
    }
    return held;
  }

  // Whether a report has anything of what the subject is called.
  [[nodiscard]] bool touches(std::size_t report) const {
    const auto& components = subject_label_.primary.components;
    return components.empty() ||
           std::any_of(components.begin(), components.end(),
                       [&](const Component& component) { return has(report, component); });
  }

  // Another pair that the words name as well, and for which the claim holds or might.
  [[nodiscard]] static bool has_rival(const std::vector<Candidate>& found, const Candidate& chosen) {
    return std::any_of(found.begin(), found.end(), [&](const Candidate& other) {
      return other.perfect && other.judgement.verdict != Verdict::contradicted &&
             other.subject_score >= chosen.subject_score - equal_side_score &&
             other.other_score >= chosen.other_score - equal_side_score;
    });
  }

  // A subject that stands far off, or that names two things of one kind, may be another.
  [[nodiscard]] bool subject_is_told() const {
    constexpr std::size_t near = 1;
    if (subject_label_.depth > near && changed_.components.empty()) return false;
    return !names_rivals(subject_label_.primary);
  }

  Ruling judge_orders(const std::vector<const Candidate*>& tops, const std::vector<Candidate>& found) const {
    const auto holds = [](const Candidate* c) { return c->judgement.verdict == Verdict::confirmed; };
    const bool all = std::all_of(tops.begin(), tops.end(), holds);
    const bool none = std::none_of(tops.begin(), tops.end(), holds);
    const bool both_named = subject_label_.informative && other_label_.informative;
    // An order that fails accuses only where both sides are beyond doubt.
    const bool sure =
        subject_is_told() && !names_rivals(other_label_.primary) && !has_rival(found, *tops.front());
    if (!all && !sure) return unsupported("the words do not tell which reports are compared");
    if (all || tops.size() == 1) {
      const bool told = both_named || all || !changed_.components.empty();
      if (!tops.front()->perfect || !told) {
        return unsupported("the words do not tell which reports are compared");
      }
      return bound(*tops.front());
    }
    if (none && tops.front()->perfect && both_named) return bound(*tops.front());
    const Candidate* first = tops.front();
    Ruling judged = bound(*first);
    judged.verdict = Verdict::ambiguous;
    judged.match = Match::none;
    return judged;
  }

  // "QPS 提升了 278%": three digits that exactly one pair of a few stacks has name it.
  [[nodiscard]] Ruling judge_telling_amount() const {
    constexpr std::size_t few_stacks = 6;
    constexpr int telling = 3;
    const Ruling untold = unsupported("the words do not tell which reports are compared");
    const bool amount = claim_.kind == ClaimKind::ratio && claim_.number && claim_.hedge == Hedge::none &&
                        claim_.number->significant_digits() >= telling;
    if (!amount || any_stack().size() > few_stacks) return untold;
    std::vector<Candidate> fitting = candidates();
    std::erase_if(fitting, [](const Candidate& c) {
      return c.judgement.verdict != Verdict::confirmed || c.judgement.match == Match::approximate;
    });
    return fitting.size() == 1 ? bound(fitting.front()) : untold;
  }

  // No words at all: only where the document compares two stacks and nothing else.
  Ruling judge_unnamed(const std::vector<Candidate>& found) const {
    if (claim_.kind == ClaimKind::order || found.size() > 2)
      return unsupported("the words do not tell which reports are compared");
    for (const Candidate& candidate : found) {
      if (candidate.judgement.verdict == Verdict::confirmed) return bound(candidate);
    }
    return unsupported("the words do not tell which reports are compared");
  }

  Ruling bound(const Candidate& candidate) const {
    Ruling judged;
    judged.verdict = candidate.judgement.verdict;
    judged.match = candidate.judgement.match;
    judged.explanation = judge_pair(candidate.subject, candidate.other, Explain::yes).explanation;
    constexpr int decimals = 6;  // more than anybody writes of a ratio
    if (claim_.kind == ClaimKind::ratio && candidate.judgement.measured)
      judged.measured = rounded_figure(*candidate.judgement.measured, decimals);
    if (judged.verdict == Verdict::confirmed && claim_.kind == ClaimKind::order &&
        claim_.relation != Relation::same) {
      judged.match = candidate.judgement.separated ? Match::separated : Match::point_only;
    }
    if (claim_.removal) add_side(candidate.other, "the other side", judged);
    add_side(candidate.subject, candidate.evidence, judged);
    if (!claim_.removal) add_side(candidate.other, "the other side", judged);
    add_relation_caveats(candidate.judgement, judged);
    add_report_caveats(binder_, candidate.lacking, judged);
    return judged;
  }

  ClaimLabel other_label_;
  bool within_subject_ = false;
  bool other_named_in_full_ = false;
};

}  // namespace

Ruling judge_pair(const Binder& binder, const Claim& claim) {
  return PairBinding(binder, claim).judge();
}

}  // namespace abstat
