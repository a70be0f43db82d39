#include "claims_binding.hpp"
#include "claims_options.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include <abstat/workload.hpp>

namespace abstat {

namespace {

constexpr double equal_score = equal_fit_score;

}  // namespace

void add_report_caveats(const Binder& binder, const std::vector<Component>& lacking, Ruling& judged) {
  for (const BoundReport& report : judged.reports) {
    const Report& source = binder.reports()[report.report];
    if (!is_tainted(source)) continue;
    const auto bad = std::max(source.requests.failed.value_or(0), source.requests.non_2xx.value_or(0));
    judged.caveats.push_back({CaveatCode::tainted, fmt::format("{} of {} responses failed", bad,
                                                               source.requests.complete.value_or(0))});
    break;
  }
  if (lacking.empty()) return;
  std::string names;
  for (const Component& component : lacking) names += (names.empty() ? "" : ", ") + component.name;
  judged.caveats.push_back(
      {CaveatCode::label_differs, fmt::format("heading and commands of the report do not name {}", names)});
}

FigureBinding::FigureBinding(const Binder& binder, const Claim& claim)
    : binder_(binder), claim_(claim), averaged_(claim.aggregate == Aggregate::average) {
  std::vector<std::string> scopes = claim.subject;
  const auto of_run = [&binder](const std::string& scope) { return binder.is_of_a_run(scope); };
  // "First round 370, second 530, on average 450": an average is of all rounds, what names one is none.
  averaged_ = averaged_ && (scopes.empty() || !of_run(scopes.front()));
  if (averaged_) std::erase_if(scopes, of_run);
  label_ = binder.read(scopes, claim.in_prose ? claim.own_subjects : Binder::all_own);
  if (claim.in_prose && (!label_.informative || label_.depth >= claim.own_subjects))
    placed_ = binder.lone_report(claim.block);
  if (!claim.in_prose && !label_.informative && !claim.subject.empty())
    placed_ = binder.called(claim.subject.front());
  own_part_ = part_of_its_own();
  for (Fit& fit : binder.fits(label_, claim.block)) {
    Option option;
    option.judgement =
        judge_figure(claim, binder.reports()[fit.report], binder.noise(fit.report), Explain::no);
    option.fit = std::move(fit);
    options_.push_back(std::move(option));
  }
}

// "sync does 2408 req/s and gevent does 4128 req/s", "24 ms for sync and 42 ms for gevent": a name stands
// before each figure and none behind the last, or the other way round. Then a figure is of the one beside it.
std::optional<std::size_t> FigureBinding::part_of_its_own() const {
  const std::vector<std::string>& parts = claim_.between_figures;
  if (parts.size() < 2 || claim_.of_change || !label_.informative || label_.depth > 0) return std::nullopt;
  std::vector<bool> names;
  for (const std::string& part : parts) names.push_back(binder_.read({part}).informative);
  const bool all_before = std::all_of(names.begin(), names.end() - 1, [](bool name) { return name; });
  const bool all_behind = std::all_of(names.begin() + 1, names.end(), [](bool name) { return name; });
  const bool before = all_before && !names.back();
  const bool behind = all_behind && !names.front();
  if (!before && !behind) return std::nullopt;
  const std::size_t own = claim_.figures_before + (behind ? 1 : 0);
  return names_rivals(binder_.read({parts[own]}).primary) ? std::nullopt : std::optional(own);
}

// "31 ms against 47 ms for Django": what is named right behind is not of a report that nothing names.
bool FigureBinding::is_beyond(std::size_t report) const {
  return claim_.named_behind && label_.informative && label_.depth == 0 && !names_rivals(label_.primary) &&
         !is_named_around(report);
}

// Whether the figure of another report stands where its sentence names that report for another figure: the
// two were swapped.
bool FigureBinding::is_swapped_with(std::size_t report) const {
  for (std::size_t part = 0; own_part_ && part < claim_.between_figures.size(); ++part) {
    if (part == own_part_) continue;
    const std::vector<Fit> fits = binder_.fits(binder_.read({claim_.between_figures[part]}), claim_.block);
    if (fits.empty() || !fits.front().perfect()) continue;
    if (binder_.label(fits.front().report).stack == binder_.label(report).stack) return true;
  }
  return false;
}

Judgement FigureBinding::explained(const Option& option) const {
  return judge_figure(claim_, binder_.reports()[option.fit.report], binder_.noise(option.fit.report));
}

double FigureBinding::score_of(std::size_t report) const {
  const auto found = std::find_if(options_.begin(), options_.end(),
                                  [report](const Option& o) { return o.fit.report == report; });
  return found == options_.end() ? -HUGE_VAL : found->fit.score;
}

bool FigureBinding::perfect_at(std::size_t report) const {
  const auto found = std::find_if(options_.begin(), options_.end(),
                                  [report](const Option& o) { return o.fit.report == report; });
  return found != options_.end() && found->fit.perfect();
}

Ruling FigureBinding::bound(const Options& options, const Judgement& judgement) const {
  Ruling judged;
  judged.verdict = judgement.verdict;
  judged.match = judgement.verdict == Verdict::confirmed ? judgement.match : Match::none;
  judged.explanation = judgement.explanation;
  judged.measured = judgement.measured;
  for (const Option* option : options) {
    std::string evidence = option->fit.evidence;
    if (is_confirmed(option)) evidence += evidence.empty() ? "value" : "; value";
    judged.reports.push_back({option->fit.report, evidence.empty() ? "section" : evidence});
  }
  for (const Option& other : options_) {
    const bool is_bound =
        std::any_of(options.begin(), options.end(), [&](const Option* o) { return o == &other; });
    if (is_bound || other.fit.matched == 0) continue;
    judged.runner_up.push_back({other.fit.report, other.fit.evidence});
    break;
  }
  add_report_caveats(binder_, options.empty() ? std::vector<Component>{} : options.front()->fit.lacking,
                     judged);
  return judged;
}

Ruling FigureBinding::unsupported(std::string reason, const Options& near) const {
  Ruling judged;
  judged.verdict = Verdict::unsupported;
  judged.explanation = std::move(reason);
  for (const Option* option : near) {
    judged.runner_up.push_back({option->fit.report, option->fit.evidence});
    break;
  }
  return judged;
}

Ruling FigureBinding::ambiguous(const Options& options) const {
  Ruling judged = bound(options, explained(*options.front()));
  judged.verdict = Verdict::ambiguous;
  judged.match = Match::none;
  judged.explanation = "several reports fit: ";
  for (std::size_t i = 0; i < options.size(); ++i) {
    judged.explanation += (i == 0 ? "" : "; ") + explained(*options[i]).explanation;
  }
  return judged;
}

// The words name one report, or several alike.
Ruling FigureBinding::choose_named(const Options& perfect) const {
  const double best = perfect.front()->fit.score;
  Options tops;
  std::copy_if(perfect.begin(), perfect.end(), std::back_inserter(tops),
               [best](const Option* o) { return o->fit.score >= best - equal_score; });
  if (averaged_ && tops.size() > 1) return choose_average(tops);
  if (tops.size() > 1 && speaks_of_all()) return choose_all(those_with_some(tops));
  Options here = tops;
  std::erase_if(here, [](const Option* o) { return !is_available(o); });
  if (here.empty()) return unsupported(explained(*tops.front()).explanation, tops);
  const Options fitting = only_confirmed(here);
  const bool one_stack = std::all_of(tops.begin(), tops.end(), [&](const Option* o) {
    return binder_.label(o->fit.report).stack == binder_.label(tops.front()->fit.report).stack;
  });
  const bool loose = claim_.kind == ClaimKind::bound || claim_.kind == ClaimKind::range;
  if (loose && tops.size() > 1 && fitting.size() == here.size()) return choose_all(here);
  if (loose && one_stack && tops.size() > 1) return choose_all(here);
  if (fitting.size() == 1) return bound(fitting, explained(*fitting.front()));
  if (fitting.size() > 1)
    return one_stack && claim_.hedge == Hedge::about ? choose_all(fitting) : ambiguous(fitting);
  // "gunicorn 2418" where only one of several gunicorn reports fits.
  Options elsewhere;
  std::copy_if(perfect.begin(), perfect.end(), std::back_inserter(elsewhere), [&](const Option* o) {
    return o->fit.score < best - equal_score && is_confirmed(o) && o->judgement.match != Match::approximate &&
           o->judgement.match != Match::lower_bound && o->judgement.match != Match::upper_bound;
  });
  const bool telling = claim_.number && claim_.number->significant_digits() >= 3;
  const bool called_so = !claim_.in_prose && perfect.front()->fit.full_name;  // a row of a table
  if (elsewhere.size() == 1 && telling && !called_so) return bound(elsewhere, explained(*elsewhere.front()));
  if (one_stack && here.size() > 1) {
    const Ruling mean = choose_average(here);
    if (mean.verdict == Verdict::confirmed) return mean;
  }
  const Option* nearest = *std::min_element(here.begin(), here.end(), [](const Option* a, const Option* b) {
    return a->judgement.distance < b->judgement.distance;
  });
  return bound({nearest}, explained(*nearest));
}

// The words name something that no report names; only the value can tell.
Ruling FigureBinding::choose_partial(const Options& options) const {
  Options partial;
  std::copy_if(options.begin(), options.end(), std::back_inserter(partial),
               [](const Option* o) { return o->fit.matched > 0; });
  Options aliased;
  std::copy_if(partial.begin(), partial.end(), std::back_inserter(aliased),
               [](const Option* o) { return o->fit.by_alias; });
  if (!aliased.empty()) return choose_named(aliased);
  if (const auto lone = binder_.lone_report(claim_.block); lone && claim_.in_prose && partial.empty()) {
    const auto fits = [lone](const Option* o) { return o->fit.report == *lone && is_available(o); };
    const auto here = std::find_if(options.begin(), options.end(), fits);
    if (here != options.end()) return bound({*here}, explained(**here));
  }
  // Below its own heading a report may be called by more than the heading says.
  const std::vector<std::size_t> section = binder_.section_reports(claim_.block);
  if (section.size() == 1) {
    for (const Option* option : partial) {
      if (option->fit.report == section.front() && is_available(option))
        return bound({option}, explained(*option));
    }
  }
  Options fitting = only_confirmed(partial);
  std::erase_if(fitting, [](const Option* o) {
    return o->judgement.match == Match::approximate ||
           (o->fit.foreign_load && o->judgement.match == Match::significant_digits);
  });
  if (fitting.empty() || speaks_of_all()) return unsupported("no report is of what it names", partial);
  const double best = fitting.front()->fit.score;
  std::erase_if(fitting, [best](const Option* o) { return o->fit.score < best - 1; });
  if (fitting.size() == 1) return bound(fitting, explained(*fitting.front()));
  return ambiguous(fitting);
}

// The words name nothing: the section, or the value alone.
Ruling FigureBinding::choose_by_value(const Options& options) const {
  const std::vector<std::size_t> section = binder_.section_reports(claim_.block);
  Options near;
  for (const Option* option : options) {
    const bool inside = std::find(section.begin(), section.end(), option->fit.report) != section.end();
    if (section.empty() || inside) near.push_back(option);
  }
  if (near.empty()) return unsupported("it names no report", options);
  // Behind a report a word may be about another one; then only the value tells.
  if (binder_.is_comment(claim_.block) && only_confirmed(near).empty() && only_confirmed(options).size() == 1)
    near = options;
  if (near.size() > 1 && speaks_of_all()) {
    return choose_all(those_with_some(near));
  }
  const bool placed = near.size() == 1 && (!section.empty() || binder_.reports().size() == 1);
  if (placed) {
    if (!is_available(near.front())) return unsupported(explained(*near.front()).explanation, near);
    return bound(near, explained(*near.front()));
  }
  if (averaged_) {
    const Ruling mean = choose_average(near);
    if (mean.verdict == Verdict::confirmed) return mean;
    if (const auto stack = choose_average_of_stack(near)) return *stack;
  }
  const Options fitting = only_confirmed(near);
  if (claim_.kind == ClaimKind::bound || claim_.kind == ClaimKind::range) {
    return fitting.size() == near.size() ? choose_all(near)
           : fitting.empty()             ? unsupported("it names no report", near)
                                         : ambiguous(fitting);
  }
  // "Three runs with 50 connections each" above reports that all had 100
  const auto is_alike = [&](const Option* o) {
    return o->judgement.measured == near.front()->judgement.measured;
  };
  const bool misstated = claim_.kind == ClaimKind::setup && claim_.metric_named && fitting.empty() &&
                         std::all_of(near.begin(), near.end(), is_alike);
  if (misstated) return choose_all(near);
  if (fitting.size() == 1) return bound(fitting, explained(*fitting.front()));
  if (fitting.size() > 1)
    return claim_.kind == ClaimKind::setup || claim_.kind == ClaimKind::count ? choose_all(fitting)
                                                                              : ambiguous(fitting);
  return unsupported("it names no report, and none prints it", near);
}

// "From A to B", or several figures in one breath: the words may belong to the other figure, the value tells.
Ruling FigureBinding::choose_end(const Ruling& by_words) const {
  std::vector<Option> all;
  for (std::size_t report = 0; report < binder_.reports().size() && report < most_ends; ++report) {
    Option option;
    option.fit.report = report;
    option.judgement = judge_figure(claim_, binder_.reports()[report], binder_.noise(report), Explain::no);
    if (option.judgement.verdict == Verdict::confirmed) all.push_back(std::move(option));
  }
  drop_loose_beside_close(all);
  if (all.size() == 1 && (is_swapped_with(all.front().fit.report) || is_beyond(all.front().fit.report)))
    return by_words;
  if (all.size() == 1) return bound({&all.front()}, explained(all.front()));
  if (!claim_.of_change || by_words.verdict != Verdict::contradicted) return by_words;
  return unsupported("the words do not tell which end of the change it is", {});
}

Ruling FigureBinding::at(std::size_t report) const {
  Option option;
  option.fit.report = report;
  option.fit.evidence = "beside it";
  option.judgement = judge_figure(claim_, binder_.reports()[report], binder_.noise(report), Explain::no);
  if (option.judgement.verdict == Verdict::unsupported) return unsupported(explained(option).explanation, {});
  return bound({&option}, explained(option));
}

// Below the heading of one report a sentence that names nothing is about that report; what the sentences
// before it named may be what they compared with. Only a telling figure says otherwise.
Ruling FigureBinding::choose_placed() const {
  Ruling here = at(*placed_);
  if (here.verdict == Verdict::confirmed || !label_.informative) return here;
  const bool telling = claim_.number && claim_.number->significant_digits() >= 3;
  for (const Option& option : options_) {
    if (telling && option.fit.perfect() && is_confirmed(&option)) return bound({&option}, explained(option));
  }
  return here;
}

Ruling FigureBinding::choose(const std::set<std::size_t>& taken) const {
  Options free;
  for (const Option& option : options_) {
    if (taken.count(option.fit.report) == 0) free.push_back(&option);
  }
  Ruling judged;
  Options perfect;
  std::copy_if(free.begin(), free.end(), std::back_inserter(perfect),
               [](const Option* o) { return o->fit.perfect(); });
  if (placed_ && taken.count(*placed_) == 0 && !speaks_of_all() && !averaged_ &&
      claim_.aggregate != Aggregate::each) {
    judged = choose_placed();
  } else if (free.empty()) {
    judged = unsupported("no report is of what it names", free);
  } else if (!label_.informative) {
    judged = choose_by_value(free);
  } else if (!perfect.empty()) {
    judged = choose_named(perfect);
  } else {
    judged = choose_partial(free);
  }
  const bool shared = claim_.of_change || claim_.crowded || !claim_.metric_named;
  if (shared && judged.verdict != Verdict::confirmed) judged = choose_end(judged);
  const bool unreported = is_unreported(binder_, claim_);
  const bool doubtful = unreported && judged.verdict != Verdict::confirmed;
  const bool loosely =
      unreported && (judged.match == Match::approximate || judged.match == Match::significant_digits ||
                     (judged.match == Match::ceiled && claim_.number->significant_digits() < 3));
  if (doubtful || loosely) return unsupported("the text says that its report is not here", free);
  if (judged.verdict == Verdict::contradicted || judged.verdict == Verdict::inexact)
    judged = unless_misread(judged);
  return judged.verdict == Verdict::contradicted ? unless_doubtful(std::move(judged)) : judged;
}

}  // namespace abstat
