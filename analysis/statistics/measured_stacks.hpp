// What compare and rank have in common: reports grouped, measured and each estimated by itself.
#pragma once

#include "pair_test.hpp"
#include "sample.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/comparison.hpp>

namespace abstat {

struct SampleOptions {
  Metric metric;
  double level;
  double margin;
  std::optional<Method> method;
  const Grouping& grouping;
  bool borrow_sd;
  std::optional<double> assumed_cv;
  bool length_ok;
  bool naive = false;
  bool sensitivity = false;
};

struct MeasuredStacks {
  std::vector<Stack> grouped;  // what `stacks` point into
  std::vector<MeasuredStack> stacks;
  std::vector<Unmeasured> unmeasured;
  std::vector<std::string> warnings;
  PairQuestion question;
  bool blocked;

  [[nodiscard]] std::vector<StackEstimate> estimates() const;
};

// The run-to-run sd that these stacks lend to those with one run; nothing where none has replicates.
[[nodiscard]] std::optional<PooledSd> lent_sd(const std::vector<const MeasuredStack*>& stacks);
inline constexpr std::string_view nobody_lends = "no stack has replicates to borrow a run-to-run sd from";

[[nodiscard]] MeasuredStacks measure_stacks(const std::vector<Report>& reports, const SampleOptions& options);

}  // namespace abstat
