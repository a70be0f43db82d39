#include "caveat_notes.hpp"
#include "csv_sheet.hpp"
#include "json_document.hpp"
#include "result_cells.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <abstat/annotation.hpp>
#include <abstat/csv.hpp>
#include <abstat/pages.hpp>

namespace abstat {

namespace {

template <typename Visitor>
void visit_gated(Visitor& v, const GatedStack& stack) {
  v.field("stack", stack.stack);
  v.field("outcome", to_string(stack.outcome));
  v.optional_object("comparison", stack.comparison,
                    [&](const Comparison& comparison) { visit_fields(v, comparison); });
  v.optional_object("refusal", stack.refusal, [&](const Refusal& refusal) {
    v.field("refused", refusal.reason);
    v.field("settle", refusal.settle);
  });
}

std::string sentence_on(const Refusal& refusal) {
  return fmt::format("{}: {}", refusal.reason, refusal.settle);
}

Cell outcome_cell(GateOutcome outcome) {
  switch (outcome) {
    case GateOutcome::ok:
      return Word{"ok", Tone::good};
    case GateOutcome::regression:
      return Word{"regression", Tone::bad};
    case GateOutcome::improvement:
      return Word{"improvement", Tone::good};
    case GateOutcome::cannot_judge:
      return Word{"cannot judge", Tone::doubt};
  }
  return {};
}

Cell interval_cell(const GatedStack& stack) {
  const bool known = stack.comparison && stack.comparison->speedup.interval;
  return known ? ratio_range_cell(*stack.comparison->speedup.interval) : Cell();
}

// The outcome says already what was not significant.
std::vector<Caveat> caveats_of(const Comparison& comparison) {
  std::vector<Caveat> caveats = comparison.caveats;
  std::erase_if(caveats, [](const Caveat& c) { return c.code == CaveatCode::not_significant; });
  return caveats;
}

Table gate_table(const GateResult& result) {
  Table table{"",
              {{"stack", Align::left},
               {"outcome", Align::left},
               {"new against old", Align::right},
               {"interval", Align::right},
               {"p (Holm)", Align::right},
               {"caveats", Align::left}},
              {},
              {}};
  CaveatNotes caveats;
  for (const GatedStack& stack : result.stacks) {
    if (stack.comparison) caveats.add_row(stack.stack, caveats_of(*stack.comparison));
  }
  table.notes = caveats.notes();
  for (const GatedStack& stack : result.stacks) {
    const auto& comparison = stack.comparison;
    table.rows.push_back({stack.stack, outcome_cell(stack.outcome),
                          comparison ? ratio_cell(comparison->speedup.value) : Cell(), interval_cell(stack),
                          comparison ? p_cell(comparison->p_adjusted) : Cell(),
                          comparison ? caveats.cell(caveats_of(*comparison)) : Cell()});
  }
  drop_empty_columns(table);
  return table;
}

std::vector<std::string> remarks_of(const GateResult& result) {
  std::vector<std::string> remarks;
  for (const GatedStack& stack : result.stacks) {
    if (stack.refusal)
      remarks.push_back(fmt::format("{} cannot be judged: {}", stack.stack, sentence_on(*stack.refusal)));
  }
  if (!result.only_old.empty())
    remarks.push_back(fmt::format("Only old: {}", fmt::join(result.only_old, ", ")));
  if (!result.only_new.empty())
    remarks.push_back(fmt::format("Only new: {}", fmt::join(result.only_new, ", ")));
  remarks.insert(remarks.end(), result.warnings.begin(), result.warnings.end());
  return remarks;
}

Severity severity_of(GateOutcome outcome) {
  if (outcome == GateOutcome::regression) return Severity::error;
  return outcome == GateOutcome::cannot_judge ? Severity::warning : Severity::note;
}

}  // namespace

Page page_of(const GateResult& result) {
  // The answer first: it is the one line that a build log is searched for.
  Page page{result.summary, {"New against old by " + described(result.metric) + ".", gate_table(result)}};
  std::vector<std::string> remarks = remarks_of(result);
  if (!remarks.empty()) page.parts.emplace_back(BulletList{std::move(remarks)});
  return page;
}

std::string json_of(const GateResult& result) {
  JsonDocument document;
  document.field("metric", result.metric.name());
  document.field("unit", result.metric.unit());
  document.field("outcome", to_string(result.outcome));
  document.field("summary", result.summary);
  document.field("regressions", result.regressions);
  document.field("improvements", result.improvements);
  document.field("unjudged", result.unjudged);
  document.list("stacks", result.stacks,
                [](JsonWriter& json, const GatedStack& stack) { visit_gated(json, stack); });
  document.strings("only_old", result.only_old);
  document.strings("only_new", result.only_new);
  document.strings("warnings", result.warnings);
  return std::move(document).text();
}

std::string csv_of(const GateResult& result) {
  return text_of(sheet_of(GatedStack{}, result.stacks, [&](auto& v, const GatedStack& stack) {
    v.field("metric", result.metric.name());
    v.field("unit", result.metric.unit());
    visit_gated(v, stack);
  }));
}

std::vector<Annotation> annotations_of(const GateResult& result) {
  std::vector<Annotation> annotations;
  Annotation whole;
  whole.severity = severity_of(result.outcome);
  whole.rule = to_string(result.outcome);
  whole.title = "abstat compare";
  whole.message = result.summary;
  annotations.push_back(std::move(whole));
  for (const GatedStack& stack : result.stacks) {
    if (stack.outcome == GateOutcome::ok) continue;
    Annotation annotation;
    annotation.severity = severity_of(stack.outcome);
    annotation.rule = to_string(stack.outcome);
    annotation.title = fmt::format("{}: {}", stack.stack, to_string(stack.outcome));
    if (stack.comparison)
      annotation.message = fmt::format("{:.3f}x against old", stack.comparison->speedup.value);
    if (stack.refusal) annotation.message = sentence_on(*stack.refusal);
    annotations.push_back(std::move(annotation));
  }
  return annotations;
}

}  // namespace abstat
