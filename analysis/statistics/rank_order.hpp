// The order of measured stacks, who is told apart from whom, and the rank sets, letters and probabilities
// that follow.
#pragma once

#include "measured_stacks.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <abstat/ranking.hpp>

namespace abstat {

// Beyond so many stacks pairs are counted by rank_sets, not kept: see Ranking::pairs.
inline constexpr std::size_t kept_pairs_limit = 100;
// Beyond so many stacks no rank probabilities: their cost grows with the fourth power.
inline constexpr std::size_t probability_limit = 20;

struct OrderedPair {
  std::size_t better;  // places in the order
  std::size_t worse;
  bool separated;
  std::optional<double> p_adjusted;
};

struct RankOrder {
  std::vector<std::size_t> stacks;  // indices into the measured stacks, best first, tainted below the line
  std::size_t above_line;           // how many of them take part in the ranking
  std::vector<RankSet> ranks;       // by place, as all below
  std::vector<std::string> letters;
  std::vector<std::vector<double>> p_rank;
  std::vector<OrderedPair> pairs;
  Adjustment adjustment;  // the one used
  bool tested;            // some pair was tested; otherwise the order is by value alone
  std::vector<std::string> warnings;
};

[[nodiscard]] RankOrder rank_order(const MeasuredStacks& measured, const RankOptions& options);

}  // namespace abstat
