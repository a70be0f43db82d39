// A value with its doubt: an interval and how it came about, or the reason why there is none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include <abstat/caveat.hpp>
#include <abstat/figure.hpp>
#include <abstat/metric.hpp>

namespace abstat {

enum class Method : std::uint8_t {
  point,           // no interval
  log_t,           // replicates, t on the log scale                  (statistics.md 3.1, 3.2)
  paired,          // in-block differences of logs                    (3.7)
  fieller,         // ratio of arithmetic means                       (3.3)
  hodges_lehmann,  // (3.4)
  benchstat,       // order statistics of the median, Mann-Whitney    (3.4)
  permutation,     // (3.4)
  bca,             // (3.4)
  borrowed_sd,     // (2.3)
  assumed_sd,      // (2.3)
};
[[nodiscard]] std::string_view to_string(Method method);  // "log-t", "hodges-lehmann", …
[[nodiscard]] std::optional<Method> parse_method(std::string_view name);

// Why there is no interval, and what would give one.
struct Refusal {
  std::string reason;  // "one run"
  std::string settle;  // "4 more runs of each stack, interleaved: abstat plan …"
  bool operator==(const Refusal&) const = default;
};

// What one run says about itself; never a confidence interval (statistics.md 2.3, 2.4).
struct WithinRun {
  Interval yardstick;             // error if completions were Poisson: value * exp(-+h_e)
  double h_e;                     // log half-width
  std::optional<Interval> bound;  // conservative single-run bound: value * exp(-+h_c)
  std::optional<double> h_c;
  bool operator==(const WithinRun&) const = default;
};

struct Estimate {
  double value;
  tl::expected<Interval, Refusal> interval;
  double level;  // 0.95
  Method method;
  std::size_t replicates;
  std::optional<Interval> rounding;     // what the printed digits allow, no statistics
  std::optional<WithinRun> within_run;  // one run only
  std::vector<Caveat> caveats;
};

}  // namespace abstat
