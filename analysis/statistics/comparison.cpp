#include "comparison_row.hpp"
#include "family_adjustment.hpp"
#include "measured_stacks.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include <abstat/comparison.hpp>

namespace abstat {

namespace {

// More would be 125,000 comparisons that nobody reads.
constexpr std::size_t all_pairs_limit = 500;

using Pair = std::pair<std::size_t, std::size_t>;  // stack and baseline, indices into the measured stacks

struct Baseline {
  std::size_t stack;
  std::string group;  // stacks of this group are baselines each for their own workload
};

tl::expected<Baseline, UnknownBaseline> find_baseline(const MeasuredStacks& measured,
                                                      const std::string& asked) {
  const auto& stacks = measured.stacks;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    if (stacks[i].stack->name == asked || stacks[i].stack->group == asked)
      return Baseline{i, stacks[i].stack->group};
    known.push_back(stacks[i].stack->name);
  }
  if (asked == "first" && !stacks.empty()) return Baseline{0, stacks[0].stack->group};
  if (asked == "best" && !stacks.empty()) {
    const auto key = [](const MeasuredStack& s) { return std::pair(!s.tainted, s.sample.logs.mean()); };
    const auto best = std::ranges::max_element(stacks, {}, key);
    return Baseline{static_cast<std::size_t>(best - stacks.begin()), best->stack->group};
  }
  return tl::unexpected(UnknownBaseline{asked, std::move(known)});
}

bool is_stack(const MeasuredStacks& measured, const std::string& name) {
  return std::ranges::any_of(measured.stacks, [&](const MeasuredStack& stack) {
    return stack.stack->name == name || stack.stack->group == name;
  });
}

// The best stack was found by looking at all of them: each pair might have stood in the table.
std::size_t hypotheses(const std::vector<TestedComparison>& table, bool baseline_by_value) {
  const std::size_t rows = family_of(table);
  return baseline_by_value ? rows * (rows + 1) / 2 : rows;
}

// The baseline under this stack's own workload where there is one.
std::size_t baseline_for(const MeasuredStacks& measured, const std::vector<std::size_t>& baselines,
                         std::size_t stack) {
  const auto same = [&](std::size_t i) {
    return differences(measured.stacks[i].stack->workload, measured.stacks[stack].stack->workload).empty();
  };
  const auto it = std::ranges::find_if(baselines, same);
  return it == baselines.end() ? baselines.front() : *it;
}

std::vector<Pair> pairs_with(const MeasuredStacks& measured, const Baseline& baseline) {
  std::vector<std::size_t> baselines{baseline.stack};
  for (std::size_t i = 0; i < measured.stacks.size(); ++i) {
    if (i != baseline.stack && measured.stacks[i].stack->group == baseline.group) baselines.push_back(i);
  }
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < measured.stacks.size(); ++i) {
    if (std::ranges::find(baselines, i) == baselines.end())
      pairs.emplace_back(i, baseline_for(measured, baselines, i));
  }
  // Only workloads of one stack: they are what there is to compare.
  if (!pairs.empty()) return pairs;
  for (const std::size_t i : baselines) {
    if (i != baseline.stack) pairs.emplace_back(i, baseline.stack);
  }
  return pairs;
}

std::vector<Pair> all_pairs(std::size_t stacks) {
  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < stacks; ++a) {
    for (std::size_t b = a + 1; b < stacks; ++b) pairs.emplace_back(b, a);
  }
  return pairs;
}

}  // namespace

std::string_view to_string(SpeedupVerdict verdict) {
  switch (verdict) {
    case SpeedupVerdict::faster:
    case SpeedupVerdict::separated_faster:
      return "faster";
    case SpeedupVerdict::slower:
    case SpeedupVerdict::separated_slower:
      return "slower";
    case SpeedupVerdict::same:
      return "same";
    case SpeedupVerdict::undetermined:
      break;
  }
  return "undetermined";
}

std::string_view to_string(Adjustment adjustment) {
  switch (adjustment) {
    case Adjustment::dunnett:
      return "dunnett";
    case Adjustment::tukey:
      return "tukey";
    case Adjustment::games_howell:
      return "games-howell";
    case Adjustment::holm:
      break;
  }
  return "holm";
}

std::optional<Adjustment> parse_adjustment(std::string_view name) {
  for (const Adjustment adjustment :
       {Adjustment::holm, Adjustment::dunnett, Adjustment::tukey, Adjustment::games_howell}) {
    if (to_string(adjustment) == name) return adjustment;
  }
  return std::nullopt;
}

tl::expected<ComparisonTable, UnknownBaseline> compare_reports(const std::vector<Report>& reports,
                                                               const CompareOptions& options) {
  MeasuredStacks measured =
      measure_stacks(reports, {options.metric, options.level, options.margin, options.method,
                               options.grouping, options.borrow_sd, options.assumed_cv, options.length_ok,
                               options.naive, options.sensitivity});
  const auto baseline = find_baseline(measured, options.baseline);
  if (!baseline) return tl::unexpected(baseline.error());
  const bool every_pair = options.all_pairs && measured.stacks.size() <= all_pairs_limit;
  if (options.all_pairs && !every_pair) {
    measured.warnings.push_back(
        fmt::format("{} stacks have too many pairs (limit {} stacks): compared with the baseline",
                    measured.stacks.size(), all_pairs_limit));
  }
  // A stack may be called so.
  const bool by_value = options.baseline == "best" && !is_stack(measured, options.baseline);
  const std::vector<Pair> pairs =
      every_pair ? all_pairs(measured.stacks.size()) : pairs_with(measured, *baseline);
  std::vector<TestedComparison> table;
  for (const auto& [stack, base] : pairs) {
    table.push_back(compare_pair(measured.stacks[stack], measured.stacks[base], measured.question,
                                 {options.metric, options.level, options.force}));
  }
  const std::size_t family = hypotheses(table, by_value && !every_pair);
  settle_family(table, options.level, options.margin, family);
  std::string misfit =
      adjust_family(table, pairs, measured,
                    {options.adjustment, options.level, options.margin, every_pair, options.force, by_value});
  if (!misfit.empty()) measured.warnings.push_back(misfit);
  ComparisonTable result{options.metric,
                         options.level,
                         options.margin,
                         measured.stacks[baseline->stack].stack->name,
                         measured.estimates(),
                         std::move(measured.unmeasured),
                         {},
                         family,
                         misfit.empty() ? options.adjustment : Adjustment::holm,
                         measured.blocked,
                         std::move(measured.warnings)};
  for (TestedComparison& row : table) result.comparisons.push_back(std::move(row.comparison));
  return result;
}

}  // namespace abstat
