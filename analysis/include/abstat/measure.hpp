// A metric of one run, and what that one run says about it (statistics.md 1, 2.3, 5.6, 8.2).
#pragma once

#include <cstdint>
#include <optional>
#include <tl/expected.hpp>
#include <vector>

#include <abstat/caveat.hpp>
#include <abstat/estimate.hpp>
#include <abstat/metric.hpp>
#include <abstat/report.hpp>

namespace abstat {

struct Measurement {
  double value;       // in the metric's unit, above 0; a failure rate may be 0
  Interval rounding;  // every value that prints so
  std::vector<Caveat> caveats;
};

// `length_ok`: failures of length alone are a page that varies, not errors.
[[nodiscard]] tl::expected<Measurement, Refusal> measure(const Report& report, Metric metric,
                                                         bool length_ok = false);

// How many of the complete responses were whole and 2xx. A failure of length and a non-2xx status may be the
// same response or two: `low` counts them as two, `high` as one.
struct GoodResponses {
  std::int64_t low;
  std::int64_t high;
};
[[nodiscard]] std::optional<GoodResponses> good_responses(const Report& report, bool length_ok = false);

// Nothing where the report lacks what the metric's within-run statement needs.
[[nodiscard]] std::optional<WithinRun> within_run(const Report& report, Metric metric, double level = 0.95,
                                                  bool length_ok = false);

// How many connections were at work on average, n mean / T (Little's law), and the share that stood idle.
struct SlotUse {
  double busy;
  double idle;  // 0 to 1: the drain index
};
// Nothing where the rate, the mean or the concurrency is not known, or the mean is printed as 0.
[[nodiscard]] std::optional<SlotUse> slot_use(const Report& report);

// What the run itself gives reason to doubt: short, few generations, drained, tainted, warned by ab …
[[nodiscard]] std::vector<Caveat> run_caveats(const Report& report, bool length_ok = false);

}  // namespace abstat
