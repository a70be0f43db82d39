// What a run was asked to do. Runs are comparable only where this is the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

// What the report does not print is nullopt and counts as compatible with anything.
struct Workload {
  std::optional<std::int64_t> concurrency;
  std::optional<std::int64_t> requests;      // asked with -n: the complete ones of a run that ended by itself
  std::optional<std::int64_t> time_limit_s;  // in place of requests where -t ended the run
  std::optional<std::string> path;
  std::optional<std::string>
      method;  // "GET or HEAD", "POST", "PUT": ab's report does not tell the first two apart
  std::optional<std::int64_t> document_bytes;  // nothing where responses failed: it may be the error page's
  std::optional<bool> keep_alive;
  std::optional<bool> tls;
  bool operator==(const Workload&) const = default;
};

[[nodiscard]] Workload workload_of(const Report& report);

// One phrase for each thing that differs: "concurrency 100 and 8". Empty means comparable.
[[nodiscard]] std::vector<std::string> differences(const Workload& a, const Workload& b);

// Bytes of body per response: HTML transferred over complete requests. Nothing when either is absent, when
// responses failed (error pages have other sizes) or when the bodies differ in size.
[[nodiscard]] std::optional<std::int64_t> body_bytes(const Report& report);

// Whether a response failed: failed requests or non-2xx responses, as printed. Failures of length alone, with
// every status a 2xx, do not count where `length_ok` says that the page varies.
[[nodiscard]] bool is_tainted(const Report& report, bool length_ok = false);

}  // namespace abstat
