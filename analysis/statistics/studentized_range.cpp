#include "studentized_range.hpp"

#include "distributions.hpp"
#include "quadrature.hpp"
#include "scale_mixture.hpp"

#include <algorithm>
#include <cmath>

namespace abstat {

namespace {

// P(W <= w) of the range of k standard normals: k int phi(z) [Phi(z) - Phi(z - w)]^(k-1) dz.
double range_cdf(double w, int k) {
  if (!(w > 0)) return 0;
  return k * integrate(-9, 9 + std::min(w, 9.0), 8, [&](double z) {
           return normal_pdf(z) * std::pow(normal_cdf(z) - normal_cdf(z - w), k - 1);
         });
}

}  // namespace

double studentized_range_upper(double q, int k, double df) {
  return 1 - over_sd(df, [&](double s) { return range_cdf(q * s, k); });
}

double studentized_range_critical(double alpha, int k, double df) {
  return where_upper_tail_is(alpha, [&](double q) { return studentized_range_upper(q, k, df); });
}

}  // namespace abstat
