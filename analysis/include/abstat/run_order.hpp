// Every run of every stack in the order given, which is the order made where files are numbered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <abstat/caveat.hpp>
#include <abstat/metric.hpp>
#include <abstat/position.hpp>
#include <abstat/report.hpp>
#include <abstat/stack.hpp>

namespace abstat {

struct OrderedRun {
  std::string name;  // its block: "03" of runs/sync/03.log
  double value;
  bool tainted;  // some of its responses failed or were not 2xx
  bool outlier;  // far from the others; never left out for that
  Span source;
};

struct StackRuns {
  std::string stack;
  std::vector<OrderedRun> runs;
  double centre;                // geometric mean of the runs
  std::optional<double> cv;     // run to run, 0.05 is 5 %
  std::vector<Caveat> caveats;  // drift, cold start, outliers and whatever else the runs give reason to doubt
};

struct RunOrder {
  Metric metric;
  std::vector<StackRuns> stacks;  // in order of first appearance
};

[[nodiscard]] RunOrder run_order(const std::vector<Report>& reports, Metric metric,
                                 const Grouping& grouping = {});

}  // namespace abstat
