#include "binding.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace abstat {

namespace {

constexpr double outer_decay = 0.4;
constexpr double full_name_score = 0.5;

// Whose absence from a report is said aloud.
bool is_part(ComponentKind kind) {
  switch (kind) {
    case ComponentKind::server:
    case ComponentKind::worker_class:
    case ComponentKind::framework:
    case ComponentKind::proxy:
    case ComponentKind::language:
    case ComponentKind::keep_alive:
    case ComponentKind::tls:
      return true;
    default:
      return false;
  }
}

// What a report has that does not say so: no proxy, no keep-alive, no TLS.
bool is_default(const Component& component) {
  return (component.kind == ComponentKind::proxy && component.name == "none") ||
         ((component.kind == ComponentKind::keep_alive || component.kind == ComponentKind::tls) &&
          component.name == "off");
}

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

// Words that stand in many names and tell little.
constexpr std::array<std::string_view, 14> generic_words{"page",    "pages",  "mode",    "version", "variant",
                                                         "workers", "worker", "variant", "setup",   "config",
                                                         "模式",    "方案",   "server",  "case"};
constexpr double generic_share = 0.6;

bool is_generic(const std::string& word) {
  return std::find(generic_words.begin(), generic_words.end(), word) != generic_words.end();
}

std::string key(const Component& component) {
  return std::to_string(static_cast<int>(component.kind)) + component.name;
}

}  // namespace

bool Binder::informative(const Label& label) const {
  for (const Component& component : label.components) {
    // "for Django" in a document about Django
    if (is_everywhere(component) || (in_background(component) && kind_uses_.count(component.kind) == 0))
      continue;
    // A kind that no report is described by tells nothing; a proxy nobody has is missed all the same.
    const bool spoken_of = kind_uses_.count(component.kind) > 0 || component.kind == ComponentKind::proxy;
    if (is_part(component.kind) && spoken_of) return true;
    const auto with = reports_with_component_.find(key(component));
    if (with != reports_with_component_.end() && with->second.size() < reports_.size()) return true;
    if (is_unnamed_count(component)) return true;
  }
  return std::any_of(label.words.begin(), label.words.end(),
                     [this](const std::string& word) { return word_weight(word) > 0; });
}

const Label& Binder::label_of(const std::string& scope) const {
  constexpr std::size_t most_scopes = 4096;
  if (read_scopes_.size() > most_scopes) read_scopes_.clear();
  const auto found = read_scopes_.find(scope);
  if (found != read_scopes_.end()) return found->second;
  Label label = read_label(scope);
  // Most words of a sentence stand in no heading; they are not asked of each report again.
  std::erase_if(label.words, [this](const std::string& word) { return word_weight(word) <= 0; });
  return read_scopes_.emplace(scope, std::move(label)).first->second;
}

ClaimLabel Binder::read(const std::vector<std::string>& scopes, std::size_t own) const {
  ClaimLabel result;
  for (const std::string& scope : scopes) {
    const Label& label = label_of(scope);
    if (!informative(label)) {
      if (!result.informative && result.primary.bare_count == 0) result.primary.bare_count = label.bare_count;
      continue;
    }
    const auto index = static_cast<std::size_t>(&scope - scopes.data());
    if (result.informative) {
      result.outer.push_back(label);
      if (index < own) result.near_outer = result.outer.size();
    } else {
      result.primary = label;
      result.informative = true;
      result.depth = index;
    }
  }
  return result;
}

bool Binder::is_everywhere(const Component& component) const {
  const auto with = reports_with_component_.find(key(component));
  return with != reports_with_component_.end() && with->second.size() == reports_.size();
}

double Binder::word_weight(const std::string& word) const {
  const auto found = reports_with_word_.find(word);
  if (found == reports_with_word_.end() || found->second.size() >= reports_.size()) return 0;
  const auto n = static_cast<double>(reports_.size());
  const double telling = std::log(n / static_cast<double>(found->second.size())) / std::log(n);
  return is_generic(word) ? generic_share * telling : telling;
}

// "4 workers" where only the report with 8 says how many it has.
bool Binder::is_unnamed_count(const Component& component) const {
  if (component.kind != ComponentKind::workers) return false;
  const auto uses = kind_uses_.find(component.kind);
  const bool varies = uses != kind_uses_.end() && uses->second < reports_.size();
  return varies && reports_with_component_.count(key(component)) == 0;
}

// "With 512 connections" where no report has as many: another run is meant, or the load is misstated.
bool Binder::is_foreign_load(const Component& component) const {
  return component.kind == ComponentKind::concurrency && reports_with_component_.count(key(component)) == 0;
}

bool Binder::names(std::size_t report, const Component& component) const {
  const ReportLabel& label = labels_[report];
  if (label.named.has(component) || label.command.has(component)) return true;
  if (is_unnamed_count(component))
    return label.named.of(component.kind) == nullptr && label.command.of(component.kind) == nullptr;
  return is_default(component) && label.named.of(component.kind) == nullptr &&
         label.command.of(component.kind) == nullptr;
}

// "Django deployments" as the title of a document: all its reports are of Django.
bool Binder::in_background(const Component& component) const {
  const bool lasting = component.kind == ComponentKind::server ||
                       component.kind == ComponentKind::framework ||
                       component.kind == ComponentKind::language ||
                       (component.kind == ComponentKind::proxy && kind_uses_.count(component.kind) == 0);
  return lasting && background_.has(component);
}

