// Student's t on logs: one mean, the difference of two, the mean of in-block differences (statistics.md 3.1,
// 3.2, 3.7).
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <optional>

#include <abstat/figure.hpp>

namespace abstat {

// A mean of logs, the square of its standard error, and the degrees of freedom that rests on.
struct MeanOfLogs {
  double mean;
  double variance_of_mean;
  double df;
};

[[nodiscard]] double variance(const Eigen::ArrayXd& values);
// Of two values or more.
[[nodiscard]] MeanOfLogs mean_of_logs(const Eigen::ArrayXd& logs);

// A difference of logs, or one mean against 0.
struct MeanTest {
  double difference;
  double standard_error;  // above 0
  double df;

  [[nodiscard]] double t() const { return difference / standard_error; }
  [[nodiscard]] double p() const;
  // difference -+ t(1 - alpha/2, df) * standard_error.
  [[nodiscard]] Interval interval(double alpha) const;
};

// Welch 1947, Satterthwaite's df: (va + vb)^2 / (va^2/(ra-1) + vb^2/(rb-1)). Nothing when neither side
// varies.
[[nodiscard]] std::optional<MeanTest> welch(const MeanOfLogs& a, const MeanOfLogs& b);
// t on the differences, b - 1 degrees of freedom. Nothing for fewer than two or when they are all equal.
[[nodiscard]] std::optional<MeanTest> paired(const Eigen::ArrayXd& differences);

}  // namespace abstat
