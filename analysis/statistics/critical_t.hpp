// Squared critical values of t for one level and many fractional degrees of freedom: from a table where
// millions are asked for, exact where the table's error could decide.
#pragma once

#include <cstddef>
#include <vector>

namespace abstat {

class CriticalT {
 public:
  // For 1/df from 0 to 1/smallest_df; alpha is two-sided.
  CriticalT(double alpha, double smallest_df);

  // Whether t^2 is at or above the critical value's square.
  [[nodiscard]] bool reached(double t_squared, double inverse_df) const {
    const double at = inverse_df * steps_per_unit_;
    const auto step = static_cast<std::size_t>(at);
    if (step + 1 >= squares_.size()) return exactly(t_squared, inverse_df);
    // The square is convex in 1/df: it lies below the chord, and above the chord less the step's sag.
    const double chord =
        squares_[step] + (at - static_cast<double>(step)) * (squares_[step + 1] - squares_[step]);
    if (t_squared >= chord) return true;
    if (t_squared < chord * (1 - largest_sag_)) return false;
    return exactly(t_squared, inverse_df);
  }
  [[nodiscard]] double smallest_square() const { return squares_.front(); }
  [[nodiscard]] double largest_square() const { return squares_.back(); }

 private:
  [[nodiscard]] bool exactly(double t_squared, double inverse_df) const;

  double alpha_;
  double steps_per_unit_;
  double largest_sag_;
  std::vector<double> squares_;
};

}  // namespace abstat
