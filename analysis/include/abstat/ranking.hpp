// The order of stacks and how far the data establishes it (statistics.md 5).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/comparison.hpp>

namespace abstat {

// Ranks 1 (best) to the number of stacks. All the sets of a ranking hold together at its level. Tainted
// stacks below the line come after the others by that rule, not by a test.
struct RankSet {
  double point;  // by value; equal values share the midrank
  std::size_t low;
  std::size_t high;
  bool operator==(const RankSet&) const = default;
};

struct RankedStack {
  StackEstimate of;
  RankSet rank;
  // Stacks that share a letter are not told apart. Empty for one run each, for tainted stacks below the line
  // and for more than 52 stacks: the alphabet ends there.
  std::string letters;
  // Not adjusted for multiplicity. Nothing for more than 20 stacks: the cost grows with their fourth power.
  std::optional<double> p_best;
  std::vector<double> rank_probabilities;  // of rank 1, 2, … where all were asked for; empty otherwise
  bool tainted;
};

// The mean of ranks 1, 2, … with these probabilities; nothing of none.
[[nodiscard]] std::optional<double> mean_rank(const std::vector<double>& rank_probabilities);

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
  std::vector<Unmeasured> unmeasured;
  // In the order of stacks: all pairs of up to 100 stacks, neighbours only beyond (50 million pairs of 10,000
  // stacks are tested, but nobody reads them).
  std::vector<RankedPair> pairs;
  bool established;       // false when one run each cannot establish an order
  Adjustment adjustment;  // as in ComparisonTable, as is blocked
  bool blocked;
  std::vector<std::string> warnings;
};

// How much of the probabilities is wanted: none, of being best, or of every rank.
enum class RankProbabilities : std::uint8_t { none, best, all };
[[nodiscard]] std::optional<RankProbabilities> parse_rank_probabilities(std::string_view name);

struct RankOptions {
  Metric metric{MetricKind::goodput};
  double level = 0.95;
  std::optional<Method> method;  // as in CompareOptions; log_t or paired
  Grouping grouping;
  Adjustment adjustment = Adjustment::holm;  // or tukey, games_howell: with log_t, not strict
  // Of ranks, by quadrature: most of the time that few stacks take.
  RankProbabilities probabilities = RankProbabilities::best;
  bool strict = false;           // one-sided hypotheses over all pairs: proven directional control
  bool tainted_in_line = false;  // rank stacks with failures among the others
  bool force = false;
  bool borrow_sd = false;
  std::optional<double> assumed_cv;
  bool length_ok = false;
  bool sensitivity = false;  // also estimate stacks without their outliers
  bool naive = false;        // keep what "sd over root n" says of single runs, beside the honest bounds
};

[[nodiscard]] Ranking rank_reports(const std::vector<Report>& reports, const RankOptions& options);

}  // namespace abstat
