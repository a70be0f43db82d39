// The lines of a text report in the order ab prints them, over all its versions.
#pragma once

#include <cstdint>

namespace abstat {

enum class LineKind : std::uint8_t {
  usage_error,
  usage,
  banner,
  copyright,
  licence,
  benchmarking,
  progress,
  server_software,
  server_hostname,
  server_port,
  tls_protocol,
  server_temp_key,
  tls_server_name,
  document_path,
  document_length,
  workers,
  concurrency,
  concurrency_achieved,
  rampup_delay,
  time_taken,
  window,
  complete,
  failed,
  failed_breakdown,
  broken_pipe_errors,
  write_errors,
  non_2xx,
  keep_alive,
  keep_alive_aborts,
  total_transferred,
  total_sent,
  html_transferred,
  requests_per_second,
  time_per_request,
  time_per_request_all,
  rate_received,
  rate_sent,
  rate_total,
  times_heading,
  times_columns,
  connect,
  processing,
  waiting,
  total,
  warning,
  percentiles_heading,
  percentile_50,
  percentile_66,
  percentile_75,
  percentile_80,
  percentile_90,
  percentile_95,
  percentile_98,
  percentile_99,
  percentile_100,
  none,  // behind every line: nothing can follow, so the next line begins a report
};

// A set of lines.
class LineKinds {
 public:
  constexpr LineKinds() = default;
  template <typename... Kinds>
  static constexpr LineKinds of(Kinds... kinds) {
    LineKinds set;
    (set.insert(kinds), ...);
    return set;
  }

  constexpr void insert(LineKind kind) { bits_ |= bit(kind); }
  [[nodiscard]] constexpr bool has(LineKind kind) const { return (bits_ & bit(kind)) != 0; }
  [[nodiscard]] constexpr bool has_all(LineKinds other) const { return (bits_ & other.bits_) == other.bits_; }
  [[nodiscard]] constexpr bool has_any(LineKinds other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr int size() const { return __builtin_popcountll(bits_); }
  [[nodiscard]] constexpr LineKinds with(LineKinds other) const { return LineKinds(bits_ | other.bits_); }
  [[nodiscard]] constexpr LineKinds without(LineKinds other) const { return LineKinds(bits_ & ~other.bits_); }
  // Only the lines that come after first and before last.
  [[nodiscard]] constexpr LineKinds between(LineKind first, LineKind last) const {
    if (first >= last) return {};
    return LineKinds(bits_ & (bit(last) - 1) & ~(bit(first) | (bit(first) - 1)));
  }
  constexpr bool operator==(const LineKinds&) const = default;

 private:
  explicit constexpr LineKinds(std::uint64_t bits) : bits_(bits) {}
  static constexpr std::uint64_t bit(LineKind kind) {
    return std::uint64_t{1} << static_cast<unsigned>(kind);
  }

  std::uint64_t bits_ = 0;
};
static_assert(static_cast<unsigned>(LineKind::none) < 64);

}  // namespace abstat