// "Server Software: nginx/1.22.1": what no heading says, the report does.
bool Binder::answered_by(std::size_t report, const Component& component) const {
  return component.kind == ComponentKind::proxy && reports_[report].server.software &&
         reports_[report].server.software->starts_with(component.name);
}

const Component* Binder::other_name(std::size_t report, const Component& component) const {
  const ReportLabel& label = labels_[report];
  const Component* named = label.named.of(component.kind);
  if (named == nullptr) named = label.command.of(component.kind);
  return named != nullptr && *named != component ? named : nullptr;
}

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
void Binder::score_extras(const Label& label, Fit& fit) const {
  const ReportLabel& own = labels_[fit.report];
  for (const Label* source : {&own.named, &own.command}) {
    const std::vector<bool>& everywhere =
        source == &own.named ? own.named_everywhere : own.command_everywhere;
    for (std::size_t i = 0; i < source->components.size(); ++i) {
      const Component& component = source->components[i];
      if (label.of(component.kind) != nullptr || is_default(component) || component.name == "sync") continue;
      if (source == &own.command && own.named.of(component.kind) != nullptr) continue;
      if (!everywhere[i]) fit.score -= extra_weight(component.kind) * (source == &own.named ? 1 : 0.5);
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
    return word_weight(word) <= 0 || std::find(label.words.begin(), label.words.end(), word) != label.words.end();
  };
  const auto own_word = [&](const std::string& word) {
    return word_weight(word) <= 0 || std::binary_search(own.words.begin(), own.words.end(), word);
  };
  return !own.components.empty() && own.components.size() == label.components.size() &&
         std::all_of(own.components.begin(), own.components.end(),
                     [&](const Component& component) { return label.has(component); }) &&
         std::all_of(own.words.begin(), own.words.end(), has_word) &&
         std::all_of(label.words.begin(), label.words.end(), own_word);
}

std::optional<std::size_t> Binder::called(const std::string& name) const {
  constexpr std::size_t few_reports = 64;
  if (reports_.size() > few_reports) return std::nullopt;
  const Label& label = label_of(name);
  std::optional<std::size_t> found;
  for (std::size_t report = 0; report < reports_.size(); ++report) {
    if (!is_full_name(label, report)) continue;
    if (found) return std::nullopt;
    found = report;
  }
  return found;
}

Fit Binder::fit(const ClaimLabel& label, std::size_t report, std::size_t block) const {
  Fit fit;
  fit.report = report;
  score_components(label.primary, 1, Scope::primary, fit);
  score_words(label.primary, 1, Scope::primary, fit);
  if (label.informative) score_extras(label.primary, fit);
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

// All reports of a small document; in a large one those that share a rare word or component with the claim,
// or stand in its section.
std::vector<std::size_t> Binder::candidates(const ClaimLabel& label, std::size_t block) const {
  constexpr std::size_t small_document = 64;
  std::vector<std::size_t> found;
  if (reports_.size() <= small_document) {
    for (std::size_t i = 0; i < reports_.size(); ++i) found.push_back(i);
    return found;
  }
  const auto add = [&found](const std::vector<std::size_t>& some) {
    if (some.size() <= small_document) found.insert(found.end(), some.begin(), some.end());
  };
  add(section_reports(block));
  for (const std::string& word : label.primary.words) {
    if (const auto with = reports_with_word_.find(word); with != reports_with_word_.end()) add(with->second);
  }
  for (const Component& component : label.primary.components) {
    if (const auto with = reports_with_component_.find(key(component)); with != reports_with_component_.end())
      add(with->second);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<Fit> Binder::fits(const ClaimLabel& label, std::size_t block) const {
  std::vector<Fit> found;
  for (const std::size_t report : candidates(label, block)) {
    Fit one = fit(label, report, block);
    if (!one.conflict) found.push_back(std::move(one));
  }
  std::stable_sort(found.begin(), found.end(), [](const Fit& a, const Fit& b) { return a.score > b.score; });
  return found;
}

int Binder::differences(std::size_t a, std::size_t b) const {
  int count = 0;
  for (const ComponentKind kind :
       {ComponentKind::server, ComponentKind::worker_class, ComponentKind::workers, ComponentKind::framework,
        ComponentKind::proxy, ComponentKind::language, ComponentKind::keep_alive, ComponentKind::tls,
        ComponentKind::concurrency, ComponentKind::requests}) {
    const auto name = [&](std::size_t report) -> std::string {
      const Component* found = labels_[report].named.of(kind);
      if (found == nullptr) found = labels_[report].command.of(kind);
      if (found == nullptr) found = labels_[report].alias.of(kind);
      return found == nullptr || is_default(*found) ? std::string{} : found->name;
    };
    // "nginx in front of the sync workers" leaves out that gunicorn runs them.
    const bool left_out = (kind == ComponentKind::server || kind == ComponentKind::framework ||
                           kind == ComponentKind::language) &&
                          (name(a).empty() || name(b).empty());
    if (!left_out && name(a) != name(b)) ++count;
  }
  return count;
}

const RunNoise& Binder::noise(std::size_t report) const {
  noises_.resize(reports_.size());
  if (!noises_[report]) noises_[report] = run_noise(reports_[report]);
  return *noises_[report];
}

void Binder::add_alias(std::size_t report, const std::vector<Component>& components) {
  for (const Component& component : components) labels_[report].alias.add(component);
}

}  // namespace abstat
