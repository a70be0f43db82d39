// A relation as it is written, and whether a verdict that accuses stands.
#include "claims_sides.hpp"
#include "component_traits.hpp"

#include <algorithm>
#include <optional>

#include <abstat/workload.hpp>

namespace abstat {

namespace {

Ruling judge_as_written(const Binder& binder, const Claim& claim) {
  const bool field = claim.relation == Relation::extreme || claim.relation == Relation::chain ||
                     claim.relation == Relation::rank;
  return field ? judge_field(binder, claim) : judge_pair(binder, claim);
}

// Where no metric is named, "faster" may mean any of these. Errors are fast: then only goodput counts.
std::optional<ClaimMetric> metric_it_holds_for(const Binder& binder, const Claim& claim,
                                               const Ruling& judged) {
  const bool by_value = claim.direction == Direction::up || claim.direction == Direction::down;
  const bool tainted =
      std::any_of(judged.reports.begin(), judged.reports.end(),
                  [&](const BoundReport& bound) { return is_tainted(binder.reports()[bound.report]); });
  const bool amount = claim.kind == ClaimKind::ratio;
  if (claim.metric_named || by_value || amount || tainted) return std::nullopt;
  for (const ClaimMetric metric : {ClaimMetric::throughput, ClaimMetric::latency}) {
    Claim other = claim;
    other.metric = metric;
    if (metric == claim.metric) continue;
    if (judge_as_written(binder, other).verdict == Verdict::confirmed) return metric;
  }
  return std::nullopt;
}

// "29 ms longer" of what? Of the longest request, of a percentile …
std::optional<ClaimMetric> time_it_holds_for(const Binder& binder, const Claim& claim) {
  if (claim.relation != Relation::difference || claim.metric != ClaimMetric::latency) return std::nullopt;
  Claim other = claim;
  const auto holds = [&] { return judge_as_written(binder, other).verdict == Verdict::confirmed; };
  for (const ClaimMetric metric :
       {ClaimMetric::max, ClaimMetric::time_per_request_all, ClaimMetric::connect_mean}) {
    other.metric = metric;
    if (holds()) return metric;
  }
  other.metric = ClaimMetric::percentile;
  for (const int level : {90, 95, 99}) {
    other.percentile = level;
    if (holds()) return other.metric;
  }
  return std::nullopt;
}

}  // namespace

namespace {

const Component* run_named(const ClaimLabel& label) {
  return label.informative ? label.primary.of(ComponentKind::run) : nullptr;
}

// "Run 2 of sync was 7 % faster than run 1": two runs of one stack, not two stacks.
Ruling judge_runs(const Binder& binder, const Claim& claim, const ClaimLabel& subject, ClaimLabel other) {
  for (const Component& component : subject.primary.components) {
    if (other.primary.of(component.kind) == nullptr) other.primary.add(component);
  }
  const auto first = only_report(binder, subject, claim.block);
  const auto second = only_report(binder, other, claim.block);
  if (claim.number && first && second && *first != *second) {
    auto judged = judge_between(binder, claim, *first, *second);
    if (judged && judged->verdict == Verdict::confirmed) return *judged;
  }
  Ruling judged;
  judged.explanation = "it compares runs, and the words do not tell which";
  return judged;
}

// "nginx costs gevent 27 %": gevent with nginx against gevent; "TLS costs 87 % of the rate of plain HTTP":
// TLS against plain HTTP.
Claim with_loser_placed(const Binder& binder, Claim claim) {
  const Label agent = binder.read({claim.agent}).primary;
  const Label loser = binder.read({claim.loser}).primary;
  const bool added =
      !agent.components.empty() &&
      std::all_of(agent.components.begin(), agent.components.end(), [&](const Component& part) {
        return is_switched_on(part) && loser.of(part.kind) == nullptr;
      });
  if (added) {
    claim.comparand.clear();
    claim.subject.insert(claim.subject.begin(), claim.loser);
  } else {
    claim.comparand = {claim.loser};
    claim.agent.clear();
  }
  claim.loser.clear();
  return claim;
}

}  // namespace

Ruling judge_relation(const Binder& binder, const Claim& claim) {
  if (!claim.loser.empty()) return judge_relation(binder, with_loser_placed(binder, claim));
  if (!claim.comparand.empty() && claim.in_prose) {
    const ClaimLabel subject = binder.read(claim.subject);
    const ClaimLabel other = binder.read(claim.comparand);
    if (run_named(subject) != nullptr && run_named(other) != nullptr)
      return judge_runs(binder, claim, subject, other);
  }
  Ruling judged = judge_as_written(binder, claim);
  if (judged.verdict != Verdict::contradicted) return judged;
  if (const std::string doubt = doubt_of_text(binder, claim); !doubt.empty())
    return withdrawn(std::move(judged), Verdict::unsupported, doubt);
  auto metric = metric_it_holds_for(binder, claim, judged);
  if (!metric) metric = time_it_holds_for(binder, claim);
  if (metric)
    return withdrawn(std::move(judged), Verdict::ambiguous,
                     "it holds for " + std::string(to_string(*metric)));
  return judged;
}

}  // namespace abstat
