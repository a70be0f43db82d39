#include "era.hpp"

#include <charconv>
#include <optional>

namespace abstat {

namespace {

using enum LineKind;

// The N of "2.0.N" and "2.0.N-dev".
std::optional<int> patch_of_2_0(std::string_view version) {
  constexpr std::string_view series = "2.0.";
  if (!version.starts_with(series)) return std::nullopt;
  version.remove_prefix(series.size());
  int patch = 0;
  const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), patch);
  if (error != std::errc{}) return std::nullopt;
  return patch;
}

bool has_long_rows(const Report& report) {
  return report.connection_times_ms && report.connection_times_ms->connect &&
         report.connection_times_ms->connect->sd;
}

bool is_trunk(const ReportTraits& traits, LineKinds seen) {
  return traits.archived_link ||
         seen.has_any(LineKinds::of(workers, concurrency_achieved, rampup_delay, window, keep_alive_aborts));
}

// 1.3.22 and 2.0.16 share a layout; only the latter counts write errors.
AbEra first_with_percentiles(const ReportTraits& traits, LineKinds seen) {
  return seen.has(write_errors) || traits.apache_2_0 ? AbEra::e3 : AbEra::e2;
}

AbEra era_by_spelling(const Report& report, const ReportTraits& traits, LineKinds seen) {
  if (traits.misspelt) return AbEra::e0;
  if (seen.has(broken_pipe_errors) || traits.apache_1_3) return traits.bare_rates ? AbEra::e1 : AbEra::e2;
  if (traits.bare_rates) return seen.has(total) && !seen.has(processing) ? AbEra::e0 : AbEra::e1;
  if (traits.last_request) return first_with_percentiles(traits, seen);
  if (traits.triple_n) return has_long_rows(report) ? first_with_percentiles(traits, seen) : AbEra::unknown;
  return AbEra::unknown;
}

AbEra era_by_version(std::string_view version, const ReportTraits& traits) {
  if (version == "1.1") return AbEra::e0;
  if (version == "1.2" || version == "1.3" || version == "1.3a" || version == "1.3b" || version == "1.3c") {
    return AbEra::e1;
  }
  if (version == "1.3d") return AbEra::e2;
  if (version == "1.3e" && traits.apache_2_0) return AbEra::e3;
  if (const auto patch = patch_of_2_0(version)) return *patch < 40 ? AbEra::e3 : AbEra::e4;
  return AbEra::unknown;
}

// Until 2.2.8 the fraction of the time taken is a count of microseconds, seldom of three digits.
bool counts_microseconds(const Report& report) {
  return report.time_taken_s && report.time_taken_s->finite() && report.time_taken_s->decimals > 3;
}

// RPS x TPR is 1 in seconds and 1000 in milliseconds.
bool prints_seconds_as_ms(const Report& report) {
  if (!report.requests_per_second || !report.time_per_request_all_ms) return false;
  const Interval rate = report.requests_per_second->interval();
  const Interval time = report.time_per_request_all_ms->interval();
  const Interval product{rate.low * time.low, rate.high * time.high};
  return product.contains(1.0) && !product.contains(1000.0);
}

AbEra modern_era(const Report& report, const ReportTraits& traits, LineKinds seen) {
  if (report.document.length_variable || seen.has_any(LineKinds::of(server_temp_key, tls_server_name))) {
    return AbEra::e7;
  }
  // Write errors are always printed until 2.4.6.
  if (seen.has_all(LineKinds::of(failed, total_transferred)) && !seen.has(write_errors)) return AbEra::e7;
  const bool short_rows = seen.has(connect) && !has_long_rows(report);
  if (short_rows && seen.has(waiting)) return AbEra::e7;
  if (report.bytes.sent_label == SentLabel::posted || report.bytes.sent_label == SentLabel::put)
    return AbEra::e5;
  if (!seen.has(write_errors) || *report.requests.write_errors != 0) return AbEra::unknown;
  if (report.bytes.sent_label == SentLabel::body_sent) return AbEra::e6;
  // All of 2.2.9 to 2.4.2 carry this revision.
  const bool newer = report.ab.revision && *report.ab.revision != "655654";
  return newer && traits.licensed ? AbEra::e6 : AbEra::unknown;
}

}  // namespace

AbEra era_of(const Report& report, const ReportTraits& traits, LineKinds seen) {
  if (is_trunk(traits, seen)) return AbEra::e8;
  if (const AbEra era = era_by_spelling(report, traits, seen); era != AbEra::unknown) return era;
  if (report.ab.version) {
    if (const AbEra era = era_by_version(*report.ab.version, traits); era != AbEra::unknown) return era;
  }
  const bool modern = traits.licensed || report.ab.version == "2.3" ||
                      (report.requests.failed_breakdown && report.requests.failed_breakdown->receive);
  if (!modern && counts_microseconds(report)) return prints_seconds_as_ms(report) ? AbEra::e3 : AbEra::e4;
  if (!modern && !seen.has(requests_per_second)) return AbEra::unknown;
  return modern_era(report, traits, seen);
}

}  // namespace abstat
