#include "distributions.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

namespace abstat {

namespace {

namespace math = boost::math;

// Boost's default policy throws; ours gives NaN or infinity. Without promotion to long double the tails keep
// 13 digits and cost a third.
using Quiet = math::policies::policy<math::policies::domain_error<math::policies::ignore_error>,
                                     math::policies::pole_error<math::policies::ignore_error>,
                                     math::policies::overflow_error<math::policies::ignore_error>,
                                     math::policies::evaluation_error<math::policies::ignore_error>,
                                     math::policies::promote_double<false>>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

using Normal = math::normal_distribution<double, Quiet>;
using StudentT = math::students_t_distribution<double, Quiet>;
using NoncentralT = math::non_central_t_distribution<double, Quiet>;
using FisherF = math::fisher_f_distribution<double, Quiet>;
using ChiSquared = math::chi_squared_distribution<double, Quiet>;
using Beta = math::beta_distribution<double, Quiet>;
using Binomial = math::binomial_distribution<double, Quiet>;

bool probability(double p) {
  return p >= 0 && p <= 1;
}

}  // namespace

double normal_cdf(double x) {
  return std::isnan(x) ? nan : math::cdf(Normal(), x);
}

double normal_pdf(double x) {
  return std::isnan(x) ? nan : math::pdf(Normal(), x);
}

double normal_quantile(double p) {
  return probability(p) ? math::quantile(Normal(), p) : nan;
}

double student_t_cdf(double t, double df) {
  return df > 0 && !std::isnan(t) ? math::cdf(StudentT(df), t) : nan;
}

double student_t_pdf(double t, double df) {
  return df > 0 && !std::isnan(t) ? math::pdf(StudentT(df), t) : nan;
}

double student_t_upper(double t, double df) {
  return df > 0 && !std::isnan(t) ? math::cdf(math::complement(StudentT(df), t)) : nan;
}

double student_t_two_sided(double t, double df) {
  return 2 * student_t_upper(std::abs(t), df);
}

double student_t_critical(double alpha, double df) {
  return df > 0 && probability(alpha) ? math::quantile(math::complement(StudentT(df), alpha / 2)) : nan;
}

double noncentral_t_upper(double t, double df, double noncentrality) {
  return df > 0 && std::isfinite(t) && std::isfinite(noncentrality)
             ? math::cdf(math::complement(NoncentralT(df, noncentrality), t))
             : nan;
}

double fisher_f_upper(double f, double df1, double df2) {
  return df1 > 0 && df2 > 0 && f >= 0 ? math::cdf(math::complement(FisherF(df1, df2), f)) : nan;
}

double chi_squared_upper_quantile(double upper, double df) {
  return df > 0 && probability(upper) ? math::quantile(math::complement(ChiSquared(df), upper)) : nan;
}

double chi_squared_quantile(double lower, double df) {
  return df > 0 && probability(lower) ? math::quantile(ChiSquared(df), lower) : nan;
}

double beta_quantile(double p, double a, double b) {
  return a > 0 && b > 0 && probability(p) ? math::quantile(Beta(a, b), p) : nan;
}

double log_gamma(double x) {
  return x > 0 ? math::lgamma(x, Quiet()) : nan;
}

double binomial_cdf(std::int64_t k, std::int64_t n, double p) {
  if (n < 0 || !probability(p)) return nan;
  if (k < 0) return 0;
  if (k >= n) return 1;
  return math::cdf(Binomial(static_cast<double>(n), p), static_cast<double>(k));
}

double binomial_upper(std::int64_t k, std::int64_t n, double p) {
  if (n < 0 || !probability(p)) return nan;
  if (k <= 0) return 1;
  if (k > n) return 0;
  return math::cdf(math::complement(Binomial(static_cast<double>(n), p), static_cast<double>(k - 1)));
}

}  // namespace abstat
