#include "rank_probability.hpp"

#include "distributions.hpp"
#include "quadrature.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace abstat {

namespace {

// From the centre far into the tails of a t with one degree of freedom.
constexpr std::array<double, 15> breaks{0,  0.5, 1,   2,    4,    8,      16,     32,
                                        64, 128, 512, 2048, 8192, 100000, 1000000};

constexpr double negligible = 1e-25;

std::vector<double> breakpoints(const std::vector<MeanOfLogs>& stacks) {
  std::vector<double> points;
  for (const MeanOfLogs& stack : stacks) {
    const double se = std::sqrt(stack.variance_of_mean);
    for (const double b : breaks) {
      points.push_back(stack.mean - b * se);
      points.push_back(stack.mean + b * se);
    }
  }
  std::ranges::sort(points);
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

// Distribution of how many of the others lie above x, given each one's probability to (Poisson-binomial).
Eigen::ArrayXd count_above(const Eigen::ArrayXd& above, Eigen::Index except) {
  Eigen::ArrayXd counts = Eigen::ArrayXd::Zero(above.size());
  counts[0] = 1;
  Eigen::Index seen = 0;
  for (Eigen::Index i = 0; i < above.size(); ++i) {
    if (i == except) continue;
    ++seen;
    for (Eigen::Index r = seen; r > 0; --r) counts[r] += above[i] * (counts[r - 1] - counts[r]);
    counts[0] *= 1 - above[i];
  }
  return counts;
}

void add_node(const std::vector<MeanOfLogs>& stacks, double x, double weight, Eigen::MatrixXd& result) {
  const auto k = static_cast<Eigen::Index>(stacks.size());
  const auto standardised = [&](Eigen::Index i) {
    const MeanOfLogs& stack = stacks[static_cast<std::size_t>(i)];
    return (x - stack.mean) / std::sqrt(stack.variance_of_mean);
  };
  Eigen::ArrayXd density(k);
  for (Eigen::Index i = 0; i < k; ++i) {
    const MeanOfLogs& stack = stacks[static_cast<std::size_t>(i)];
    density[i] = weight * student_t_pdf(standardised(i), stack.df) / std::sqrt(stack.variance_of_mean);
  }
  // Where no stack has mass a node adds nothing to 16 digits.
  if (density.maxCoeff() < negligible) return;
  Eigen::ArrayXd above(k);
  for (Eigen::Index i = 0; i < k; ++i) {
    above[i] = student_t_upper(standardised(i), stacks[static_cast<std::size_t>(i)].df);
  }
  for (Eigen::Index j = 0; j < k; ++j) {
    if (density[j] >= negligible) result.row(j) += (density[j] * count_above(above, j)).matrix().transpose();
  }
}

}  // namespace

std::optional<Eigen::MatrixXd> rank_probabilities(const std::vector<MeanOfLogs>& stacks) {
  const bool all_spread =
      std::ranges::all_of(stacks, [](const MeanOfLogs& s) { return s.variance_of_mean > 0 && s.df > 0; });
  if (stacks.empty() || !all_spread) return std::nullopt;
  const auto k = static_cast<Eigen::Index>(stacks.size());
  Eigen::MatrixXd result = Eigen::MatrixXd::Zero(k, k);
  const std::vector<double> points = breakpoints(stacks);
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double half = (points[i] - points[i - 1]) / 2;
    const double middle = points[i - 1] + half;
    for (const QuadratureNode& node : gauss_legendre_30()) {
      add_node(stacks, middle + half * node.x, half * node.weight, result);
    }
  }
  const bool adds_up = ((result.rowwise().sum().array() - 1).abs() < 1e-6).all();
  return adds_up ? std::optional(result) : std::nullopt;
}

}  // namespace abstat
