// Throughput within one run from its -g file: starts per second as batches (statistics.md 2.5).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <abstat/figure.hpp>
#include <abstat/report.hpp>
#include <abstat/request_log.hpp>

namespace abstat {

struct BatchMeans {
  double mean;            // per second
  double standard_error;  // of batches
  std::size_t batches;
  std::size_t seconds_each;  // 1, or more where neighbouring seconds were alike
  double lag1;               // of seconds, before any were joined
  double von_neumann;        // mean square successive difference over the variance; 2 without correlation
  bool autocorrelated;       // still, with the longest batches that leave ten

  [[nodiscard]] Interval interval(double level) const;
};

// Of full seconds in their order: neighbours are joined, 2, 3, … to a batch, while their lag-1 correlation is
// above 1.645 / sqrt(b) and ten batches are left. Nothing for fewer than ten.
[[nodiscard]] std::optional<BatchMeans> batch_means(const std::vector<double>& per_second);

// Starts in every second from the second to the last but one; seconds without a start count 0. Each start
// follows a completion, so they are the throughput but for at most c.
[[nodiscard]] std::vector<double> starts_per_second(const RequestLog& log);

// Of a run's -g file; nothing where it has none or it is too short.
[[nodiscard]] std::optional<BatchMeans> batch_means_of(const Report& report);

}  // namespace abstat
