#include "measured_stacks.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <abstat/scaling.hpp>

namespace abstat {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view joints = " /_-=:(";

}  // namespace

std::string_view name_without_concurrency(std::string_view name, std::int64_t concurrency) {
  std::string_view rest = name;
  if (rest.ends_with(')')) rest.remove_suffix(1);
  const std::size_t last = rest.find_last_not_of(digits);
  std::string_view number = rest.substr(last == std::string_view::npos ? 0 : last + 1);
  rest.remove_suffix(number.size());
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  if (number != std::to_string(concurrency)) return name;
  const auto trim = [&] { rest = rest.substr(0, rest.find_last_not_of(joints) + 1); };
  trim();
  if (rest.ends_with('c')) {
    const std::string_view before = rest.substr(0, rest.size() - 1);
    if (before.empty() || joints.find(before.back()) != std::string_view::npos) rest = before;
  }
  trim();
  return rest.empty() ? name : rest;
}

Scaling scaling_of(const std::vector<Report>& reports, Metric metric, double level,
                   const Grouping& grouping) {
  const SampleOptions options{metric, level, 1, std::nullopt, grouping, false, std::nullopt, false};
  const MeasuredStacks measured = measure_stacks(reports, options);
  std::vector<StackEstimate> estimates = measured.estimates();
  Scaling scaling{metric, level, {}};
  std::map<std::string, std::size_t, std::less<>> index;
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    const Stack& stack = *measured.stacks[i].stack;
    if (!stack.workload.concurrency) continue;
    const std::int64_t concurrency = *stack.workload.concurrency;
    const std::string name(
        name_without_concurrency(stack.group.empty() ? stack.name : stack.group, concurrency));
    const auto [known, is_new] = index.emplace(name, scaling.series.size());
    if (is_new) scaling.series.push_back({name, {}});
    scaling.series[known->second].points.push_back({concurrency, std::move(estimates[i])});
  }
  // The same concurrency twice under one name is another workload, not a sweep.
  std::erase_if(scaling.series, [](ScalingSeries& series) {
    auto& points = series.points;
    std::stable_sort(points.begin(), points.end(), [](const ScalingPoint& a, const ScalingPoint& b) {
      return a.concurrency < b.concurrency;
    });
    const bool twice = std::adjacent_find(points.begin(), points.end(), [](const auto& a, const auto& b) {
                         return a.concurrency == b.concurrency;
                       }) != points.end();
    return twice || points.size() < 2;
  });
  return scaling;
}

}  // namespace abstat
