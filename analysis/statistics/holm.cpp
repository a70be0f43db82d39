#include "holm.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace abstat {

std::vector<double> holm(const std::vector<double>& p_values, std::size_t unseen) {
  const std::size_t m = p_values.size();
  std::vector<std::size_t> order(m);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_values[i]; });
  std::vector<double> adjusted(m);
  double largest = 0;
  for (std::size_t i = 0; i < m; ++i) {
    largest = std::max(largest, std::min(1.0, static_cast<double>(m + unseen - i) * p_values[order[i]]));
    adjusted[order[i]] = largest;
  }
  return adjusted;
}

}  // namespace abstat
