#include "latency_curve.hpp"
#include "measured_stacks.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <abstat/attachments.hpp>
#include <abstat/latency_profile.hpp>
#include <abstat/workload.hpp>

namespace abstat {

namespace {

void count_attachments(StackLatency& latency, const Stack& stack) {
  for (const Run& run : stack.runs) {
    if (!run.report->attachments) continue;
    latency.percentile_files += run.report->attachments->percentile_file ? 1 : 0;
    latency.request_logs += run.report->attachments->request_log ? 1 : 0;
  }
}

std::vector<StackEstimate> estimates_at(const std::vector<Report>& reports, int percentile, double level,
                                        const Grouping& grouping) {
  const SampleOptions options{
      {MetricKind::percentile, percentile}, level, 1, std::nullopt, grouping, false, std::nullopt, false};
  return measure_stacks(reports, options).estimates();
}

}  // namespace

LatencyProfile latency_profile(const std::vector<Report>& reports, double level, const Grouping& grouping) {
  LatencyProfile profile;
  profile.level = level;
  std::map<std::string, std::size_t, std::less<>> index;
  for (const Stack& stack : group_stacks(reports, grouping).stacks) {
    index.emplace(stack.name, profile.stacks.size());
    StackLatency& latency = profile.stacks.emplace_back();
    latency.stack = stack.name;
    latency.runs = stack.runs.size();
    latency.at.resize(LatencyProfile::levels.size());
    count_attachments(latency, stack);
    latency.curve = latency_curve(stack);
    latency.tainted = std::any_of(stack.runs.begin(), stack.runs.end(),
                                  [](const Run& run) { return is_tainted(*run.report); });
  }
  for (std::size_t i = 0; i < LatencyProfile::levels.size(); ++i) {
    for (StackEstimate& estimate : estimates_at(reports, LatencyProfile::levels.at(i), level, grouping)) {
      const auto found = index.find(estimate.stack);
      if (found != index.end()) profile.stacks[found->second].at[i] = std::move(estimate);
    }
  }
  std::erase_if(profile.stacks, [&](const StackLatency& latency) {
    const bool none =
        std::none_of(latency.at.begin(), latency.at.end(), [](const auto& one) { return one.has_value(); });
    if (none) profile.without.push_back(latency.stack);
    return none;
  });
  return profile;
}

}  // namespace abstat
