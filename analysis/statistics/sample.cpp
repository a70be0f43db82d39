#include "sample.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <utility>

#include <abstat/workload.hpp>

namespace abstat {

namespace {

struct MeasuredRun {
  const Run* run;
  Measurement measurement;
  bool tainted;
};

bool counts_failures(Metric metric) {
  return metric.kind == MetricKind::goodput || metric.kind == MetricKind::failure_rate;
}

// One caveat for all runs that have it, with the first one's words.
std::vector<Caveat> joined(const std::vector<MeasuredRun>& runs, bool length_ok) {
  std::map<CaveatCode, std::pair<std::size_t, std::string>> found;
  for (const MeasuredRun& run : runs) {
    std::vector<Caveat> own = run_caveats(*run.run->report, length_ok);
    own.insert(own.end(), run.measurement.caveats.begin(), run.measurement.caveats.end());
    for (Caveat& caveat : own) {
      auto& [count, detail] = found[caveat.code];
      if (count++ == 0) detail = std::move(caveat.detail);
    }
  }
  std::vector<Caveat> caveats;
  for (auto& [code, entry] : found) {
    auto& [count, detail] = entry;
    const bool all = runs.size() == 1;
    caveats.push_back(
        {code, all ? std::move(detail) : fmt::format("{} of {} runs: {}", count, runs.size(), detail)});
  }
  return caveats;
}

Sample sample_of(const std::vector<MeasuredRun>& runs, Metric metric) {
  const auto count = static_cast<Eigen::Index>(runs.size());
  Sample sample{Eigen::ArrayXd(count), Eigen::ArrayXd(count), {}, 0};
  Eigen::Index i = 0;
  for (const MeasuredRun& run : runs) {
    const Measurement& m = run.measurement;
    sample.values[i] = m.value;
    sample.logs[i++] = to_log(metric, m.value);
    sample.blocks.push_back(run.run->block);
    const double width = std::abs(to_log(metric, m.rounding.high) - to_log(metric, m.rounding.low));
    if (std::isfinite(width))
      sample.rounding_sd += width / std::sqrt(12.0) / static_cast<double>(runs.size());
  }
  return sample;
}

// A stack of which no response was good, or whose rate is not a number, has no log.
Refusal not_measurable(Metric metric) {
  return {metric.kind == MetricKind::failure_rate ? "every response failed" : "not a number",
          "repair the server and run it again"};
}

}  // namespace

double to_log(Metric metric, double value) {
  if (metric.kind == MetricKind::failure_rate) return std::log1p(-value);
  return metric.higher_is_better() ? std::log(value) : -std::log(value);
}

double from_log(Metric metric, double log) {
  if (metric.kind == MetricKind::failure_rate) return -std::expm1(log);
  return std::exp(metric.higher_is_better() ? log : -log);
}

Interval from_log(Metric metric, Interval logs) {
  const double a = from_log(metric, logs.low);
  const double b = from_log(metric, logs.high);
  // More than all responses cannot be good: a failure rate ends at 0.
  if (metric.kind == MetricKind::failure_rate) return {std::max(0.0, b), std::max(0.0, a)};
  return {std::min(a, b), std::max(a, b)};
}

double central_value(const Sample& sample, Metric metric) {
  const bool all_same = (sample.values == sample.values[0]).all();
  return all_same ? sample.values[0] : from_log(metric, sample.logs.mean());
}

tl::expected<MeasuredStack, Unmeasured> measure_stack(const Stack& stack, const MeasureOptions& options) {
  std::vector<MeasuredRun> measured;
  Refusal refusal{"no run", "run it"};
  std::vector<Span> sources;
  for (const Run& run : stack.runs) {
    sources.push_back(run.report->source);
    auto measurement = measure(*run.report, options.metric, options.length_ok);
    if (measurement && !std::isfinite(to_log(options.metric, measurement->value))) {
      refusal = not_measurable(options.metric);
    } else if (measurement) {
      measured.push_back({&run, *std::move(measurement), is_tainted(*run.report, options.length_ok)});
    } else {
      refusal = std::move(measurement).error();
    }
  }
  if (measured.empty()) return tl::unexpected(Unmeasured{stack.name, std::move(refusal), std::move(sources)});

  MeasuredStack result{&stack, {}, {}, {}, {}, {}, {}, false};
  const std::size_t unmeasured = stack.runs.size() - measured.size();
  const std::size_t all = measured.size();
  const bool some_clean = std::ranges::any_of(measured, [](const MeasuredRun& r) { return !r.tainted; });
  if (some_clean && !counts_failures(options.metric)) {
    std::erase_if(measured, [](const MeasuredRun& r) { return r.tainted; });
  }
  result.tainted = std::ranges::any_of(measured, &MeasuredRun::tainted);
  result.caveats = joined(measured, options.length_ok);
  if (measured.size() < all) {
    result.caveats.push_back({CaveatCode::tainted, fmt::format("{} of {} runs had failures and were left out",
                                                               all - measured.size(), all)});
  }
  if (unmeasured > 0) {
    result.caveats.push_back(
        {CaveatCode::truncated,
         fmt::format("{} of {} runs have no value: {}", unmeasured, stack.runs.size(), refusal.reason)});
  }
  if (stack.duplicates > 0) {
    result.caveats.push_back({CaveatCode::duplicate_report,
                              fmt::format("{} given more than once, counted once", stack.duplicates)});
  }
  result.sample = sample_of(measured, options.metric);
  for (const MeasuredRun& run : measured) {
    result.runs.push_back(run.run->report);
    result.sources.push_back(run.run->report->source);
  }
  result.rounding = measured.front().measurement.rounding;
  if (measured.size() == 1) {
    result.within_run = within_run(*result.runs.front(), options.metric, options.level, options.length_ok);
    if (!options.naive && result.within_run) {
      result.within_run->naive.reset();
      result.within_run->ramp_cv.reset();
    }
  }
  return result;
}

}  // namespace abstat
