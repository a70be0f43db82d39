// Which of the reports a figure may be of bear it out.
#pragma once

#include "claims_binding.hpp"

#include <vector>

namespace abstat {

[[nodiscard]] bool is_confirmed(const Option* option);
// Whether the report prints the figure at all.
[[nodiscard]] bool is_available(const Option* option);
// Those that bear the figure out. 30 is 30.08 rounded rather than 33.42 at its significant digits: where some
// match closely, loose matches are left out.
[[nodiscard]] std::vector<const Option*> only_confirmed(const std::vector<const Option*>& options);
void drop_loose_beside_close(std::vector<Option>& options);

}  // namespace abstat
