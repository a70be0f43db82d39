// The question "by how much, and is it real" put to the runs of two stacks, by the method asked for.
#pragma once

#include "sample.hpp"
#include "stack_estimate.hpp"

#include <Eigen/Core>
#include <functional>
#include <optional>
#include <tl/expected.hpp>
#include <vector>

#include <abstat/estimate.hpp>

namespace abstat {

struct PairTest {
  double log_ratio;  // above 0: a is better
  // Of the log ratio, at confidence 1 - alpha.
  std::function<tl::expected<Interval, Refusal>(double alpha)> interval;
  Method method;
  std::optional<double> df;
  std::optional<double> p;
  std::optional<double> p_equivalence;
  std::vector<Caveat> caveats;
  // Run to run, of logs: of both stacks together, or of in-block differences over sqrt 2. By t only.
  std::optional<double> sd = std::nullopt;
};

struct PairQuestion {
  Method method;
  double margin;
  EstimateOptions estimate;
};

// Refused where the runs cannot answer, with what would let them.
[[nodiscard]] tl::expected<PairTest, Refusal> test_pair(const MeasuredStack& a, const MeasuredStack& b,
                                                        const PairQuestion& question);

// Whether every stack with replicates has exactly one run in each of the same two or more blocks: then runs
// were made side by side and pairs are compared within blocks, by design and not by a test
// (statistics.md 3.7).
[[nodiscard]] bool is_blocked(const std::vector<Stack>& stacks);

struct BlockPairs {
  Eigen::ArrayXd differences;  // a - b, block by block
  std::size_t dropped;         // blocks that only one of them has
};
[[nodiscard]] BlockPairs pair_by_block(const Sample& a, const Sample& b);

}  // namespace abstat
