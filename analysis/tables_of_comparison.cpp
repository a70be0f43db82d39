#include "caveat_notes.hpp"
#include "cell_text.hpp"
#include "page_parts.hpp"
#include "result_cells.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include <abstat/pages.hpp>

namespace abstat {

namespace {

// `screens`: all verdicts are separations of single runs, and the column's name says so.
Cell verdict_cell(SpeedupVerdict verdict, bool screens) {
  switch (verdict) {
    case SpeedupVerdict::faster:
      return Word{"faster", Tone::good};
    case SpeedupVerdict::slower:
      return Word{"slower", Tone::bad};
    case SpeedupVerdict::same:
      return std::string("same");
    case SpeedupVerdict::undetermined:
      return Word{"undetermined", Tone::doubt};
    case SpeedupVerdict::separated_faster:
      return Word{screens ? "faster" : "faster (separated)", Tone::doubt};
    case SpeedupVerdict::separated_slower:
      return Word{screens ? "slower" : "slower (separated)", Tone::doubt};
  }
  return {};
}

std::vector<Caveat> caveats_of(const Comparison& comparison) {
  std::vector<Caveat> caveats = comparison.caveats;
  for (const Caveat& caveat : comparison.speedup.caveats) {
    if (std::find(caveats.begin(), caveats.end(), caveat) == caveats.end()) caveats.push_back(caveat);
  }
  return caveats;
}

Cell interval_cell(const Estimate& speedup) {
  return speedup.interval ? ratio_range_cell(*speedup.interval) : Cell();
}

Cell rounding_cell(const Estimate& speedup) {
  return !speedup.interval && speedup.rounding ? ratio_rounding_cell(*speedup.rounding) : Cell();
}

Cell bound_cell(const Estimate& speedup) {
  const bool bounded = speedup.within_run && speedup.within_run->bound;
  return bounded ? ratio_range_cell(*speedup.within_run->bound) : Cell();
}

const StackEstimate* stack_named(const ComparisonTable& table, const std::string& name) {
  const auto found = std::find_if(table.stacks.begin(), table.stacks.end(),
                                  [&](const StackEstimate& stack) { return stack.stack == name; });
  return found == table.stacks.end() ? nullptr : &*found;
}

// Against more than one stack: --all-pairs.
bool against_several(const ComparisonTable& table) {
  return std::any_of(table.comparisons.begin(), table.comparisons.end(), [&](const Comparison& comparison) {
    return comparison.baseline != table.comparisons.front().baseline;
  });
}

bool any_screen(const ComparisonTable& table) {
  return std::any_of(table.comparisons.begin(), table.comparisons.end(), [](const Comparison& comparison) {
    return comparison.verdict == SpeedupVerdict::separated_faster ||
           comparison.verdict == SpeedupVerdict::separated_slower;
  });
}

bool only_screens(const ComparisonTable& table) {
  return std::none_of(table.comparisons.begin(), table.comparisons.end(),
                      [](const Comparison& comparison) { return comparison.speedup.interval.has_value(); });
}

// The runs of every stack; nothing when they differ.
std::optional<std::size_t> common_runs(const ComparisonTable& table) {
  if (table.stacks.empty()) return std::nullopt;
  const std::size_t runs = table.stacks.front().replicates;
  const bool common = std::all_of(table.stacks.begin(), table.stacks.end(),
                                  [&](const StackEstimate& stack) { return stack.replicates == runs; });
  return common ? std::optional(runs) : std::nullopt;
}

// Finds a stack's own value without searching the list for each row.
class ValueOf {
 public:
  explicit ValueOf(const ComparisonTable& table) : metric_(table.metric) {
    for (const StackEstimate& stack : table.stacks) stacks_[stack.stack] = &stack;
  }
  [[nodiscard]] Cell value(const std::string& stack) const {
    const auto found = stacks_.find(stack);
    return found == stacks_.end() ? Cell() : value_cell(metric_, found->second->estimate.value);
  }
  [[nodiscard]] Cell runs(const std::string& stack) const {
    const auto found = stacks_.find(stack);
    return found == stacks_.end() ? Cell() : Cell(static_cast<std::int64_t>(found->second->replicates));
  }

