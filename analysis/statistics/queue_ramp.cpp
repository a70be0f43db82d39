#include "queue_ramp.hpp"

#include <algorithm>
#include <cmath>

namespace abstat {

std::optional<QueueRamp> queue_ramp(const Report& report) {
  const double complete = static_cast<double>(report.requests.complete.value_or(0));
  const double connections = static_cast<double>(report.concurrency.value_or(0));
  if (!(complete > 0) || !(connections > 0)) return std::nullopt;
  const double rho = std::min(1.0, connections / complete);
  const double mean = 1 - rho / 2;
  return QueueRamp{mean, std::sqrt(rho / 3 - rho * rho / 4) / mean};
}

}  // namespace abstat
