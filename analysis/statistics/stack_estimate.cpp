#include "stack_estimate.hpp"

#include "batch_means.hpp"
#include "distributions.hpp"
#include "drift.hpp"
#include "location.hpp"
#include "outliers.hpp"
#include "pooled_percentile.hpp"
#include "random_effects.hpp"
#include "repeat_command.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <limits>

namespace abstat {

namespace {

// No order of fewer runs reaches p < 0.05 (statistics.md 3.9).
constexpr Eigen::Index fewest_runs_for_trend = 5;

// Exactly equal prints have an sd of at least what rounding hides (statistics.md 3.1).
double sd_of(const Sample& sample) {
  const double variance_of_logs = variance(sample.logs);
  return variance_of_logs > 0 ? std::sqrt(variance_of_logs) : sample.rounding_sd;
}

Estimate point_estimate(const MeasuredStack& stack, const EstimateOptions& options) {
  return {central_value(stack.sample, options.metric),
          tl::unexpected(one_run_refusal(*stack.runs.front())),
          options.level,
          Method::point,
          stack.replicates(),
          stack.rounding,
          stack.within_run,
          {}};
}

Estimate log_t_estimate(const MeasuredStack& stack, const EstimateOptions& options) {
  const auto mean = log_mean(stack, options);
  Estimate estimate{
      central_value(stack.sample, options.metric),
      tl::unexpected(Refusal{"the runs do not vary", "run longer, so that more digits are printed"}),
      options.level,
      Method::log_t,
      stack.replicates(),
      std::nullopt,
      std::nullopt,
      {}};
  if (!mean || !(mean->variance_of_mean > 0)) return estimate;
  const MeanTest test{mean->mean, std::sqrt(mean->variance_of_mean), mean->df};
  estimate.interval = from_log(options.metric, test.interval(1 - options.level));
  return estimate;
}

Estimate located(const MeasuredStack& stack, const EstimateOptions& options, Location location) {
  return {location.value,
          std::move(location.interval),
          location.level.value_or(options.level),
          options.method,
          stack.replicates(),
          std::nullopt,
          std::nullopt,
          {}};
}

// A stack's own interval by the method asked for. Pairing is of two stacks and permutation of two samples:
// alone they have t on logs.
Estimate replicated_estimate(const MeasuredStack& stack, const EstimateOptions& options) {
  switch (options.method) {
    case Method::fieller:
      return located(stack, options, arithmetic_mean(stack, options.level));
    case Method::hodges_lehmann:
      return located(stack, options, rank_centre(stack, options.metric, options.level));
    case Method::benchstat:
      return located(stack, options, median_of_runs(stack, options.level));
    case Method::bca:
      return located(stack, options, bootstrapped_mean(stack, options.metric, options.level));
    default:
      return log_t_estimate(stack, options);
  }
}

Estimate single_run_estimate(const MeasuredStack& stack, const EstimateOptions& options) {
  Estimate estimate = point_estimate(stack, options);
  const auto mean = log_mean(stack, options);
  if (!mean) {
    estimate.caveats.push_back({CaveatCode::single_run, "run-to-run variation cannot be seen in one run"});
    return estimate;
  }
  const MeanTest test{mean->mean, std::sqrt(mean->variance_of_mean), mean->df};
  estimate.interval = from_log(options.metric, test.interval(1 - options.level));
  if (options.borrowed) {
    estimate.method = Method::borrowed_sd;
    estimate.caveats.push_back(
        {CaveatCode::borrowed_sd,
         fmt::format("run-to-run sd of {:.2f} % taken from the other stacks", 100 * options.borrowed->sd)});
    if (options.borrowed->heteroscedastic) {
      estimate.caveats.push_back(
          {CaveatCode::heteroscedastic, "the other stacks do not vary alike: the largest sd taken"});
    }
  } else {
    estimate.method = Method::assumed_sd;
    estimate.caveats.push_back({CaveatCode::assumed_sd,
                                fmt::format("run-to-run cv of {:.3g} % assumed", 100 * *options.assumed_cv)});
  }
  return estimate;
}

// s sqrt(1 + 1/r): where one more run would fall.
std::optional<Interval> prediction(const MeasuredStack& stack, const EstimateOptions& options) {
  const auto r = static_cast<double>(stack.replicates());
  const double sd = sd_of(stack.sample);
  if (!(sd > 0)) return std::nullopt;
  const MeanTest test{stack.sample.logs.mean(), sd * std::sqrt(1 + 1 / r), r - 1};
  return from_log(options.metric, test.interval(1 - options.level));
}

std::optional<WithoutOutliers> without_outliers(const MeasuredStack& stack, const EstimateOptions& options) {
  const auto odd = outliers(stack.sample.logs);
  const std::size_t left = stack.replicates() - odd.size();
  if (!options.sensitivity || odd.empty() || left < 2) return std::nullopt;
  std::vector<double> kept;
  for (std::size_t i = 0; i < stack.replicates(); ++i) {
    if (std::ranges::find(odd, i) == odd.end())
      kept.push_back(stack.sample.logs[static_cast<Eigen::Index>(i)]);
  }
  const MeanOfLogs mean =
      mean_of_logs(Eigen::Map<Eigen::ArrayXd>(kept.data(), static_cast<Eigen::Index>(left)));
  const MeanTest test{mean.mean, std::sqrt(mean.variance_of_mean), mean.df};
  return WithoutOutliers{odd.size(), from_log(options.metric, mean.mean),
                         from_log(options.metric, test.interval(1 - options.level))};
}

std::optional<VarianceParts> variance_parts(const MeasuredStack& stack, const EstimateOptions& options) {
  if (options.metric.kind != MetricKind::throughput) return std::nullopt;
  Eigen::ArrayXd within(stack.sample.logs.size());
  for (std::size_t i = 0; i < stack.runs.size(); ++i) {
    const auto batches = batch_means_of(*stack.runs[i]);
    if (!batches) return std::nullopt;
    within[static_cast<Eigen::Index>(i)] = std::pow(batches->standard_error / batches->mean, 2);
  }
  const auto found = random_effects(stack.sample.logs, within);
  if (!found) return std::nullopt;
  return VarianceParts{std::sqrt(within.mean()), std::sqrt(found->tau2), found->i2, std::exp(found->mean),
                       from_log(options.metric, found->interval(options.level))};
}

// "01.log", or "notes.md:20" where a file has several of the runs. The whole paths are in the sources.
std::string names_of_runs(const MeasuredStack& stack, const std::vector<std::size_t>& runs) {
  std::vector<std::string> names;
  for (const std::size_t run : runs) {
    const Span& source = stack.runs[run]->source;
    const std::string name = std::filesystem::path(source.file).filename().string();
    const bool alone = std::ranges::count_if(stack.runs, [&](const Report* other) {
                         return other->source.file == source.file;
                       }) == 1;
    names.push_back(alone ? name : fmt::format("{}:{}", name, source.first_line));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

// Flags, never deletions: what to look at before believing the row.
void note_odd_runs(const MeasuredStack& stack, Metric metric, std::vector<Caveat>& caveats) {
  const Eigen::ArrayXd& logs = stack.sample.logs;
  if (const auto odd = outliers(logs); !odd.empty()) {
    caveats.push_back({CaveatCode::outlier, names_of_runs(stack, odd)});
  }
  if (logs.size() < fewest_runs_for_trend) return;
  const Trend found = trend(logs);
  if (found.p < 0.05) {
    const double trend_in_logs = found.slope * static_cast<double>(logs.size() - 1);
    const double change = metric.higher_is_better() || metric.kind == MetricKind::failure_rate
                              ? std::expm1(trend_in_logs)
                              : std::expm1(-trend_in_logs);
    caveats.push_back(
        {CaveatCode::drift, fmt::format("about {:+.0f} % from the first run to the last", 100 * change)});
  }
  if (const auto first = first_run(logs); first && first->t < 0 && first->p < 0.05) {
    caveats.push_back({CaveatCode::cold_start, names_of_runs(stack, {0})});
  }
}

}  // namespace

std::optional<MeanOfLogs> log_mean(const MeasuredStack& stack, const EstimateOptions& options) {
  const double mean = stack.sample.logs.mean();
  const auto r = static_cast<double>(stack.replicates());
  if (stack.replicates() > 1) {
    const double sd = sd_of(stack.sample);
    return MeanOfLogs{mean, sd * sd / r, r - 1};
  }
  if (options.borrowed)
    return MeanOfLogs{mean, options.borrowed->sd * options.borrowed->sd, options.borrowed->df};
  if (options.assumed_cv && stack.within_run && stack.within_run->h_e) {
    const double z = normal_quantile(0.5 + options.level / 2);
    const double poisson = *stack.within_run->h_e / z;
    return MeanOfLogs{mean, poisson * poisson + *options.assumed_cv * *options.assumed_cv,
                      std::numeric_limits<double>::infinity()};
  }
  return std::nullopt;
}

StackEstimate estimate_stack(const MeasuredStack& stack, const EstimateOptions& options) {
  const bool single = stack.replicates() == 1;
  StackEstimate row{stack.stack->name,
                    stack.replicates(),
                    single ? single_run_estimate(stack, options) : replicated_estimate(stack, options),
                    std::nullopt,
                    std::nullopt,
                    stack.caveats,
                    stack.sources};
  if (single) return row;
  const double sd = sd_of(stack.sample);
  row.cv = std::sqrt(std::expm1(sd * sd));
  row.prediction = prediction(stack, options);
  if (options.metric.kind == MetricKind::percentile) {
    if (const auto pooled = pooled_percentile(stack.runs, options.metric.percentile)) row.pooled = pooled->ms;
  }
  row.parts = variance_parts(stack, options);
  row.without_outliers = without_outliers(stack, options);
  note_odd_runs(stack, options.metric, row.caveats);
  if (stack.replicates() == 2)
    row.caveats.push_back({CaveatCode::two_runs, "two runs: t has one degree of freedom"});
  if (!(variance(stack.sample.logs) > 0)) {
    row.caveats.push_back(
        {CaveatCode::zero_variance, "all runs print the same: rounding taken as their spread"});
  }
  return row;
}

Refusal one_run_refusal(const Report& report) {
  return {"one run",
          fmt::format("4 more runs of each stack, interleaved in random order (abstat plan), each: {}",
                      repeat_command(report))};
}

}  // namespace abstat
