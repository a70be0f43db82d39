// What a run gives reason to doubt by itself (statistics.md 2.4, 12).
#include "batch_means.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include <abstat/measure.hpp>
#include <abstat/workload.hpp>

namespace abstat {

namespace {

// Shorter runs are mostly start-up and drain (statistics.md 2.4).
constexpr double short_run_s = 1;
// Fewer turns per slot leave a drain bias (statistics.md 1.3).
constexpr std::int64_t few_generations = 50;
// Share of slots that stood idle, above which the drain is named (statistics.md 2.4).
constexpr double drain_index_limit = 0.10;

void note_length(const Report& report, std::vector<Caveat>& caveats) {
  if (!report.time_taken_s || !(report.time_taken_s->value() < short_run_s)) return;
  caveats.push_back({CaveatCode::short_run, fmt::format("took {} s", report.time_taken_s->text())});
}

void note_generations(const Report& report, std::vector<Caveat>& caveats) {
  const auto& complete = report.requests.complete;
  const auto& concurrency = report.concurrency;
  if (!complete || !concurrency || *concurrency < 1) return;
  if (*concurrency > *complete) {
    caveats.push_back({CaveatCode::c_gt_n, fmt::format("{} slots for {} requests", *concurrency, *complete)});
  }
  if (*complete / *concurrency >= few_generations) return;
  caveats.push_back(
      {CaveatCode::few_generations, fmt::format("{} requests on {} connections: {} turns each", *complete,
                                                *concurrency, *complete / *concurrency)});
}

void note_drain(const Report& report, std::vector<Caveat>& caveats) {
  const auto use = slot_use(report);
  if (!use || !(use->idle > drain_index_limit)) return;
  caveats.push_back({CaveatCode::drain, fmt::format("{:.0f} % of the slots stood idle", 100 * use->idle)});
}

void note_failures(const Report& report, bool length_ok, std::vector<Caveat>& caveats) {
  if (!is_tainted(report, length_ok)) return;
  std::string detail = fmt::format("{} failed, {} not 2xx", report.requests.failed.value_or(0),
                                   report.requests.non_2xx.value_or(0));
  if (const auto good = good_responses(report, length_ok)) {
    detail += fmt::format("; {} good of {}", good->high, *report.requests.complete);
    if (good->low != good->high) detail += fmt::format(" ({} if no response counts as both)", good->low);
  }
  caveats.push_back({CaveatCode::tainted, std::move(detail)});
  const auto& breakdown = report.requests.failed_breakdown;
  const std::int64_t complete = report.requests.complete.value_or(0);
  if (breakdown && breakdown->length.value_or(0) > complete / 2 &&
      report.requests.non_2xx.value_or(0) < complete / 2) {
    caveats.push_back({CaveatCode::length_inverted,
                       "most lengths differ from the first response's: the first may have been the odd one"});
  }
}

void note_abs_words(const Report& report, std::vector<Caveat>& caveats) {
  if (report.status == ReportStatus::truncated || report.status == ReportStatus::interrupted) {
    caveats.push_back({CaveatCode::truncated, fmt::format("the report is {}", to_string(report.status))});
  }
  if (report.ab_warnings.empty()) return;
  caveats.push_back({CaveatCode::ab_warned, "ab says that mean and median are far apart"});
}

void note_sd(const Report& report, std::vector<Caveat>& caveats) {
  const auto& times = report.connection_times_ms;
  if (!times || !times->total || !times->total->sd || times->total->sd->digits != 0) return;
  if (report.requests.complete.value_or(0) < 2) return;
  caveats.push_back({CaveatCode::sd_rounded_zero, "sd printed as 0.0: taken as below 0.05 ms"});
}

void note_correlated_seconds(const Report& report, std::vector<Caveat>& caveats) {
  const auto batches = batch_means_of(report);
  if (!batches || !batches->autocorrelated) return;
  caveats.push_back({CaveatCode::autocorrelated,
                     fmt::format("neighbouring seconds are alike: lag-1 correlation {:.2f}", batches->lag1)});
}

}  // namespace

// busy = n mean / T = R mean; idle = 1 - busy / c (statistics.md 1.2).
std::optional<SlotUse> slot_use(const Report& report) {
  const auto& times = report.connection_times_ms;
  if (!times || !times->total || !report.requests_per_second || report.concurrency.value_or(0) < 1) {
    return std::nullopt;
  }
  const Figure& mean = times->total->mean;
  if (mean.digits == 0 || !mean.finite() || !report.requests_per_second->finite()) return std::nullopt;
  const double busy = report.requests_per_second->value() * mean.value() / 1000;
  return SlotUse{busy, 1 - busy / static_cast<double>(*report.concurrency)};
}

std::vector<Caveat> run_caveats(const Report& report, bool length_ok) {
  std::vector<Caveat> caveats;
  note_failures(report, length_ok, caveats);
  note_length(report, caveats);
  note_generations(report, caveats);
  note_drain(report, caveats);
  note_sd(report, caveats);
  note_abs_words(report, caveats);
  note_correlated_seconds(report, caveats);
  return caveats;
}

}  // namespace abstat
