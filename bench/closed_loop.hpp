// A server under ab: c connections that send the next request when the last was answered, no time to think.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace bench {

struct Server {
  int workers;        // requests served at once; as many as connections: independent slots
  double service_cv;  // of gamma service times
};

// Requests per second of one run, mean service time 1 s, T being the last completion as ab has it.
[[nodiscard]] double run_rate(const Server& server, int requests, std::mt19937_64& random);

// Logs of that many runs, minus their mean: a population whose geometric mean is exactly 1.
[[nodiscard]] std::vector<double> population(const Server& server, int requests, std::size_t runs,
                                             std::uint64_t seed);

}  // namespace bench
