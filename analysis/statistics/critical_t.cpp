#include "critical_t.hpp"

#include "distributions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace abstat {

namespace {

constexpr std::size_t steps = 2048;

double square(double alpha, double inverse_df) {
  const double critical =
      inverse_df > 0 ? student_t_critical(alpha, 1 / inverse_df) : -normal_quantile(alpha / 2);
  return critical * critical;
}

}  // namespace

CriticalT::CriticalT(double alpha, double smallest_df)
    : alpha_(alpha), steps_per_unit_(static_cast<double>(steps) * smallest_df), largest_sag_(0) {
  squares_.reserve(steps + 1);
  for (std::size_t i = 0; i <= steps; ++i)
    squares_.push_back(square(alpha, static_cast<double>(i) / steps_per_unit_));
  // The sag of a chord is an eighth of the second difference; twice that leaves room for its change within a
  // step.
  for (std::size_t i = 1; i < steps; ++i) {
    const double sag = (squares_[i - 1] - 2 * squares_[i] + squares_[i + 1]) / 4;
    largest_sag_ = std::max(largest_sag_, sag / squares_[i - 1]);
  }
}

bool CriticalT::exactly(double t_squared, double inverse_df) const {
  return t_squared >= square(alpha_, inverse_df);
}

}  // namespace abstat
