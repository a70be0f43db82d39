// What the other files of a run say: ab -g and -e write them beside the report. They are kept as counts and
// percentiles, not as rows, and shared, so that a report with them stays cheap to move.
#pragma once

#include <optional>

#include <abstat/percentile_file.hpp>
#include <abstat/request_log.hpp>

namespace abstat {

struct Attachments {
  std::optional<RequestLog> request_log;
  std::optional<PercentileFile> percentile_file;
  bool operator==(const Attachments&) const = default;
};

}  // namespace abstat
