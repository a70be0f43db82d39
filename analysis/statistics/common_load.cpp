#include <algorithm>
#include <map>
#include <set>

#include <abstat/scaling.hpp>

namespace abstat {

namespace {

class NamesInSweep {
 public:
  NamesInSweep(const Scaling& scaling, const Grouping& grouping) : grouping_(grouping) {
    for (const ScalingSeries& series : scaling.series) series_.insert(series.name);
  }

  [[nodiscard]] std::string of(const Report& report) const {
    std::string name = grouping_.stack ? grouping_.stack(report) : report.stack;
    if (!report.concurrency) return name;
    const std::string_view bare = name_without_concurrency(name, *report.concurrency);
    return series_.contains(bare) ? std::string(bare) : name;
  }

 private:
  const Grouping& grouping_;
  std::set<std::string, std::less<>> series_;
};

}  // namespace

std::optional<CommonLoad> common_load(const std::vector<Report>& reports, const Scaling& scaling,
                                      const Grouping& grouping) {
  if (scaling.series.empty()) return std::nullopt;
  const NamesInSweep names(scaling, grouping);
  std::map<std::int64_t, std::set<std::string>> stacks_at;
  std::vector<std::string> all;
  for (const Report& report : reports) {
    std::string name = names.of(report);
    if (report.concurrency) stacks_at[*report.concurrency].insert(name);
    if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(std::move(name));
  }
  // From the highest number down: the first of equals is taken.
  const auto most = std::max_element(stacks_at.rbegin(), stacks_at.rend(), [](const auto& a, const auto& b) {
    return a.second.size() < b.second.size();
  });
  CommonLoad load{most->first, {}, all.size(), {}};
  for (const Report& report : reports) {
    if (report.concurrency != load.concurrency) continue;
    load.reports.push_back(report);
    load.reports.back().stack = names.of(report);
  }
  std::copy_if(all.begin(), all.end(), std::back_inserter(load.missing),
               [&](const std::string& name) { return !most->second.contains(name); });
  return load;
}

}  // namespace abstat
