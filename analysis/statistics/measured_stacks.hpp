// What compare and rank have in common: reports grouped, measured and each estimated by itself.
#pragma once

#include "pair_test.hpp"
#include "sample.hpp"

#include <string>
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

[[nodiscard]] MeasuredStacks measure_stacks(const std::vector<Report>& reports, const SampleOptions& options);

}  // namespace abstat
