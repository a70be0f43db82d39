#include "json_document.hpp"

namespace abstat {

void add_metric(JsonDocument& document, const Metric& metric, double level) {
  document.field("metric", metric.name());
  document.field("unit", metric.unit());
  document.field("higher_is_better", metric.higher_is_better());
  document.field("level", level);
}

void add_comparison(JsonDocument& document, const ComparisonTable& comparison) {
  document.field("margin", comparison.margin);
  document.field("baseline", comparison.baseline);
  document.field("family", comparison.family);
  document.field("adjustment", to_string(comparison.adjustment));
  document.list("stacks", comparison.stacks, visit_any);
  document.list("comparisons", comparison.comparisons, visit_any);
}

std::string json_of(const ComparisonTable& comparison) {
  JsonDocument document;
  add_metric(document, comparison.metric, comparison.level);
  document.field("blocked", comparison.blocked);
  add_comparison(document, comparison);
  document.list("unmeasured", comparison.unmeasured, visit_any);
  document.strings("warnings", comparison.warnings);
  return std::move(document).text();
}

}  // namespace abstat
