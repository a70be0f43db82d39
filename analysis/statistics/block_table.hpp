// Two-way table of stacks by blocks: how much of the spread is the blocks', that is the machine's
// (statistics.md 3.7).
#pragma once

#include <Eigen/Core>
#include <optional>

namespace abstat {

struct BlockTable {
  double error_mean_square;
  double block_mean_square;
  double stack_mean_square;
  double error_df;
  double f_blocks;
  double p_blocks;             // small: the machine drifted from block to block
  double relative_efficiency;  // what blocking gained over the same runs without it
};

// Rows are stacks, columns blocks. Nothing for fewer than two of either, or when nothing is left as error.
[[nodiscard]] std::optional<BlockTable> block_table(const Eigen::MatrixXd& logs);

}  // namespace abstat
