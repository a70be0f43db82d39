#include "equivalence.hpp"

#include "distributions.hpp"

#include <algorithm>
#include <cmath>

namespace abstat {

double equivalence_p(const MeanTest& test, double margin) {
  const double theta = std::log(margin);
  const double above_lower = student_t_upper((test.difference + theta) / test.standard_error, test.df);
  const double below_upper = student_t_cdf((test.difference - theta) / test.standard_error, test.df);
  return std::max(above_lower, below_upper);
}

}  // namespace abstat
