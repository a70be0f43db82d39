#include "comparability.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string_view>

#include <abstat/workload.hpp>

namespace abstat {

namespace {

void note_sizes(const MeasuredStack& a, const MeasuredStack& b, std::vector<Caveat>& caveats) {
  const auto size_a = body_bytes(*a.runs.front());
  const auto size_b = body_bytes(*b.runs.front());
  if (!size_a || !size_b || *size_a == *size_b) return;
  caveats.push_back(
      {CaveatCode::body_size_differs, fmt::format("bodies of {} and {} bytes", *size_a, *size_b)});
}

void note_eras(const MeasuredStack& a, const MeasuredStack& b, std::vector<Caveat>& caveats) {
  const AbEra era_a = a.runs.front()->era;
  const AbEra era_b = b.runs.front()->era;
  if (era_a == AbEra::unknown || era_b == AbEra::unknown || era_a == era_b) return;
  caveats.push_back({CaveatCode::era_differs, "made by versions of ab that print different formats"});
}

// What a stack's own row doubts, the comparison doubts too.
void note_own(const MeasuredStack& stack, std::vector<Caveat>& caveats) {
  for (const CaveatCode code :
       {CaveatCode::tainted, CaveatCode::short_run, CaveatCode::few_generations, CaveatCode::drain,
        CaveatCode::ab_warned, CaveatCode::ms_rounding, CaveatCode::truncated, CaveatCode::length_inverted}) {
    const auto it = std::ranges::find(stack.caveats, code, &Caveat::code);
    if (it == stack.caveats.end()) continue;
    std::string detail = fmt::format("{}: {}", stack.stack->name, it->detail);
    const auto known = std::ranges::find(caveats, code, &Caveat::code);
    if (known == caveats.end()) {
      caveats.push_back({code, std::move(detail)});
    } else {
      known->detail += "; " + detail;
    }
  }
}

bool needs_clean_runs(Metric metric) {
  return metric.kind != MetricKind::goodput && metric.kind != MetricKind::failure_rate;
}

}  // namespace

Comparability comparability(const MeasuredStack& a, const MeasuredStack& b, Metric metric) {
  Comparability result;
  const auto differing = differences(a.stack->workload, b.stack->workload);
  if (!differing.empty()) {
    std::string list = fmt::format("{}", fmt::join(differing, "; "));
    result.refusal = Refusal{fmt::format("not comparable: {}", list),
                             "run both under one workload, or --force to compare all the same"};
    result.caveats.push_back({CaveatCode::workload_differs, std::move(list)});
  }
  note_sizes(a, b, result.caveats);
  note_eras(a, b, result.caveats);
  note_own(a, result.caveats);
  note_own(b, result.caveats);
  if (!result.refusal && needs_clean_runs(metric) && (a.tainted || b.tainted)) {
    result.refusal = Refusal{fmt::format("responses of {} failed", a.tainted ? a.stack->name : b.stack->name),
                             "compare goodput, or --force to compare all the same"};
  }
  return result;
}

}  // namespace abstat
