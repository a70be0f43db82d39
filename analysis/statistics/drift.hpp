// Whether runs changed with time: a trend over their order, a first run unlike the rest (statistics.md 3.9).
#pragma once

#include <Eigen/Core>
#include <optional>

namespace abstat {

struct Trend {
  double s;      // Kendall's S: later pairs above minus below
  double tau;    // S over all pairs
  double p;      // Mann 1945: exact for up to 10 runs without ties, normal with continuity correction beyond
  double slope;  // Theil and Sen: median of all pairwise slopes, per run
  double lag1;   // autocorrelation of neighbouring runs
};

// Of two runs or more, in the order they were made.
[[nodiscard]] Trend trend(const Eigen::ArrayXd& logs);

struct FirstRun {
  double t;  // (y1 - mean of the rest) / (s_rest sqrt(1 + 1/(r-1)))
  double p;  // two-sided, r - 2 degrees of freedom
};
// Nothing for fewer than three runs, or when the rest do not vary.
[[nodiscard]] std::optional<FirstRun> first_run(const Eigen::ArrayXd& logs);

}  // namespace abstat
