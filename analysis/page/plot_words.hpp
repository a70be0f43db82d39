// Words and axes the plots of stacks share.
#pragma once

#include "axis.hpp"

#include <string>
#include <vector>

#include <abstat/comparison.hpp>
#include <abstat/metric.hpp>
#include <abstat/plot.hpp>

namespace abstat {

// More rows than this are no picture any more: the tables have them all.
inline constexpr std::size_t most_rows = 60;

// A value of the metric as the tables show it, without its unit: "2977.56", "0.40 %".
[[nodiscard]] std::string value_text(const Metric& metric, double value);
// "1870 to 1947"
[[nodiscard]] std::string range_text(const Metric& metric, const Interval& interval, double typical);
// "req/s", "ms", "share of responses": what an axis of the metric is called.
[[nodiscard]] std::string axis_name(const Metric& metric);
// "Goodput"
[[nodiscard]] std::string capitalised(std::string text);

// " with 256 connections"; nothing where none are told.
[[nodiscard]] std::string with_connections(const Connections& connections);

// "; and 12 more" behind a list that was cut after `shown`; nothing when all are there.
[[nodiscard]] std::string and_more(std::size_t all, std::size_t shown);

// An axis for values of which the largest and their intervals' ends are given: from zero, or logarithmic
// where they spread over more than a factor of 30.
[[nodiscard]] Axis axis_for(const std::vector<double>& values);

}  // namespace abstat
