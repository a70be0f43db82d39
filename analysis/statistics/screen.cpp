#include "screen.hpp"

#include <cmath>

namespace abstat {

namespace {

Interval around(double ratio, double log_half_width) {
  return {ratio * std::exp(-log_half_width), ratio * std::exp(log_half_width)};
}

std::optional<WithinRun> within_ratio(const MeasuredStack& a, const MeasuredStack& b, double ratio) {
  if (!a.within_run || !b.within_run || !a.within_run->h_e || !b.within_run->h_e) return std::nullopt;
  const double h_e = std::hypot(*a.within_run->h_e, *b.within_run->h_e);
  WithinRun within{around(ratio, h_e), h_e, std::nullopt, std::nullopt, Yardstick::poisson};
  if (a.within_run->h_c && b.within_run->h_c) {
    within.h_c = std::hypot(*a.within_run->h_c, *b.within_run->h_c);
    within.bound = around(ratio, *within.h_c);
  }
  return within;
}

// The logs are turned so that larger is better; the ends of a printed interval may come out swapped.
Interval log_rounding(const MeasuredStack& stack, Metric metric) {
  const double a = to_log(metric, stack.rounding.low);
  const double b = to_log(metric, stack.rounding.high);
  return a < b ? Interval{a, b} : Interval{b, a};
}

}  // namespace

Screen screen(const MeasuredStack& a, const MeasuredStack& b, Metric metric) {
  const double log_ratio = a.sample.logs.mean() - b.sample.logs.mean();
  const Interval of_a = log_rounding(a, metric);
  const Interval of_b = log_rounding(b, metric);
  Screen result{log_ratio,
                {std::exp(of_a.low - of_b.high), std::exp(of_a.high - of_b.low)},
                within_ratio(a, b, std::exp(log_ratio)),
                false};
  result.separated =
      result.within_run && result.within_run->h_c && std::abs(log_ratio) > *result.within_run->h_c;
  return result;
}

}  // namespace abstat