 private:
  Metric metric_;
  std::map<std::string_view, const StackEstimate*> stacks_;
};

Table speedup_table(const ComparisonTable& comparison) {
  CaveatNotes caveats;
  for (const Comparison& one : comparison.comparisons) caveats.add_row(one.stack, caveats_of(one));
  const bool several = against_several(comparison);
  const bool screens = only_screens(comparison);
  const bool runs_differ = !common_runs(comparison);
  const ValueOf own(comparison);

  Table table{"",
              {{"stack", Align::left},
               {"against", Align::left},
               {"runs", Align::right, 4},
               {label_of(comparison.metric), Align::right},
               {"speedup", Align::right},
               {percent(comparison.level) + " interval", Align::right},
               {"rounding", Align::right, 5},
               {"one-run bound", Align::right, 2},
               {fmt::format("p ({})", author_of(comparison.adjustment)), Align::right, 3},
               {screens ? "screen" : "verdict", Align::left},
               {"caveats", Align::left, 1}},
              {},
              caveats.notes()};
  for (const Comparison& one : comparison.comparisons) {
    table.rows.push_back({one.stack, several ? Cell(one.baseline) : Cell(),
                          runs_differ ? own.runs(one.stack) : Cell(), own.value(one.stack),
                          ratio_cell(one.speedup.value), interval_cell(one.speedup),
                          rounding_cell(one.speedup), bound_cell(one.speedup), p_cell(one.p_adjusted),
                          verdict_cell(one.verdict, screens), caveats.cell(caveats_of(one))});
  }
  drop_empty_columns(table);
  return table;
}

IntervalPlot plot_of(const ComparisonTable& comparison) {
  const bool several = against_several(comparison);
  IntervalPlot plot{{}, true, 1, "x"};
  for (const Comparison& one : comparison.comparisons) {
    if (!(one.speedup.value > 0)) continue;
    const auto interval = one.speedup.interval ? std::optional(*one.speedup.interval) : std::nullopt;
    plot.rows.push_back(
        {several ? fmt::format("{} / {}", one.stack, one.baseline) : one.stack, one.speedup.value, interval});
  }
  return plot;
}

// What a speedup is, against what, and what the words mean: once, above the table.
std::string introduction(const ComparisonTable& comparison) {
  const auto common = common_runs(comparison);
  std::string text = common ? fmt::format("{} of each stack{}. ", counted(*common, "run", "runs"),
                                          comparison.blocked ? ", made side by side in blocks" : "")
                            : "";
  const StackEstimate* baseline = stack_named(comparison, comparison.baseline);
  if (baseline != nullptr && !against_several(comparison)) {
    const std::string value = text_of(value_cell(comparison.metric, baseline->estimate.value));
    text += fmt::format("Baseline: {} ({}{}{}{}). ", baseline->stack,
                        common ? "" : counted(baseline->replicates, "run", "runs") + ", ", value,
                        comparison.metric.unit().empty() ? "" : " ", comparison.metric.unit());
  }
  return text + "A speedup of 1.5x means 1.5 times as good.";
}

// How many runs would settle what is undetermined, by the difference they would show.
std::vector<std::string> needed_runs(const ComparisonTable& comparison) {
  const bool several = against_several(comparison);
  std::vector<std::string> lines;
  for (const Comparison& one : comparison.comparisons) {
    if (!one.needed) continue;
    lines.push_back(fmt::format("{}{}: {} runs of each show a difference of {}", one.stack,
                                several ? " against " + one.baseline : "", one.needed->runs,
                                percent(one.needed->ratio - 1)));
  }
  return lines;
}

void add_needed_runs(Parts& parts, const ComparisonTable& comparison) {
  std::vector<std::string> lines = needed_runs(comparison);
  if (lines.empty()) return;
  parts.emplace_back(
      "What would settle the undetermined, four times in five, with runs that vary as these did, interleaved "
      "in random order (abstat plan --replicates N):");
  parts.emplace_back(BulletList{std::move(lines)});
}

const Refusal* refusal_of(const ComparisonTable& comparison) {
  for (const Comparison& one : comparison.comparisons) {
    if (!one.speedup.interval) return &one.speedup.interval.error();
  }
  return nullptr;
}

}  // namespace

Parts parts_of(const ComparisonTable& comparison) {
  Parts parts;
  parts.emplace_back(introduction(comparison));
  if (comparison.comparisons.empty()) {
    parts.emplace_back(fmt::format("Nothing to compare: {} with a value.",
                                   counted(comparison.stacks.size(), "stack", "stacks")));
    return parts;
  }
  add_drawn_table(parts, speedup_table(comparison), plot_of(comparison));
  if (const Refusal* refusal = refusal_of(comparison)) {
    std::string sentence = fmt::format("No confidence interval: {}. ", refusal->reason);
    if (any_screen(comparison)) {
      sentence +=
          "Faster or slower is then a screen, not a test: the gap is wider than both one-run bounds. ";
    }
    parts.emplace_back(sentence + "What would settle it: " + refusal->settle);
  }
  add_needed_runs(parts, comparison);
  std::vector<const StackEstimate*> stacks;
  for (const StackEstimate& stack : comparison.stacks) stacks.push_back(&stack);
  if (auto lines = without_outliers(comparison.metric, stacks); !lines.empty()) {
    parts.emplace_back(std::string(about_without_outliers));
    parts.emplace_back(BulletList{std::move(lines)});
  }
  std::vector<std::string> remarks = sentences_of(comparison.unmeasured);
  remarks.insert(remarks.end(), comparison.warnings.begin(), comparison.warnings.end());
  if (!remarks.empty()) parts.emplace_back(BulletList{std::move(remarks)});
  return parts;
}

Page page_of(const ComparisonTable& comparison) {
  return {"Speedup by " + described(comparison.metric), parts_of(comparison)};
}

}  // namespace abstat
