// Family-wise error over a table of tests.
#pragma once

#include <cstddef>
#include <vector>

namespace abstat {

// Holm 1979: with p sorted, adj_(i) = max over j <= i of min(1, (m - j + 1) p_(j)). In the order given.
// unseen: so many more hypotheses whose p-values are not among these; taken as the largest, they count in m
// alone.
[[nodiscard]] std::vector<double> holm(const std::vector<double>& p_values, std::size_t unseen = 0);

}  // namespace abstat
