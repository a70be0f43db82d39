#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <utility>

#include <abstat/arrangement.hpp>

namespace abstat {

namespace {

constexpr std::array<std::pair<std::string_view, SortBy>, 4> orders{{
    {"input", SortBy::input},
    {"name", SortBy::name},
    {"value", SortBy::value},
    {"speedup", SortBy::speedup},
}};

bool is_significant(const Comparison& comparison) {
  return comparison.verdict != SpeedupVerdict::same && comparison.verdict != SpeedupVerdict::undetermined;
}

void sort_by_value(ComparisonTable& table) {
  std::map<std::string_view, double> value_of;
  for (const StackEstimate& stack : table.stacks) value_of[stack.stack] = stack.estimate.value;
  const bool higher = table.metric.higher_is_better();
  std::stable_sort(
      table.comparisons.begin(), table.comparisons.end(), [&](const Comparison& a, const Comparison& b) {
        return higher ? value_of[a.stack] > value_of[b.stack] : value_of[a.stack] < value_of[b.stack];
      });
}

}  // namespace

std::optional<SortBy> parse_sort(std::string_view name) {
  const auto found =
      std::find_if(orders.begin(), orders.end(), [&](const auto& order) { return order.first == name; });
  return found == orders.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> sort_names() {
  std::vector<std::string> names;
  for (const auto& order : orders) names.emplace_back(order.first);
  return names;
}

void sort_comparisons(ComparisonTable& table, SortBy by) {
  auto& comparisons = table.comparisons;
  switch (by) {
    case SortBy::input:
      return;
    case SortBy::value:
      return sort_by_value(table);
    case SortBy::name:
      std::stable_sort(comparisons.begin(), comparisons.end(),
                       [](const Comparison& a, const Comparison& b) { return a.stack < b.stack; });
      return;
    case SortBy::speedup:
      std::stable_sort(comparisons.begin(), comparisons.end(), [](const Comparison& a, const Comparison& b) {
        return a.speedup.value > b.speedup.value;
      });
      return;
  }
}

void keep_significant(ComparisonTable& table) {
  const std::size_t before = table.comparisons.size();
  std::erase_if(table.comparisons, [](const Comparison& comparison) { return !is_significant(comparison); });
  const std::size_t left_out = before - table.comparisons.size();
  if (left_out > 0) {
    table.warnings.push_back(
        fmt::format("{} of {} comparisons are not shown: same or undetermined", left_out, before));
  }
}

}  // namespace abstat
