// The page people look at: one HTML file with its style and drawings in it, readable without JavaScript and
// without a network, under the policy default-src 'none'; style-src 'unsafe-inline'; img-src data:.
#pragma once

#include <optional>
#include <string>

#include <abstat/latency_profile.hpp>
#include <abstat/overview.hpp>
#include <abstat/run_order.hpp>
#include <abstat/scaling.hpp>

namespace abstat {

struct ReportPage {
  Overview overview;       // of a sweep, ranking and comparison are those of the reports of `load`
  LatencyProfile latency;  // likewise
  RunOrder runs;
  Scaling scaling;
  std::optional<CommonLoad> load;
  std::string command;  // that makes this page again
  std::string program;  // "abstat 0.1.0"
};

[[nodiscard]] std::string html_of(const ReportPage& page);

}  // namespace abstat
