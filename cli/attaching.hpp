// The -g, -e and stderr files that lie beside a report, read and put on it.
#pragma once

#include "cli/inputs.hpp"

#include <optional>
#include <string>
#include <vector>

#include <abstat/report.hpp>
#include <abstat/request_log.hpp>

namespace abstat {

// What lies beside one report file. A companion by name that is none by content (any other 03.csv) is
// ignored.
struct Companions {
  std::optional<RequestLog> request_log;
  std::optional<std::string> percentile_path;
  std::string percentile_text;  // parsed once the number of requests is known
  std::optional<std::string> stderr_path;
  std::string stderr_text;

  [[nodiscard]] std::size_t files() const;
};

[[nodiscard]] Companions read_companions(const std::vector<std::string>& paths, const ProblemSink& complain);

// Puts on the report what belongs to its run. A request log with another number of rows than the report has
// requests, and percentiles with another maximum, are of another run: they are a problem and stay off. A
// report that ab gave up gets ab's reason from stderr.
void attach(Companions&& companions, Report& report, const ProblemSink& complain);

}  // namespace abstat
