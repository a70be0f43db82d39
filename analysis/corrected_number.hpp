// A written number as it would stand if it were true: same digits, same marks.
#pragma once

#include <optional>
#include <string>

#include <abstat/claim.hpp>

namespace abstat {

// What stands in place of the claim's carrier when the reports have `measured`: as many digits, the same
// grouping, suffix, sign and unit, full-width where the author's are. One digit more only where a factor of
// one digit could not hold. Nothing when no number would do: the relation goes the other way, or the carrier
// is a word.
[[nodiscard]] std::optional<std::string> corrected_carrier(const Claim& claim, const Figure& measured);

}  // namespace abstat
