// Named reservations about a result. The names are part of the output format; docs/statistics.md says what
// each means and what lifts it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace abstat {

enum class CaveatCode : std::uint8_t {
  single_run,
  two_runs,
  short_run,
  few_generations,
  drain,
  tainted,  // failed or non-2xx responses
  label_differs,
  workload_differs,   // concurrency, requests, path, length, keep-alive, TLS …: detail says which
  body_size_differs,  // responses of other sizes, nothing else: detail gives them
  not_significant,
  era_differs,
  ab_warned,  // ab's own WARNING or ERROR lines
  outlier,
  drift,
  cold_start,
  ties,
  zero_variance,
  heteroscedastic,
  borrowed_sd,
  assumed_sd,
  boot_small_r,
  dropped_block,
  duplicate_report,
  length_inverted,
  ms_rounding,
  sd_rounded_zero,
  c_gt_n,
  autocorrelated,
  truncated,
  audit_failed,
  unit,  // the number fits in another unit
};
[[nodiscard]] std::string_view to_string(CaveatCode code);  // "single-run", "workload-differs", …

struct Caveat {
  CaveatCode code = CaveatCode::single_run;
  std::string detail;  // one sentence with the figures; may be empty
  bool operator==(const Caveat&) const = default;
};

}  // namespace abstat
