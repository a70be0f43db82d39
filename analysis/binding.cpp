#include "binding.hpp"

#include "component_traits.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace abstat {

namespace {

// Words that stand in many names and tell little.
constexpr std::array<std::string_view, 14> generic_words{"page",    "pages",  "mode",    "version", "variant",
                                                         "workers", "worker", "variant", "setup",   "config",
                                                         "模式",    "方案",   "server",  "case"};
constexpr double generic_share = 0.6;

bool is_generic(const std::string& word) {
  return std::find(generic_words.begin(), generic_words.end(), word) != generic_words.end();
}

}  // namespace

bool Binder::informative(const Label& label) const {
  for (const Component& component : label.components) {
    // "for Django" in a document about Django
    if (is_everywhere(component) || (in_background(component) && kind_uses_.count(component.kind) == 0))
      continue;
    if (is_default(component) && kind_uses_.count(component.kind) == 0) continue;  // none has a proxy
    // A kind that no report is described by tells nothing; a proxy nobody has is missed all the same.
    const bool spoken_of = kind_uses_.count(component.kind) > 0 || component.kind == ComponentKind::proxy;
    if (is_part(component.kind) && spoken_of) return true;
    const auto with = reports_with_component_.find(key_of(component));
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
  // "before the move" tells no reports apart where none is called old or new.
  std::erase_if(label.components, [this](const Component& component) {
    return component.kind == ComponentKind::stage && kind_uses_.count(component.kind) == 0;
  });
  // Most words of a sentence stand in no heading; they are not asked of each report again.
  std::erase_if(label.words, [this](const std::string& word) { return word_weight(word) <= 0; });
  return read_scopes_.emplace(scope, std::move(label)).first->second;
}

bool Binder::is_of_a_run(const std::string& scope) const {
  return names_only_a_run(label_of(scope));
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
  const auto with = reports_with_component_.find(key_of(component));
  return with != reports_with_component_.end() && with->second.size() == reports_.size();
}

double Binder::word_weight(const std::string& word) const {
  const auto found = word_uses_.find(word);
  return found == word_uses_.end() ? 0 : found->second.weight;
}

// How much a word tells that stands in the names of so many reports.
double Binder::telling(const std::string& word, std::size_t uses) const {
  if (uses >= reports_.size()) return 0;
  const auto n = static_cast<double>(reports_.size());
  const double share = std::log(n / static_cast<double>(uses)) / std::log(n);
  return is_generic(word) ? generic_share * share : share;
}

// "4 workers" where only the report with 8 says how many it has.
bool Binder::is_unnamed_count(const Component& component) const {
  if (component.kind != ComponentKind::workers) return false;
  const auto uses = kind_uses_.find(component.kind);
  const bool varies = uses != kind_uses_.end() && uses->second < reports_.size();
  return varies && reports_with_component_.count(key_of(component)) == 0;
}

// "With 512 connections" where no report has as many: another run is meant, or the load is misstated.
bool Binder::is_foreign_load(const Component& component) const {
  return component.kind == ComponentKind::concurrency &&
         reports_with_component_.count(key_of(component)) == 0;
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
    if (const auto use = word_uses_.find(word); use != word_uses_.end()) add(use->second.reports);
  }
  for (const Component& component : label.primary.components) {
    if (const auto with = reports_with_component_.find(key_of(component));
        with != reports_with_component_.end())
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
    const auto name = [&](std::size_t report) -> std::string_view {
      const Component* found = labels_[report].named.of(kind);
      if (found == nullptr) found = labels_[report].command.of(kind);
      if (found == nullptr) found = labels_[report].alias.of(kind);
      return found == nullptr || is_default(*found) ? std::string_view{} : found->name;
    };
    const std::string_view of_a = name(a);
    const std::string_view of_b = name(b);
    // "nginx in front of the sync workers" leaves out that gunicorn runs them.
    const bool left_out = (kind == ComponentKind::server || kind == ComponentKind::framework ||
                           kind == ComponentKind::language) &&
                          (of_a.empty() || of_b.empty());
    if (!left_out && of_a != of_b) ++count;
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
