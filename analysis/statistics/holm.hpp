// Family-wise error over a table of tests.
#pragma once

#include <vector>

namespace abstat {

// Holm 1979: with p sorted, adj_(i) = max over j <= i of min(1, (m - j + 1) p_(j)). In the order given.
[[nodiscard]] std::vector<double> holm(const std::vector<double>& p_values);

}  // namespace abstat
