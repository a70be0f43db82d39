#include "dunnett.hpp"

#include "distributions.hpp"
#include "quadrature.hpp"
#include "scale_mixture.hpp"

#include <cmath>

namespace abstat {

namespace {

// int phi(y) prod_i [Phi((w + l_i y) / sqrt(1 - l_i^2)) - Phi((-w + l_i y) / sqrt(1 - l_i^2))] dy.
double all_within(double w, const std::vector<double>& loadings) {
  return integrate(-9, 9, 6, [&](double y) {
    double product = normal_pdf(y);
    for (const double l : loadings) {
      const double rest = std::sqrt(1 - l * l);
      product *= normal_cdf((w + l * y) / rest) - normal_cdf((-w + l * y) / rest);
    }
    return product;
  });
}

std::vector<double> loadings_of(const std::vector<double>& runs, double baseline_runs) {
  std::vector<double> loadings;
  for (const double r : runs) loadings.push_back(std::sqrt(r / (r + baseline_runs)));
  return loadings;
}

}  // namespace

double dunnett_upper(double c, const std::vector<double>& runs, double baseline_runs, double df) {
  const std::vector<double> loadings = loadings_of(runs, baseline_runs);
  return 1 - over_sd(df, [&](double s) { return all_within(c * s, loadings); });
}

double dunnett_critical(double alpha, const std::vector<double>& runs, double baseline_runs, double df) {
  return where_upper_tail_is(alpha, [&](double c) { return dunnett_upper(c, runs, baseline_runs, df); });
}

}  // namespace abstat
