// How the ab that printed a report computed its figures: formulas, clock and rounding by era (ab-format
// catalogue in docs/formats.md). What an excerpt leaves open is decided by which formulas fit.
#pragma once

#include "exact.hpp"

#include <vector>

#include <abstat/report.hpp>

namespace abstat {

enum class Clock {
  rounded,            // 2.2.9 and later: whole microseconds, printed to the millisecond
  microseconds,       // 2.0.17 to 2.2.8: the digits behind the point are microseconds without padding
  milliseconds,       // up to 1.3.42 and 2.0.16: whole milliseconds, all of them printed
  html_milliseconds,  // HTML of 2.0.16 to 2.2.8: milliseconds taken for microseconds
};

// How the rates follow from the elapsed time.
struct RateFormulas {
  Clock clock = Clock::rounded;
  std::int64_t throughput_factor = 1;        // 1000 in the HTML of 2.2.9 to 2.2.34
  std::int64_t time_unit_per_second = 1000;  // Time per request: ms, but seconds in 2.0.17 to 2.0.36
  std::int64_t bytes_per_unit = 1024;        // 1000 before 2.0.17, 1 in the HTML of 2.2.9 to 2.4.6
  bool whole_kib = false;                    // 2.0.17 to 2.2.8 divide by 1024 in integers first
  bool single_precision = false;             // before 2.2.9 ab computed in float
};

// Those an ab of the report's era can have used, the likeliest first; never empty.
[[nodiscard]] std::vector<RateFormulas> possible_rate_formulas(const Report& report);

// How the rows of Connection Times came about.
struct RowRules {
  bool truncated =
      false;              // stored as whole milliseconds, cut; since 2.2.9 microseconds, rounded when printed
  bool mean_cut = false;  // the mean is a whole number of milliseconds, cut
  exact::Fraction sd_error{0};  // how far the printed sd can lie from the true one beside its rounding, ms
  bool sd_overflows = false;  // 1.3.22 to 1.3.42 square deviations in 32 bits: wrong, or nan, beyond 46340 ms
  bool minima_broken = false;          // 1.3.22 to 1.3.42: the minima of Processing and Waiting mean nothing
  bool aggregated_processing = false;  // Processing is Total minus Connect, figure by figure
  bool floor_index = true;             // the percentile table takes the sorted times at floor(n*p/100)
};

[[nodiscard]] RowRules row_rules(const Report& report);

}  // namespace abstat
