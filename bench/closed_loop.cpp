#include "closed_loop.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace bench {

// With no time to think some request always waits until the last have been handed out, so each goes to the
// worker that is free first, whatever the order of the queue.
double run_rate(const Server& server, int requests, std::mt19937_64& random) {
  const double shape = 1 / (server.service_cv * server.service_cv);
  std::gamma_distribution<double> service(shape, 1 / shape);
  std::vector<double> free_at(static_cast<std::size_t>(server.workers), 0.0);
  for (int request = 0; request < requests; ++request) {
    std::ranges::pop_heap(free_at, std::greater{});
    free_at.back() += service(random);
    std::ranges::push_heap(free_at, std::greater{});
  }
  return requests / *std::ranges::max_element(free_at);
}

std::vector<double> population(const Server& server, int requests, std::size_t runs, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<double> logs(runs);
  for (double& log : logs) log = std::log(run_rate(server, requests, random));
  const double mean = std::accumulate(logs.begin(), logs.end(), 0.0) / static_cast<double>(runs);
  for (double& log : logs) log -= mean;
  return logs;
}

}  // namespace bench
