// The order of stacks and how far the data establishes it (statistics.md 5).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <abstat/comparison.hpp>

namespace abstat {

struct RankSet {
  double point;  // by value; equal values share the midrank
  std::size_t low;
  std::size_t high;
  bool operator==(const RankSet&) const = default;
};

struct RankedStack {
  StackEstimate of;
  RankSet rank;
  std::string letters;           // stacks that share a letter are not told apart; empty when not ranked
  std::optional<double> p_best;  // not adjusted for multiplicity
  bool tainted;
};

// Two stacks and whether the data tells them apart.
struct RankedPair {
  std::string better;
  std::string worse;
  double ratio;
  bool separated;
  std::optional<double> p_adjusted;
};

struct Ranking {
  Metric metric;
  double level;
  std::vector<RankedStack> stacks;  // best first; tainted ones last unless asked otherwise
  std::vector<RankedPair> pairs;    // in the order of stacks
  bool established;                 // false when one run each cannot establish an order
  std::vector<std::string> warnings;
};

struct RankOptions {
  Metric metric{MetricKind::goodput};
  double level = 0.95;
  Method method = Method::log_t;
  bool strict = false;           // one-sided hypotheses over all pairs: proven directional control
  bool tainted_in_line = false;  // rank stacks with failures among the others
  bool force = false;
  bool borrow_sd = false;
  std::optional<double> assumed_cv;
};

[[nodiscard]] Ranking rank_reports(const std::vector<Report>& reports, const RankOptions& options);

}  // namespace abstat
