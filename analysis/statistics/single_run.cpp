// What one run says about itself: a yardstick and a bound, never a confidence interval (statistics.md 2.3).
#include "batch_means.hpp"
#include "distributions.hpp"
#include "mean_latency.hpp"
#include "order_statistics.hpp"
#include "proportion.hpp"
#include "queue_ramp.hpp"

#include <algorithm>
#include <cmath>

#include <abstat/measure.hpp>
#include <abstat/workload.hpp>

namespace abstat {

namespace {

Interval around(double value, double log_half_width) {
  return {value * std::exp(-log_half_width), value * std::exp(log_half_width)};
}

// Requests in flight at once: no more than were asked for in all (c > n after -t or an interrupt).
double slots(std::int64_t complete, std::int64_t concurrency) {
  return static_cast<double>(std::min(complete, concurrency));
}

// hG = t(1 - alpha/2, n/c - 1) s/m sqrt(c/n): one independent value per turn of a slot. A printed sd of 0.0
// stands for less than 0.05 ms: that is its upper value.
std::optional<double> generations_half_width(const Report& report, double level) {
  const auto& times = report.connection_times_ms;
  if (!times || !times->total || !times->total->sd || !report.concurrency || !report.requests.complete) {
    return std::nullopt;
  }
  const double mean = times->total->mean.value();
  const Figure& printed_sd = *times->total->sd;
  const double sd = printed_sd.digits == 0 ? printed_sd.half_unit() : printed_sd.value();
  if (*report.concurrency < 1 || !(mean >= 1) || !std::isfinite(sd)) return std::nullopt;
  const double complete = static_cast<double>(*report.requests.complete);
  const double generations = complete / slots(*report.requests.complete, *report.concurrency);
  if (generations < 2) return std::nullopt;
  const double half_width =
      student_t_critical(1 - level, generations - 1) * sd / mean / std::sqrt(generations);
  return std::isfinite(half_width) ? std::optional(half_width) : std::nullopt;
}

// "sd over root n": of a rate R exp(-+z s / (m sqrt n)), of the mean itself t on either side of what rounding
// leaves of mean and sd (statistics.md 1.3, 2.3).
std::optional<Interval> naive_interval(const Report& report, const Measurement& measured, Metric metric,
                                       double level) {
  const auto& times = report.connection_times_ms;
  if (!times || !times->total || !times->total->sd || !times->total->sd->finite()) return std::nullopt;
  const Figure& sd = *times->total->sd;
  if (metric.kind == MetricKind::mean_latency) {
    const double half_width = independent_half_width(*report.requests.complete, sd.interval().high, level);
    return Interval{measured.rounding.low - half_width, measured.rounding.high + half_width};
  }
  const double mean = times->total->mean.value();
  if (!(mean > 0) || !std::isfinite(mean)) return std::nullopt;
  const double root_n = std::sqrt(static_cast<double>(*report.requests.complete));
  return around(measured.value, normal_quantile(0.5 + level / 2) * sd.value() / mean / root_n);
}

std::optional<WithinRun> of_failure_rate(const Report& report, double level, bool length_ok) {
  const auto good = good_responses(report, length_ok);
  const std::int64_t complete = report.requests.complete.value_or(0);
  if (!good || complete < 1) return std::nullopt;
  return WithinRun{clopper_pearson(complete - good->high, complete, level), std::nullopt, std::nullopt,
                   std::nullopt, Yardstick::clopper_pearson};
}

std::optional<WithinRun> of_percentile(const Report& report, int percentile, double level) {
  const auto interval = percentile_interval_from_table(report, percentile, level);
  if (!interval) return std::nullopt;
  return WithinRun{*interval, std::nullopt, std::nullopt, std::nullopt, Yardstick::order_statistics};
}

std::optional<Interval> batch_interval(const Report& report, double level) {
  const auto batches = batch_means_of(report);
  return batches ? std::optional(batches->interval(level)) : std::nullopt;
}

// Events whose count the yardstick rests on: the good responses for goodput, all of them elsewhere and where
// none was good.
std::int64_t events(const Report& report, Metric metric, bool length_ok) {
  const std::int64_t complete = *report.requests.complete;
  if (metric.kind != MetricKind::goodput) return complete;
  const auto good = good_responses(report, length_ok);
  return good && good->high > 0 ? good->high : complete;
}

}  // namespace

std::optional<WithinRun> within_run(const Report& report, Metric metric, double level, bool length_ok) {
  if (metric.kind == MetricKind::failure_rate) return of_failure_rate(report, level, length_ok);
  if (metric.kind == MetricKind::percentile) return of_percentile(report, metric.percentile, level);
  const auto measured = measure(report, metric, length_ok);
  if (!measured || report.requests.complete.value_or(0) < 2) return std::nullopt;
  const double h_e =
      normal_quantile(0.5 + level / 2) / std::sqrt(static_cast<double>(events(report, metric, length_ok)));
  WithinRun within{around(measured->value, h_e), h_e, std::nullopt, std::nullopt, Yardstick::poisson};
  if (const auto h_g = generations_half_width(report, level)) {
    within.h_c = std::max(h_e, *h_g);
    within.bound = around(measured->value, *within.h_c);
  }
  within.naive = naive_interval(report, *measured, metric, level);
  if (const auto ramp = queue_ramp(report); ramp && within.naive) within.ramp_cv = ramp->cv;
  if (metric.kind == MetricKind::throughput) within.batch_means = batch_interval(report, level);
  return within;
}

}  // namespace abstat
