// How well the words of a claim fit what a report is called.
#include "binding.hpp"
#include "component_traits.hpp"

#include <algorithm>
#include <set>

namespace abstat {

namespace {

constexpr double outer_decay = 0.4;
constexpr double full_name_score = 0.5;

double extra_weight(ComponentKind kind) {
  switch (kind) {
    case ComponentKind::proxy:
      return 0.8;
    case ComponentKind::worker_class:
    case ComponentKind::keep_alive:
    case ComponentKind::tls:
      return 0.6;
    case ComponentKind::workers:
      return 0.5;
    case ComponentKind::framework:
    case ComponentKind::server:
      return 0.2;
    default:
      return 0;
  }
}

}  // namespace

void Binder::score_components(const Label& label, double weight, Scope scope, Fit& fit) const {
  const bool primary = scope == Scope::primary;
  std::set<ComponentKind> settled;
  for (const Component& component : label.components) {
    if (names(fit.report, component)) settled.insert(component.kind);
  }
  for (const Component& component : label.components) {
    if (names(fit.report, component)) {
      fit.score += weight * (is_everywhere(component)                   ? 0.2
                             : labels_[fit.report].named.has(component) ? 3
                                                                        : 2.5);
      if (primary) {
        ++fit.matched;
        if (!fit.evidence.empty()) fit.evidence += ", ";
        fit.evidence += is_part(component.kind)
                            ? component.name
                            : std::string(to_string(component.kind)) + " " + component.name;
      }
      continue;
    }
    if (settled.count(component.kind) > 0) continue;  // "gevent" named beside the "sync" that is meant
    if (labels_[fit.report].alias.has(component)) {
      fit.score += weight * 2;
      if (primary) {
        ++fit.matched;
        fit.by_alias = true;
        fit.lacking.push_back(component);
      }
      continue;
    }
    if (scope == Scope::earlier) continue;  // another sentence's stack may be what it is compared with
    const bool known_kind = kind_uses_.count(component.kind) > 0;
    if (is_foreign_load(component)) {
      fit.foreign_load = fit.foreign_load || primary;
    } else if (other_name(fit.report, component) != nullptr) {
      const bool soft = component.kind == ComponentKind::run || component.kind == ComponentKind::requests;
      if (primary && !soft) fit.conflict = true;
      fit.score -= weight * (soft ? 1 : 3);
    } else if (is_default(component) || in_background(component) || answered_by(fit.report, component)) {
      continue;
    } else if (known_kind || component.kind == ComponentKind::proxy) {
      fit.score -= weight * (is_part(component.kind) ? 1.5 : 0.7);
      if (primary && is_part(component.kind)) fit.lacking.push_back(component);
    }
  }
}

void Binder::score_words(const Label& label, double weight, Scope scope, Fit& fit) const {
  const bool primary = scope == Scope::primary;
  const auto& own = labels_[fit.report].named.words;
  for (const std::string& word : label.words) {
    const double telling = word_weight(word);
    if (telling <= 0) continue;
    if (std::binary_search(own.begin(), own.end(), word)) {
      fit.score += weight * 1.2 * telling;
      if (primary) {
        ++fit.matched;
        if (!fit.evidence.empty()) fit.evidence += ", ";
        fit.evidence += "\"" + word + "\"";
      }
    } else if (scope != Scope::earlier) {
      fit.score -= weight * 0.5 * telling;
    }
  }
}

// What the report's heading names and the claim does not.
void Binder::score_extras(const ClaimLabel& claim, Fit& fit) const {
  const Label& label = claim.primary;
  const ReportLabel& own = labels_[fit.report];
  // "Behind nginx we took two rounds: the first gave 227, the second 16": a round is of what was said before.
  const bool only_a_run = names_only_a_run(label);
  const auto said_before = [&](const Component& component) {
    return only_a_run && std::any_of(claim.outer.begin(), claim.outer.end(),
                                     [&](const Label& outer) { return outer.has(component); });
  };
  for (const Label* source : {&own.named, &own.command}) {
    const std::vector<bool>& everywhere =
        source == &own.named ? own.named_everywhere : own.command_everywhere;
    for (std::size_t i = 0; i < source->components.size(); ++i) {
      const Component& component = source->components[i];
      if (label.of(component.kind) != nullptr || is_default(component) || component.name == "sync") continue;
      if (source == &own.command && own.named.of(component.kind) != nullptr) continue;
      if (!everywhere[i] && !said_before(component))
        fit.score -= extra_weight(component.kind) * (source == &own.named ? 1 : 0.5);
    }
  }
  double unmatched = 0;
  for (std::size_t i = 0; i < own.named.words.size(); ++i) {
    if (std::find(label.words.begin(), label.words.end(), own.named.words[i]) == label.words.end())
      unmatched += 0.1 * own.word_weights[i];
  }
  fit.score -= std::min(unmatched, 0.4);
}

// "gunicorn, 4 sync" is the report of that name rather than "nginx + gunicorn, 4 sync".
bool Binder::is_full_name(const Label& label, std::size_t report) const {
  const Label& own = labels_[report].named;
  const auto has_word = [&](const std::string& word) {
    return word_weight(word) <= 0 ||
           std::find(label.words.begin(), label.words.end(), word) != label.words.end();
  };
  const auto own_word = [&](const std::string& word) {
    return word_weight(word) <= 0 || std::binary_search(own.words.begin(), own.words.end(), word);
  };
  // All runs of a stack are called by its name.
  const bool of_any_run = label.of(ComponentKind::run) == nullptr;
  std::size_t shared = 0;
  const auto is_said = [&](const Component& component) {
    if (of_any_run && component.kind == ComponentKind::run) return true;
    ++shared;
    return label.has(component);
  };
  return std::all_of(own.components.begin(), own.components.end(), is_said) && shared > 0 &&
         shared == label.components.size() && std::all_of(own.words.begin(), own.words.end(), has_word) &&
         std::all_of(label.words.begin(), label.words.end(), own_word);
}

// "Run C (nginx + runserver)" of the report that is called run C: the rest describes it.
bool Binder::has_case_of(const Label& label, std::size_t report) const {
  const auto& own = labels_[report].named.words;
  return std::any_of(label.words.begin(), label.words.end(), [&](const std::string& word) {
    return word.starts_with("case ") && std::find(own.begin(), own.end(), word) != own.end();
  });
}

Fit Binder::fit(const ClaimLabel& label, std::size_t report, std::size_t block) const {
  Fit fit;
  fit.report = report;
  score_components(label.primary, 1, Scope::primary, fit);
  score_words(label.primary, 1, Scope::primary, fit);
  if (label.informative) score_extras(label, fit);
  if (has_case_of(label.primary, report)) fit.lacking.clear();
  fit.full_name = is_full_name(label.primary, report);
  if (fit.full_name) fit.score += full_name_score;
  double weight = outer_decay;
  for (const Label& outer : label.outer) {
    Label rest = outer;
    // A kind the nearer words settle is not asked of the outer ones.
    std::erase_if(rest.components, [&](const Component& c) { return label.primary.of(c.kind) != nullptr; });
    const bool near = static_cast<std::size_t>(&outer - label.outer.data()) < label.near_outer;
    score_components(rest, weight, near ? Scope::near : Scope::earlier, fit);
    score_words(rest, weight, near ? Scope::near : Scope::earlier, fit);
    weight *= outer_decay;
  }
  const auto [first, last] = section_range(block);
  if (first <= report && report < last) fit.score += 1;
  return fit;
}

}  // namespace abstat
