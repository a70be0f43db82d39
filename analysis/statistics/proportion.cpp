#include "proportion.hpp"

#include "distributions.hpp"

#include <cmath>

namespace abstat {

Interval clopper_pearson(std::int64_t failures, std::int64_t n, double level) {
  const double alpha = 1 - level;
  const auto x = static_cast<double>(failures);
  const auto all = static_cast<double>(n);
  if (failures <= 0) return {0, -std::expm1(std::log(alpha) / all)};
  if (failures >= n) return {std::exp(std::log(alpha) / all), 1};
  return {beta_quantile(alpha / 2, x, all - x + 1), beta_quantile(1 - alpha / 2, x + 1, all - x)};
}

}  // namespace abstat
