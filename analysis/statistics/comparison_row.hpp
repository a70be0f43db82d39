// One row of a table of comparisons, and what the rows of one table decide together.
#pragma once

#include "pair_test.hpp"
#include "sample.hpp"

#include <optional>
#include <vector>

#include <abstat/comparison.hpp>

namespace abstat {

struct TestedComparison {
  Comparison comparison;
  std::optional<PairTest> test;  // none where the pair was refused or only screened
};

struct RowOptions {
  Metric metric;
  double level;
  bool force;
};

// The row without what depends on the others.
[[nodiscard]] TestedComparison compare_pair(const MeasuredStack& stack, const MeasuredStack& baseline,
                                            const PairQuestion& question, const RowOptions& options);

// Holm's p, Bonferroni's intervals and the verdicts, over so many hypotheses: the rows that were tested
// (family_of), or more where rows were chosen by what the data showed. The others are then taken to have the
// largest p-values, which only makes the rows' own larger.
void settle_family(std::vector<TestedComparison>& table, double level, double margin, std::size_t family);

// Inside the margin beats real but small; otherwise the adjusted p decides. Nothing is the same for lack of
// evidence.
[[nodiscard]] SpeedupVerdict verdict_of(const Comparison& comparison, double margin);

// The verdict by what the row now holds; where there is none, the caveat and what would settle it among so
// many comparisons.
void settle_row(TestedComparison& row, double level, double margin, double family);

// How many rows were tested.
[[nodiscard]] std::size_t family_of(const std::vector<TestedComparison>& table);

}  // namespace abstat
