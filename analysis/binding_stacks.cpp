// Which reports are runs of one stack, and which run each is.
#include "binding.hpp"
#include "component_traits.hpp"

#include <algorithm>
#include <fmt/ranges.h>

#include <abstat/workload.hpp>

namespace abstat {

// What a report is called but for the number of its run.
std::string Binder::name_without_run(std::size_t report) const {
  const Label& named = labels_[report].named;
  std::vector<std::string> parts = named.words;
  for (const Label* label : {&named, &labels_[report].command}) {
    for (const Component& component : label->components) {
      if (component.kind != ComponentKind::run) parts.push_back(key_of(component));
    }
  }
  std::sort(parts.begin(), parts.end());
  return fmt::format("{}", fmt::join(parts, "\n"));
}

// Below "without nginx" may stand sync and gevent, told apart by the words above each.
bool Binder::is_run_of(std::size_t report, std::size_t first) const {
  return abstat::differences(workload_of(reports_[report]), workload_of(reports_[first])).empty() &&
         differences(report, first) == 0;
}

void Binder::group_stacks() {
  constexpr std::size_t most_loads = 64;  // of one name; those further above are not looked through
  std::map<std::string, std::vector<std::size_t>> by_name;
  for (std::size_t i = 0; i < reports_.size(); ++i) {
    std::size_t stack = stack_members_.size();
    const bool numbered = labels_[i].named.of(ComponentKind::run) != nullptr;
    const std::string of_runs = name_without_run(i);
    const std::string& name = numbered ? of_runs : reports_[i].stack;
    if (!name.empty()) {
      const std::vector<std::size_t>& of_name = by_name[name];
      const std::size_t last = of_name.size() > most_loads ? of_name.size() - most_loads : 0;
      for (std::size_t at = of_name.size(); at-- > last && stack == stack_members_.size();) {
        if (is_run_of(i, stack_members_[of_name[at]].front())) stack = of_name[at];
      }
    }
    if (stack == stack_members_.size()) {
      stack_members_.emplace_back();
      if (!name.empty()) by_name[name].push_back(stack);
      // "Spring Boot", then "second run": what has no number was the first.
      if (!numbered && !of_runs.empty() && of_runs != name) by_name[of_runs].push_back(stack);
    }
    stack_members_[stack].push_back(i);
    labels_[i].stack = stack;
  }
  for (const std::vector<std::size_t>& runs : stack_members_) number_runs(runs);
}

// Runs that have no number of their own are the first, second and third by their order.
void Binder::number_runs(const std::vector<std::size_t>& runs) {
  if (runs.size() < 2) return;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Component* number = labels_[runs[i]].named.of(ComponentKind::run);
    if (number != nullptr && number->name != std::to_string(i + 1)) return;
  }
  for (std::size_t i = 0; i < runs.size(); ++i)
    labels_[runs[i]].command.add({ComponentKind::run, std::to_string(i + 1)});
}

}  // namespace abstat
