// Whether the mean and standard deviation of a row fit what is known of the sorted times.
#pragma once

#include "sorted_times.hpp"

#include <optional>
#include <string>
#include <vector>

namespace abstat {

// "mean Total 77 does not fit: 60.10 to 75.20 are possible"; nothing when both fit.
[[nodiscard]] std::optional<std::string> misfit_of_moments(const std::vector<Step>& steps, const Row& row,
                                                           std::int64_t n);

}  // namespace abstat
