// What ab prints of a run whose requests took these times: its arithmetic once more, independent of the
// audit.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include <abstat/report.hpp>

// Microseconds. waiting <= total - connect.
struct TimedRequest {
  std::int64_t connect;
  std::int64_t total;
  std::int64_t waiting;
};

struct TimedRun {
  std::vector<TimedRequest> requests;
  std::int64_t concurrency;
  std::int64_t elapsed;  // microseconds; the requests fit into it
};

// Between 1 and most_requests of them, of a shape drawn at random: alike, scattered, in two groups, with
// stragglers, too fast for milliseconds.
[[nodiscard]] TimedRun random_run(std::mt19937_64& random, int most_requests);

// The report of 2.4.7 and later, with its -g and -e files.
[[nodiscard]] abstat::Report printed_by_2_4(const TimedRun& run);
// The report of 2.0.40 to 2.2.8, which keeps whole milliseconds.
[[nodiscard]] abstat::Report printed_by_2_2_8(const TimedRun& run);
