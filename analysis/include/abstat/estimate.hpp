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
  borrowed_sd,     // run-to-run sd of the other stacks               (2.3)
  assumed_sd,      // run-to-run sd as told                           (2.3)
};
[[nodiscard]] std::string_view to_string(Method method);  // "log-t", "hodges-lehmann", …
[[nodiscard]] std::optional<Method> parse_method(std::string_view name);

// Why there is no interval, and what would give one.
struct Refusal {
  std::string reason;  // "one run"
  std::string settle;  // "4 more runs of each stack, interleaved: abstat plan …"
  bool operator==(const Refusal&) const = default;
};

// What a within-run yardstick rests on.
enum class Yardstick : std::uint8_t {
  poisson,           // rates and means: completions as a Poisson stream
  clopper_pearson,   // failure rate: responses independent
  order_statistics,  // percentiles: responses independent
};
[[nodiscard]] std::string_view to_string(Yardstick kind);  // "poisson", "clopper-pearson", "order-statistics"

// What one run says about itself; never a confidence interval (statistics.md 2.3, 2.4).
struct WithinRun {
  Interval yardstick;             // value * exp(-+h_e) where h_e is given
  std::optional<double> h_e;      // log half-width; none for failure rates and percentiles
  std::optional<Interval> bound;  // conservative single-run bound: value * exp(-+h_c)
  std::optional<double> h_c;
  Yardstick kind = Yardstick::poisson;
  // What "sd over root n" would say, as if requests were independent; only where it was asked for.
  std::optional<Interval> naive = std::nullopt;
  // Beside naive: the sd over the mean of response times that one queue, served in order at constant speed,
  // would show by filling up alone.
  std::optional<double> ramp_cv = std::nullopt;
  // From a -g file of twelve seconds or more: the mean of the seconds with their own spread, throughput only.
  std::optional<Interval> batch_means = std::nullopt;
  bool operator==(const WithinRun&) const = default;
};

struct Estimate {
  double value;
  tl::expected<Interval, Refusal> interval;
  // 0.95; in a table of m comparisons all m intervals hold together at this level (Bonferroni). Of a median
  // the level its order statistics really have: 0.979 of ten runs.
  double level;
  Method method;
  std::size_t replicates;
  std::optional<Interval> rounding;     // what the printed digits allow, no statistics
  std::optional<WithinRun> within_run;  // one run only
  std::vector<Caveat> caveats;
};

}  // namespace abstat
