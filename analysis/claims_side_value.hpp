// What one side of a relation measures: the figure of a run, or the mean of several runs.
#pragma once

#include "claims_relation.hpp"

#include <optional>
#include <string>
#include <vector>

#include <abstat/claim.hpp>
#include <abstat/report.hpp>

namespace abstat {

// The value of one side: the figure of a single run, or the geometric mean of several.
struct SideValue {
  double value = 0;
  Interval interval{0, 0};
  double yardstick = 0;  // log half-widths
  double bound = 0;
  std::size_t runs = 0;
};

// Whether less of it is better.
[[nodiscard]] bool less_is_better(ClaimMetric metric);

// `which`: a metric such as "latency" may mean several figures of one report. Nothing when a run lacks it.
[[nodiscard]] std::optional<SideValue> side_value(const Claim& claim, const Side& side, std::size_t which);

// "4128.32 / 2408.01 = 1.7144"
[[nodiscard]] std::string sides_text(const SideValue& subject, const SideValue& other);

}  // namespace abstat
