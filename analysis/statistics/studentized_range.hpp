// The range of k independent normal means over a common estimate of their sd (statistics.md 4.3).
#pragma once

namespace abstat {

// P(Q > q) for k means and df degrees of freedom, which may be fractional or infinite; to an absolute 1e-10.
[[nodiscard]] double studentized_range_upper(double q, int k, double df);
// The q exceeded with probability alpha.
[[nodiscard]] double studentized_range_critical(double alpha, int k, double df);

}  // namespace abstat
