#include "result_cells.hpp"

#include <fmt/format.h>
#include <utility>

#include <abstat/annotation.hpp>

namespace abstat {

std::vector<Annotation> annotations_of(const ComparisonTable& comparison) {
  std::vector<Annotation> annotations;
  for (const Comparison& one : comparison.comparisons) {
    Annotation annotation;
    annotation.severity = Severity::note;
    annotation.rule = to_string(one.verdict);
    annotation.title = fmt::format("{} against {}", one.stack, one.baseline);
    annotation.message = fmt::format("{:.3f}x by {}: {}", one.speedup.value, described(comparison.metric),
                                     to_string(one.verdict));
    if (!one.speedup.interval)
      annotation.message += ", no confidence interval: " + one.speedup.interval.error().reason;
    annotations.push_back(std::move(annotation));
  }
  return annotations;
}

}  // namespace abstat
