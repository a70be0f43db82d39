#include "batch_means.hpp"

#include "distributions.hpp"
#include "log_t.hpp"

#include <Eigen/Core>
#include <cmath>
#include <cstdint>

#include <abstat/attachments.hpp>

namespace abstat {

namespace {

constexpr Eigen::Index fewest_batches = 10;
// A day: a log whose seconds lie further apart is not one run.
constexpr std::int64_t longest_run_s = 86'400;

struct Correlation {
  double lag1;
  double von_neumann;
};

Correlation correlation(const Eigen::ArrayXd& values) {
  const Eigen::ArrayXd d = values - values.mean();
  const double squares = d.square().sum();
  if (!(squares > 0)) return {0, 2};
  const Eigen::Index pairs = d.size() - 1;
  const double successive = (d.tail(pairs) - d.head(pairs)).square().sum();
  return {(d.head(pairs) * d.tail(pairs)).sum() / squares, successive / squares};
}

Eigen::ArrayXd joined(const Eigen::ArrayXd& seconds, Eigen::Index each) {
  Eigen::ArrayXd batches(seconds.size() / each);
  for (Eigen::Index i = 0; i < batches.size(); ++i) batches[i] = seconds.segment(i * each, each).mean();
  return batches;
}

bool alike(const Eigen::ArrayXd& batches) {
  return correlation(batches).lag1 > 1.645 / std::sqrt(static_cast<double>(batches.size()));
}

}  // namespace

Interval BatchMeans::interval(double level) const {
  const double half_width = student_t_critical(1 - level, static_cast<double>(batches) - 1) * standard_error;
  return {mean - half_width, mean + half_width};
}

std::optional<BatchMeans> batch_means(const std::vector<double>& per_second) {
  const Eigen::ArrayXd seconds =
      Eigen::Map<const Eigen::ArrayXd>(per_second.data(), static_cast<Eigen::Index>(per_second.size()));
  if (seconds.size() < fewest_batches) return std::nullopt;
  Eigen::Index each = 1;
  while (alike(joined(seconds, each)) && seconds.size() / (each + 1) >= fewest_batches) ++each;
  const Eigen::ArrayXd batches = joined(seconds, each);
  const Correlation found = correlation(seconds);
  const auto b = static_cast<double>(batches.size());
  return BatchMeans{batches.mean(),
                    std::sqrt(variance(batches) / b),
                    static_cast<std::size_t>(batches.size()),
                    static_cast<std::size_t>(each),
                    found.lag1,
                    found.von_neumann,
                    alike(batches)};
}

std::vector<double> starts_per_second(const RequestLog& log) {
  const auto& counts = log.starts.counts;
  if (counts.size() < 3) return {};
  const std::int64_t first = counts.front().value + 1;
  const std::int64_t last = counts.back().value - 1;
  if (last < first || last - first > longest_run_s) return {};
  std::vector<double> seconds(static_cast<std::size_t>(last - first + 1));
  for (const ValueCount& second : counts) {
    if (second.value < first || second.value > last) continue;
    seconds[static_cast<std::size_t>(second.value - first)] = static_cast<double>(second.count);
  }
  return seconds;
}

std::optional<BatchMeans> batch_means_of(const Report& report) {
  if (!report.attachments || !report.attachments->request_log) return std::nullopt;
  return batch_means(starts_per_second(*report.attachments->request_log));
}

}  // namespace abstat
