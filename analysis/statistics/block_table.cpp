#include "block_table.hpp"

#include "distributions.hpp"

namespace abstat {

std::optional<BlockTable> block_table(const Eigen::MatrixXd& logs) {
  const auto stacks = static_cast<double>(logs.rows());
  const auto blocks = static_cast<double>(logs.cols());
  if (stacks < 2 || blocks < 2) return std::nullopt;
  const double mean = logs.mean();
  const Eigen::VectorXd of_stacks = logs.rowwise().mean();
  const Eigen::RowVectorXd of_blocks = logs.colwise().mean();
  const Eigen::MatrixXd residuals =
      (logs.colwise() - of_stacks).rowwise() - (of_blocks.array() - mean).matrix();
  const double df = (stacks - 1) * (blocks - 1);
  const double error = residuals.squaredNorm() / df;
  if (!(error > 0)) return std::nullopt;
  const double between_blocks = stacks * (of_blocks.array() - mean).square().sum() / (blocks - 1);
  const double between_stacks = blocks * (of_stacks.array() - mean).square().sum() / (stacks - 1);
  const double f = between_blocks / error;
  const double unblocked =
      ((blocks - 1) * between_blocks + blocks * (stacks - 1) * error) / (blocks * stacks - 1);
  return BlockTable{
      error, between_blocks, between_stacks, df, f, fisher_f_upper(f, blocks - 1, df), unblocked / error};
}

}  // namespace abstat
