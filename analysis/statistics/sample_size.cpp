#include "distributions.hpp"

#include <cmath>

#include <abstat/sample_size.hpp>

namespace abstat {

namespace {

constexpr std::size_t most_runs = 10'000;

// The smallest n from 2 on for which enough(n) holds; it holds for all larger ones.
template <typename Enough>
std::optional<std::size_t> smallest(Enough&& enough) {
  std::size_t high = 2;
  while (!enough(high)) {
    if (high >= most_runs) return std::nullopt;
    high = high * 2 > most_runs ? most_runs : high * 2;
  }
  std::size_t low = high / 2;
  while (high - low > 1 && low >= 2) {
    const std::size_t middle = low + (high - low) / 2;
    (enough(middle) ? high : low) = middle;
  }
  return high;
}

double half_width(std::size_t runs, double sd, double level) {
  const auto n = static_cast<double>(runs);
  return student_t_critical(1 - level, n - 1) * sd / std::sqrt(n);
}

}  // namespace

double power_of(std::size_t runs, double sd, double ratio, double level, Design design) {
  const auto n = static_cast<double>(runs);
  const double df = design == Design::blocks ? n - 1 : 2 * n - 2;
  const double noncentrality = std::abs(std::log(ratio)) / (sd * std::sqrt(2 / n));
  return noncentral_t_upper(student_t_critical(1 - level, df), df, noncentrality);
}

std::optional<SampleSize> runs_for_effect(double sd, double ratio, double power, double level,
                                          Design design) {
  if (!(sd > 0) || !(ratio > 0) || ratio == 1 || !(power < 1)) return std::nullopt;
  const auto runs = smallest([&](std::size_t n) { return power_of(n, sd, ratio, level, design) >= power; });
  if (!runs) return std::nullopt;
  return SampleSize{*runs, power_of(*runs, sd, ratio, level, design)};
}

std::optional<SampleSize> runs_for_precision(double sd, double ratio, double level) {
  if (!(sd > 0) || !(ratio > 0) || ratio == 1) return std::nullopt;
  const double wanted = std::abs(std::log(ratio));
  const auto runs = smallest([&](std::size_t n) { return half_width(n, sd, level) <= wanted; });
  if (!runs) return std::nullopt;
  return SampleSize{*runs, half_width(*runs, sd, level)};
}

}  // namespace abstat
