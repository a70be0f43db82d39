// Two one-sided tests against a practical margin (statistics.md 4.5).
#pragma once

#include "log_t.hpp"

namespace abstat {

// The larger p of "at most 1/margin" and "at least margin": small means that the ratio lies between them.
[[nodiscard]] double equivalence_p(const MeanTest& test, double margin);

}  // namespace abstat
