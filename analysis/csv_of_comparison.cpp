#include "csv_sheet.hpp"

#include <map>
#include <string_view>

#include <abstat/csv.hpp>

namespace abstat {

namespace {

const Estimate& no_estimate() {
  static const Estimate none = [] {
    Estimate estimate{};
    estimate.interval = tl::unexpected(Refusal{});
    return estimate;
  }();
  return none;
}

}  // namespace

Sheet comparison_sheet(const ComparisonTable& table) {
  std::map<std::string_view, const StackEstimate*> stacks;
  for (const StackEstimate& stack : table.stacks) stacks[stack.stack] = &stack;
  const auto estimate_of = [&](const std::string& name) -> const Estimate& {
    const auto found = stacks.find(name);
    return found == stacks.end() ? no_estimate() : found->second->estimate;
  };
  return sheet_of(Comparison{}, table.comparisons, [&](auto& v, const Comparison& comparison) {
    v.field("metric", table.metric.name());
    v.field("unit", table.metric.unit());
    visit_fields(v, comparison);
    visit_estimate(v, "estimate", estimate_of(comparison.stack));
    visit_estimate(v, "baseline_estimate", estimate_of(comparison.baseline));
  });
}

std::string csv_of(const ComparisonTable& comparison) {
  return text_of(comparison_sheet(comparison));
}

}  // namespace abstat
