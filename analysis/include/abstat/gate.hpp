// Old runs against new ones, stack by stack: is any worse beyond the margin, and can it be told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/comparison.hpp>

namespace abstat {

enum class GateOutcome : std::uint8_t { ok, regression, improvement, cannot_judge };
[[nodiscard]] std::string_view to_string(
    GateOutcome outcome);  // "ok", "regression", "improvement", "cannot-judge"

struct GateOptions {
  Metric metric;
  double level = 0.95;
  // The share of change that fails: 0.05 is 5 %, of rates 5 % less, of times 5 % more. A change fails when it
  // is significant (Holm over the stacks) and its value lies beyond the share.
  std::optional<double> fail_if_slower;
  std::optional<double> fail_if_faster;
  // Not to see a regression is not enough: a stack whose interval still reaches beyond the margin cannot be
  // judged.
  bool require_significant = false;
  Grouping old_grouping;
  Grouping new_grouping;
  bool paired = false;  // old and new runs with the same block label were made side by side
  bool force = false;
  bool borrow_sd = false;            // as in CompareOptions, from the replicated stacks of both sides
  std::optional<double> assumed_cv;  // as in CompareOptions
  bool length_ok = false;
};

struct GatedStack {
  std::string stack;
  GateOutcome outcome;
  std::optional<Comparison> comparison;  // new against old; none when one side is missing
  std::optional<Refusal> refusal;        // why it cannot be judged
};

struct GateResult {
  Metric metric;
  GateOutcome outcome;  // the worst: regression, cannot_judge, improvement that was to fail, ok
  std::vector<GatedStack> stacks;
  std::vector<std::string> only_old;  // stacks without a partner
  std::vector<std::string> only_new;
  std::size_t regressions;
  std::size_t improvements;
  std::size_t unjudged;
  std::string summary;  // one line: "1 of 3 stacks slower by more than 5 %: sync 0.88x [0.85, 0.91]"
  std::vector<std::string> warnings;
};

[[nodiscard]] GateResult gate(const std::vector<Report>& old_reports, const std::vector<Report>& new_reports,
                              const GateOptions& options);

}  // namespace abstat
