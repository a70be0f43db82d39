// The runs of one stack as numbers: logs of the metric, turned so that larger is better (statistics.md 0).
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include <abstat/comparison.hpp>
#include <abstat/measure.hpp>
#include <abstat/metric.hpp>
#include <abstat/stack.hpp>

namespace abstat {

// ln of rates, -ln of times, ln(1 - rate) of failure rates: noise is multiplicative and differences are logs
// of speedups.
[[nodiscard]] double to_log(Metric metric, double value);
[[nodiscard]] double from_log(Metric metric, double log);
// from_log of both ends, in ascending order.
[[nodiscard]] Interval from_log(Metric metric, Interval logs);

struct Sample {
  Eigen::ArrayXd values;  // as printed, in the metric's unit
  Eigen::ArrayXd logs;
  std::vector<std::string> blocks;  // of each run
  double rounding_sd;  // what rounding alone would give: ln's unit / sqrt(12), mean over the runs
};

// The geometric mean; where all runs print the same, one run's value included, that figure itself, so that
// no rounding of exp and ln shows.
[[nodiscard]] double central_value(const Sample& sample, Metric metric);

struct MeasuredStack {
  const Stack* stack;
  Sample sample;
  std::vector<const Report*> runs;  // those measured
  std::vector<Span> sources;
  Interval rounding;                    // of the first run's value
  std::optional<WithinRun> within_run;  // when there is one run
  std::vector<Caveat> caveats;
  bool tainted;

  [[nodiscard]] std::size_t replicates() const { return runs.size(); }
};

struct MeasureOptions {
  Metric metric;
  double level;
  bool length_ok;
  bool naive;  // keep what "sd over root n" says of single runs
};

// Runs with failures are left out of every metric but goodput and failure rate where clean ones remain.
[[nodiscard]] tl::expected<MeasuredStack, Unmeasured> measure_stack(const Stack& stack,
                                                                    const MeasureOptions& options);

}  // namespace abstat
