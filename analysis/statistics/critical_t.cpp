#include "critical_t.hpp"

#include "distributions.hpp"

#include <algorithm>

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
    : steps_per_unit_(static_cast<double>(steps) * smallest_df), largest_sag_(1e-9) {
  // One step more than the range: 1/df may come out above 1/smallest_df by its own rounding.
  for (std::size_t i = 0; i <= steps + 1; ++i) {
    squares_.push_back(square(alpha, static_cast<double>(i) / steps_per_unit_));
  }
  // A chord sags by an eighth of the second difference; twice that leaves room for its change within a step.
  for (std::size_t i = 1; i <= steps; ++i) {
    const double sag = (squares_[i - 1] - 2 * squares_[i] + squares_[i + 1]) / 4;
    largest_sag_ = std::max(largest_sag_, sag / squares_[i - 1]);
    rises_.push_back(squares_[i] - squares_[i - 1]);
  }
  rises_.push_back(squares_[steps + 1] - squares_[steps]);
  rises_.push_back(0);
}

}  // namespace abstat
