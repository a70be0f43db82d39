#include "outliers.hpp"

#include "distributions.hpp"
#include "run_to_run.hpp"

#include <cmath>
#include <cstddef>

namespace abstat {

namespace {

constexpr double limit = 3.5;
constexpr Eigen::Index fewest_runs = 5;

}  // namespace

Eigen::ArrayXd modified_z(const Eigen::ArrayXd& logs) {
  const Eigen::ArrayXd deviations = logs - median(logs);
  const double mad = median(deviations.abs());
  if (!(mad > 0)) return {};
  return normal_quantile(0.75) * deviations / mad;
}

std::vector<std::size_t> outliers(const Eigen::ArrayXd& logs) {
  std::vector<std::size_t> found;
  if (logs.size() < fewest_runs) return found;
  const Eigen::ArrayXd z = modified_z(logs);
  for (Eigen::Index i = 0; i < z.size(); ++i) {
    if (std::abs(z[i]) > limit) found.push_back(static_cast<std::size_t>(i));
  }
  return found;
}

}  // namespace abstat
