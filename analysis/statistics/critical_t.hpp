// Squared critical values of t for one level and many fractional degrees of freedom, between two bounds from
// a table: millions are asked for, and only what falls between the bounds needs an exact p.
#pragma once

#include <cstddef>
#include <vector>

namespace abstat {

class CriticalT {
 public:
  // For 1/df from 0 to 1/smallest_df; alpha is two-sided.
  CriticalT(double alpha, double smallest_df);

  // The square is convex in 1/df: it lies below the table's chord, and above the chord less its largest sag.
  [[nodiscard]] double above(double inverse_df) const {
    const double at = inverse_df * steps_per_unit_;
    const auto step = static_cast<std::size_t>(at);
    return squares_[step] + (at - static_cast<double>(step)) * rises_[step];
  }
  [[nodiscard]] double below(double inverse_df) const { return above(inverse_df) * (1 - largest_sag_); }
  [[nodiscard]] double smallest_square() const { return squares_.front(); }
  [[nodiscard]] double largest_square() const { return squares_.back(); }

 private:
  double steps_per_unit_;
  double largest_sag_;
  std::vector<double> squares_;
  std::vector<double> rises_;  // to the next square; 0 at the end
};

}  // namespace abstat
