#include "claims_context.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace abstat {

namespace {

bool is_bound(const Ruling& judged) {
  return judged.verdict == Verdict::confirmed && judged.reports.size() == 1;
}

class Context {
 public:
  Context(const Binder& binder, const std::vector<Claim>& claims, std::vector<Ruling>& judged)
      : binder_(binder), claims_(claims), judged_(judged) {}

  void settle() {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (claims_[i].relation != Relation::none || !claims_[i].in_prose) continue;
      if (is_of_some_runs(i)) settle_runs(i);
      if (claims_[i].of_change && judged_[i].reports.empty()) settle_end(i);
      if (!claims_[i].of_change && judged_[i].reports.empty()) settle_beside(i);
    }
  }

 private:
  static constexpr std::size_t reach = 16;

  // Said of fewer runs than it was judged on.
  [[nodiscard]] bool is_of_some_runs(std::size_t i) const {
    const Claim& claim = claims_[i];
    const bool count = claim.kind == ClaimKind::count || claim.kind == ClaimKind::bound;
    return count && claim.runs_spoken_of > 1 &&
           static_cast<std::size_t>(claim.runs_spoken_of) < judged_[i].reports.size();
  }

  void settle_runs(std::size_t i) {
    std::set<std::size_t> spoken_of;
    for (std::size_t j = i; j-- > 0 && j + reach > i &&
                            spoken_of.size() < static_cast<std::size_t>(claims_[i].runs_spoken_of);) {
      if (is_bound(judged_[j]) && claims_[j].in_prose) spoken_of.insert(judged_[j].reports.front().report);
    }
    if (spoken_of.size() != static_cast<std::size_t>(claims_[i].runs_spoken_of)) return;
    std::set<std::size_t> others;
    for (std::size_t report = 0; report < binder_.reports().size(); ++report) {
      if (spoken_of.count(report) == 0) others.insert(report);
    }
    Ruling again = FigureBinding(binder_, claims_[i]).choose(others);
    if (again.reports.size() == spoken_of.size()) judged_[i] = std::move(again);
  }

  // "The first served 2,995 requests per second, 99 % within 5 ms, the longest took 19 ms": what names
  // nothing itself is of the report that all other figures of its sentence are of.
  void settle_beside(std::size_t i) {
    std::set<std::size_t> spoken_of;
    for (std::size_t j = i > reach ? i - reach : 0; j < std::min(i + reach, claims_.size()); ++j) {
      const bool beside =
          j != i && claims_[j].block == claims_[i].block && claims_[j].text == claims_[i].text;
      if (!beside || claims_[j].relation != Relation::none) continue;
      // "Its p95 is 25 ms, the latter's 49 ms": two of one kind are of two reports.
      if (!is_bound(judged_[j]) || is_alike(claims_[i], claims_[j])) return;
      spoken_of.insert(judged_[j].reports.front().report);
    }
    const FigureBinding binding(binder_, claims_[i]);
    if (spoken_of.size() != 1 || !binding.names_nothing_itself() || binding.names_another(*spoken_of.begin()))
      return;
    Ruling again = binding.at(*spoken_of.begin());
    if (again.verdict == Verdict::contradicted && !doubt_of_text(binder_, claims_[i]).empty()) return;
    judged_[i] = std::move(again);
  }

  // The two ends of a change: neighbours in one sentence about one metric.
  [[nodiscard]] bool are_ends(std::size_t from, std::size_t to) const {
    if (to >= claims_.size()) return false;
    const Claim& a = claims_[from];
    const Claim& b = claims_[to];
    return a.of_change && b.of_change && a.block == b.block && a.text == b.text && is_alike(a, b);
  }

  static bool is_alike(const Claim& a, const Claim& b) {
    return a.metric == b.metric && a.percentile == b.percentile;
  }

  void settle_end(std::size_t i) {
    const bool first = are_ends(i, i + 1) && !(i > 0 && are_ends(i - 1, i));
    const std::size_t other = first ? i + 1 : i - 1;
    if (!first && (i == 0 || !are_ends(i - 1, i))) return;
    if (!is_bound(judged_[other])) return;
    const std::size_t known = judged_[other].reports.front().report;
    std::set<std::size_t> partners;
    for (std::size_t from = i > reach ? i - reach : 0; from + 1 < claims_.size() && from < i + reach;
         ++from) {
      if (!is_beside(from, i) || !are_ends(from, from + 1)) continue;
      const Ruling& same_side = judged_[first ? from + 1 : from];
      const Ruling& partner = judged_[first ? from : from + 1];
      if (is_bound(same_side) && is_bound(partner) && same_side.reports.front().report == known)
        partners.insert(partner.reports.front().report);
      ++from;
    }
    if (partners.empty()) partners = others_beside(i, known);
    if (partners.size() == 1) judged_[i] = FigureBinding(binder_, claims_[i]).at(*partners.begin());
  }

  // "4 workers do 2431, 8 workers 2385 req/s. But p99 grows from 69 to 169 ms."
  [[nodiscard]] std::set<std::size_t> others_beside(std::size_t i, std::size_t known) const {
    std::set<std::size_t> others;
    for (std::size_t j = i > reach ? i - reach : 0; j < std::min(i + reach, claims_.size()); ++j) {
      const bool figure = claims_[j].relation == Relation::none && judged_[j].reports.size() == 1;
      if (!figure || claims_[j].block != claims_[i].block || judged_[j].verdict == Verdict::ambiguous)
        continue;
      if (judged_[j].reports.front().report != known) others.insert(judged_[j].reports.front().report);
    }
    return others;
  }

  [[nodiscard]] bool is_beside(std::size_t a, std::size_t b) const {
    return claims_[a].block == claims_[b].block ||
           (claims_[a].list != 0 && claims_[a].list == claims_[b].list);
  }

  const Binder& binder_;
  const std::vector<Claim>& claims_;
  std::vector<Ruling>& judged_;
};

}  // namespace

void settle_by_context(const Binder& binder, const std::vector<Claim>& claims, std::vector<Ruling>& judged) {
  Context(binder, claims, judged).settle();
}

}  // namespace abstat
