// What each printed rate says about the elapsed time of the run, in microseconds, exactly.
#pragma once

#include "dialect.hpp"
#include "exact.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <abstat/finding.hpp>

namespace abstat {

enum class TimeSource : std::uint8_t {
  time_taken,
  throughput,
  per_request,
  per_request_all,
  received,
  sent,
  sent_and_received,
};

struct ElapsedRange {
  TimeSource source;
  std::string_view label;    // as ab prints it
  std::string_view formula;  // how it gives the time: "Complete requests / Requests per second"
  Figure figure;
  std::size_t line;
  exact::Range microseconds;
};

// Every line of the report that tells the elapsed time, under these formulas, in ab's order.
[[nodiscard]] std::vector<ElapsedRange> elapsed_ranges(const Report& report, const RateFormulas& formulas);

// The formulas under which most of the report's lines agree, the likeliest of equals.
[[nodiscard]] RateFormulas fitting_formulas(const Report& report);

// The times in which all lines but `without` agree; empty ends mean unbounded.
[[nodiscard]] exact::Range agreed_time(const std::vector<ElapsedRange>& ranges,
                                       std::optional<TimeSource> without = std::nullopt);

// The whole microseconds of the run for which ab prints every line but `without` as it stands.
[[nodiscard]] std::optional<ElapsedMicroseconds> printable_time(
    const Report& report, const RateFormulas& formulas, const std::vector<ElapsedRange>& ranges,
    std::optional<TimeSource> without = std::nullopt);

// What ab would print for this line if the run took so long; only for Clock::rounded.
[[nodiscard]] Figure printed_after(const Report& report, const RateFormulas& formulas,
                                   const ElapsedRange& line, std::int64_t microseconds);

}  // namespace abstat
