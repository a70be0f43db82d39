// Tails and quantiles of the distributions the statistics use. Boost.Math is called here, and in
// quadrature.cpp for its nodes. Outside a distribution's domain the answer is NaN: callers refuse what is not
// finite.
#pragma once

#include <cstdint>

namespace abstat {

[[nodiscard]] double normal_cdf(double x);
[[nodiscard]] double normal_pdf(double x);
[[nodiscard]] double normal_quantile(double p);

[[nodiscard]] double student_t_cdf(double t, double df);
[[nodiscard]] double student_t_pdf(double t, double df);
// P(T > t).
[[nodiscard]] double student_t_upper(double t, double df);
// P(|T| > |t|).
[[nodiscard]] double student_t_two_sided(double t, double df);
// The t that |T| exceeds with probability alpha.
[[nodiscard]] double student_t_critical(double alpha, double df);
// P(T > t) of the noncentral t.
[[nodiscard]] double noncentral_t_upper(double t, double df, double noncentrality);

// P(F > f).
[[nodiscard]] double fisher_f_upper(double f, double df1, double df2);
// The x that a chi-square exceeds with probability `upper`.
[[nodiscard]] double chi_squared_upper_quantile(double upper, double df);
// The x below which a chi-square falls with probability `lower`.
[[nodiscard]] double chi_squared_quantile(double lower, double df);
[[nodiscard]] double beta_quantile(double p, double a, double b);
[[nodiscard]] double log_gamma(double x);

// P(B <= k) for B binomial.
[[nodiscard]] double binomial_cdf(std::int64_t k, std::int64_t n, double p);
// P(B >= k).
[[nodiscard]] double binomial_upper(std::int64_t k, std::int64_t n, double p);

}  // namespace abstat
