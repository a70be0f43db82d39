// What studentized range and Dunnett's test have in common: an average over the estimated sd, and a quantile
// by bisection.
#pragma once

#include "distributions.hpp"
#include "quadrature.hpp"

#include <cmath>

namespace abstat {

// int f(s) g(s) ds, f the density of the estimated over the true sd: s^2 df is chi-square. g(1) for infinite
// df.
template <typename Function>
[[nodiscard]] double over_sd(double df, Function&& g) {
  if (std::isinf(df)) return g(1.0);
  constexpr double tail = 1e-18;
  const double low = std::sqrt(chi_squared_quantile(tail, df) / df);
  const double high = std::sqrt(chi_squared_upper_quantile(tail, df) / df);
  const double log_constant = std::log(2.0) + df / 2 * std::log(df / 2) - log_gamma(df / 2);
  return integrate(low, high, 8, [&](double s) {
    return std::exp(log_constant + (df - 1) * std::log(s) - df * s * s / 2) * g(s);
  });
}

// The x at which a falling upper tail comes down to alpha.
template <typename Tail>
[[nodiscard]] double where_upper_tail_is(double alpha, Tail&& tail) {
  double low = 0;
  double high = 1;
  while (tail(high) > alpha && high < 1e9) high *= 2;
  for (int step = 0; step < 100 && high - low > 1e-14 * high; ++step) {
    const double middle = (low + high) / 2;
    (tail(middle) > alpha ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace abstat
