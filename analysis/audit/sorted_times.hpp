// What a table of percentiles says about the sorted times of all requests: a staircase of bounds, request by
// request.
#pragma once

#include "exact.hpp"
#include "row.hpp"

#include <cstdint>
#include <optional>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

// A request whose place in the sorted times (0-based) and whose time in ms are known.
struct KnownTime {
  std::int64_t index;
  exact::Range ms;
};

// So many requests, each within the same bounds.
struct Step {
  std::int64_t requests;
  exact::Fraction low;
  exact::Fraction high;
};

// Where ab looks in the sorted times for a level of the percentile table (0-based).
[[nodiscard]] std::int64_t percentile_index(std::int64_t n, int level);

// The times that the percentile table and the Total row, if any, tell; the minimum and maximum included.
[[nodiscard]] std::vector<KnownTime> known_times(const Percentiles& table, const Row* total, std::int64_t n,
                                                 const RowRules& rules);

// Those that a row tells of its own times: minimum, ab's median and maximum.
[[nodiscard]] std::vector<KnownTime> known_times(const Row& row, std::int64_t n);

// The bounds of all n times, given some of them in any order. Nothing when the largest is not among them.
[[nodiscard]] std::optional<std::vector<Step>> sorted_times(std::vector<KnownTime> known, std::int64_t n);

// The sums these bounds allow.
[[nodiscard]] exact::Range sum_of(const std::vector<Step>& steps);
// The sums of squared deviations from a mean within `mean` that they allow.
[[nodiscard]] exact::Range squares_of(const std::vector<Step>& steps, const exact::Range& mean);

}  // namespace abstat
