// All stacks against one baseline, with a common sd (statistics.md 4.4).
#pragma once

#include <vector>

namespace abstat {

// P(max |T| > c), T of `runs.size()` stacks against a baseline: they share its error, with correlations l_i
// l_j, l_i = sqrt(r_i / (r_i + r_0)).
[[nodiscard]] double dunnett_upper(double c, const std::vector<double>& runs, double baseline_runs,
                                   double df);
// The c exceeded with probability alpha.
[[nodiscard]] double dunnett_critical(double alpha, const std::vector<double>& runs, double baseline_runs,
                                      double df);

}  // namespace abstat
