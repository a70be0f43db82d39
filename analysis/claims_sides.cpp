#include "claims_sides.hpp"

#include "component_traits.hpp"

#include <algorithm>

#include <abstat/workload.hpp>

namespace abstat {

namespace {

constexpr std::size_t most_sides = 24;  // candidates of one side; more would say nothing

}  // namespace

std::optional<std::size_t> only_report(const Binder& binder, const ClaimLabel& label, std::size_t block) {
  const std::vector<Fit> fits = binder.fits(label, block);
  if (fits.empty() || !fits.front().perfect()) return std::nullopt;
  const bool alone = fits.size() == 1 || fits[1].score < fits.front().score - equal_fit_score;
  return alone ? std::optional(fits.front().report) : std::nullopt;
}

RelationSides::RelationSides(const Binder& binder, const Claim& claim)
    : binder_(binder), claim_(claim), subject_label_(binder.read(claim.subject)) {
  // "…, 比 sync 还低": where the words of both sides are the same, they are those of the other side.
  const Label other = binder.read(claim.comparand).primary;
  const bool of_other = (!other.components.empty() || !other.words.empty()) &&
                        other.components == subject_label_.primary.components &&
                        other.words == subject_label_.primary.words;
  const bool unnamed = !subject_label_.informative || subject_label_.depth >= claim.own_subjects || of_other;
  const auto placed = binder.lone_report(claim.block);
  if (unnamed && placed && claim.in_prose) subject_label_ = binder.label_of_report(*placed);
  read_change();
}

// "sync 模式下，加 nginx 之后": the subject is sync with nginx.
void RelationSides::read_change() {
  // "nginx costs 23 % with sync and 15 % with gevent": what did it was added, "with" names the stacks.
  if (!claim_.agent.empty()) {
    const std::vector<Component> named = binder_.read({claim_.agent}).primary.components;
    if (std::all_of(named.begin(), named.end(), is_switched_on)) {
      for (const Component& component : named) {
        if (tells(component)) take_change(component);
      }
    }
    if (!changed_.components.empty()) return;
  }
  for (const Component& component : binder_.read(claim_.changed).primary.components) {
    if (tells(component)) take_change(component);
  }
}

// Whether a change of it parts the reports of the claim's section.
bool RelationSides::tells(const Component& component) const {
  Label alone;
  alone.add(component);
  return binder_.informative(alone) && !is_condition(component);
}

void RelationSides::take_change(const Component& component) {
  changed_.add(component);
  if (subject_label_.primary.of(component.kind) == nullptr) subject_label_.primary.add(component);
  subject_label_.informative = true;
}

// "With the proxy sync wins" in a section where everything has the proxy: nothing was changed.
bool RelationSides::is_condition(const Component& component) const {
  const std::vector<std::size_t> section = binder_.section_reports(claim_.block);
  return section.size() > 1 && std::all_of(section.begin(), section.end(), [&](std::size_t report) {
           const ReportLabel& label = binder_.label(report);
           return label.named.has(component) || label.command.has(component);
         });
}

std::vector<SideFit> RelationSides::sides(const ClaimLabel& label) const {
  std::vector<SideFit> found;
  for (Fit& fit : binder_.fits(label, claim_.block)) {
    if (fit.matched == 0) continue;
    const std::size_t stack = binder_.label(fit.report).stack;
    const bool seen =
        std::any_of(found.begin(), found.end(), [stack](const SideFit& s) { return s.stack == stack; });
    if (!seen && found.size() < most_sides) found.push_back({stack, std::move(fit)});
  }
  return found;
}

std::vector<SideFit> RelationSides::any_stack() const {
  std::vector<std::size_t> near = binder_.section_reports(claim_.block);
  if (near.size() < 2) {
    near.clear();
    for (std::size_t stack = 0; stack < std::min(binder_.stacks(), most_sides); ++stack) {
      near.push_back(binder_.runs_of(stack).front());
    }
  }
  std::vector<SideFit> found;
  for (const std::size_t report : near) {
    const std::size_t stack = binder_.label(report).stack;
    const bool seen =
        std::any_of(found.begin(), found.end(), [stack](const SideFit& s) { return s.stack == stack; });
    if (seen) continue;
    SideFit side;
    side.stack = stack;
    side.fit.report = binder_.runs_of(stack).front();
    found.push_back(std::move(side));
    if (found.size() == most_sides) break;
  }
  return found;
}

Side RelationSides::runs(std::size_t stack) const {
  Side side;
  for (const std::size_t run : binder_.runs_of(stack)) side.runs.push_back(&binder_.reports()[run]);
  side.noise = binder_.noise(binder_.runs_of(stack).front());
  return side;
}

void RelationSides::add_side(std::size_t stack, const std::string& evidence, Ruling& judged) const {
  for (const std::size_t run : binder_.runs_of(stack)) judged.reports.push_back({run, evidence});
}

void RelationSides::add_relation_caveats(const RelationJudgement& judgement, Ruling& judged) const {
  if (judgement.one_run)
    judged.caveats.push_back({CaveatCode::single_run, "one run each cannot establish it"});
  if (!judgement.separated)
    judged.caveats.push_back({CaveatCode::not_significant, "the runs do not tell the two apart"});
  if (judged.reports.empty()) return;
  const Workload first = workload_of(binder_.reports()[judged.reports.front().report]);
  for (const BoundReport& report : judged.reports) {
    const auto differing = differences(first, workload_of(binder_.reports()[report.report]));
    if (differing.empty()) continue;
    std::string detail;
    for (const std::string& difference : differing) detail += (detail.empty() ? "" : "; ") + difference;
    judged.caveats.push_back({CaveatCode::workload_differs, detail});
    return;
  }
}

Ruling RelationSides::unsupported(std::string reason) const {
  Ruling judged;
  judged.explanation = std::move(reason);
  return judged;
}

}  // namespace abstat
