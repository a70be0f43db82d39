// One stack's own row: value, interval, run-to-run cv, prediction (statistics.md 2.3, 3.1).
#pragma once

#include "log_t.hpp"
#include "run_to_run.hpp"
#include "sample.hpp"

#include <optional>

#include <abstat/comparison.hpp>

namespace abstat {

struct EstimateOptions {
  Metric metric;
  double level;
  Method method;
  std::optional<PooledSd> borrowed;  // lent to single runs
  std::optional<double> assumed_cv;  // assumed of single runs
  bool sensitivity = false;          // also without outliers
};

// The mean of a sample's logs with its standard error: from two runs on by their variance (of identical
// prints, by what rounding hides), of one run by what was assumed or borrowed. Nothing otherwise.
[[nodiscard]] std::optional<MeanOfLogs> log_mean(const MeasuredStack& stack, const EstimateOptions& options);

[[nodiscard]] StackEstimate estimate_stack(const MeasuredStack& stack, const EstimateOptions& options);

// Why one run has no interval, and the ab command to repeat.
[[nodiscard]] Refusal one_run_refusal(const Report& report);

}  // namespace abstat
