#include <abstat/caveat.hpp>

namespace abstat {

std::string_view to_string(CaveatCode code) {
  switch (code) {
    case CaveatCode::single_run:
      return "single-run";
    case CaveatCode::two_runs:
      return "two-runs";
    case CaveatCode::short_run:
      return "short-run";
    case CaveatCode::few_generations:
      return "few-generations";
    case CaveatCode::drain:
      return "drain";
    case CaveatCode::tainted:
      return "tainted";
    case CaveatCode::label_differs:
      return "label-differs";
    case CaveatCode::workload_differs:
      return "workload-differs";
    case CaveatCode::body_size_differs:
      return "body-size-differs";
    case CaveatCode::not_significant:
      return "not-significant";
    case CaveatCode::era_differs:
      return "era-differs";
    case CaveatCode::ab_warned:
      return "ab-warned";
    case CaveatCode::outlier:
      return "outlier";
    case CaveatCode::drift:
      return "drift";
    case CaveatCode::cold_start:
      return "cold-start";
    case CaveatCode::ties:
      return "ties";
    case CaveatCode::zero_variance:
      return "zero-variance";
    case CaveatCode::heteroscedastic:
      return "heteroscedastic";
    case CaveatCode::borrowed_sd:
      return "borrowed-sd";
    case CaveatCode::assumed_sd:
      return "assumed-sd";
    case CaveatCode::boot_small_r:
      return "boot-small-r";
    case CaveatCode::dropped_block:
      return "dropped-block";
    case CaveatCode::duplicate_report:
      return "duplicate-report";
    case CaveatCode::length_inverted:
      return "length-inverted";
    case CaveatCode::ms_rounding:
      return "ms-rounding";
    case CaveatCode::sd_rounded_zero:
      return "sd-rounded-zero";
    case CaveatCode::c_gt_n:
      return "concurrency-above-requests";
    case CaveatCode::autocorrelated:
      return "autocorrelated";
    case CaveatCode::truncated:
      return "truncated";
    case CaveatCode::audit_failed:
      return "audit-failed";
    case CaveatCode::unit:
      return "unit";
  }
  return "";
}

}  // namespace abstat
