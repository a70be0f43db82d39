#include "report_outcome.hpp"

#include <algorithm>

namespace abstat {

namespace {

using enum LineKind;

constexpr LineKinds banner_lines = LineKinds::of(banner, benchmarking);
constexpr LineKinds head_lines =
    LineKinds::of(server_software, server_hostname, server_port, document_path, document_length, concurrency,
                  time_taken, complete, failed, total_transferred, html_transferred);
constexpr LineKinds rate_lines = LineKinds::of(requests_per_second, rate_received);
constexpr LineKinds time_per_request_lines = LineKinds::of(time_per_request, time_per_request_all);
constexpr LineKinds table_rows = LineKinds::of(connect, total);
constexpr LineKinds percentile_rows =
    LineKinds::of(percentile_50, percentile_66, percentile_75, percentile_80, percentile_90, percentile_95,
                  percentile_98, percentile_99, percentile_100);

// Any of these may be missing between two lines of one report, because a flag, a failure or an era printed
// it.
constexpr LineKinds always_printed = LineKinds::of(
    server_software, server_hostname, server_port, document_path, document_length, concurrency, time_taken,
    complete, failed, total_transferred, html_transferred, requests_per_second, time_per_request,
    time_per_request_all, rate_received, connect, processing, total, percentile_50, percentile_66,
    percentile_75, percentile_80, percentile_90, percentile_95, percentile_98, percentile_99, percentile_100);

// One of these alone is nobody's prose.
constexpr LineKinds telling_alone =
    LineKinds::of(time_taken, failed_breakdown, total_transferred, html_transferred, time_per_request,
                  time_per_request_all, rate_received, connect, processing, waiting, percentiles_heading);

constexpr LineKinds figure_lines = LineKinds::of(
    workers, concurrency, concurrency_achieved, rampup_delay, window, complete, failed, broken_pipe_errors,
    write_errors, non_2xx, keep_alive, keep_alive_aborts, total_sent, server_software, server_hostname,
    server_port, tls_protocol, server_temp_key, tls_server_name, document_path, document_length, rate_sent,
    rate_total, requests_per_second, total);

int count(LineKinds seen, LineKinds of) {
  return seen.size() - seen.without(of).size();
}

bool nothing_completed(const Report& report) {
  return report.requests.complete && *report.requests.complete == 0;
}

bool took_no_time(const Report& report) {
  return report.time_taken_s && report.time_taken_s->digits == 0;
}

bool has_no_table(const Report& report, AbEra era) {
  return era == AbEra::e2 && report.requests.complete && *report.requests.complete == 1;
}

// Progress off leaves the line open until "..done"; progress on ends with "Finished N requests".
// Before 1.3.22 there is neither.
bool stopped_early(const Report& report, const ReportTraits& traits) {
  if (traits.interrupted) return true;
  if (traits.finished || report.era == AbEra::e0 || report.era == AbEra::e1) return false;
  return traits.line_left_open || !report.progress.completed.empty();
}

// The last lines are missing, and none before them.
bool lacks_only_its_end(LineKinds required, LineKinds seen) {
  const LineKinds missing = required.without(seen);
  LineKind last_seen = usage_error;
  for (auto kind = usage_error; kind != none; kind = static_cast<LineKind>(static_cast<int>(kind) + 1)) {
    if (required.has(kind) && seen.has(kind)) last_seen = kind;
  }
  return missing.size() == missing.between(last_seen, none).size();
}

}  // namespace

LineKinds required_lines(const Report& report, AbEra era, LineKinds seen) {
  LineKinds required = head_lines.with(LineKinds::of(benchmarking));
  if (era != AbEra::e8) required = required.with(LineKinds::of(banner));  // trunk has -Q
  const bool old = era == AbEra::e0 || era == AbEra::e1;
  const bool done = !nothing_completed(report);
  if (done && !took_no_time(report)) required = required.with(rate_lines);
  if (done && !took_no_time(report) && !old) required = required.with(time_per_request_lines);
  if (done && !has_no_table(report, era)) required = required.with(table_rows);
  const bool has_percentiles = seen.has(percentiles_heading) || seen.has_any(percentile_rows);
  if (has_percentiles) required = required.with(percentile_rows);
  return required;
}

bool follow_each_other(const Report& report, AbEra era, LineKind earlier, LineKind later) {
  LineKinds printed = always_printed;
  if (nothing_completed(report) || took_no_time(report))
    printed = printed.without(rate_lines.with(time_per_request_lines));
  if (nothing_completed(report) || has_no_table(report, era))
    printed = printed.without(table_rows.with(LineKinds::of(processing)));
  if (era == AbEra::e0 || era == AbEra::e1) printed = printed.without(time_per_request_lines);
  if (era == AbEra::e0) printed = printed.without(LineKinds::of(processing));
  return printed.between(earlier, later).size() == 0;
}

bool is_evidence(LineKinds seen, const ReportTraits& traits) {
  if (traits.gave_up && (traits.usage || seen.has_any(banner_lines))) return true;
  if (seen.has_any(telling_alone)) return true;
  if (seen.has(requests_per_second) && !traits.bare_rates) return true;
  const int percentiles = count(seen, percentile_rows);
  // Other tools print percentiles too, but none prints 66 %.
  if (percentiles >= 3 && seen.has(percentile_66)) return true;
  if (traits.longest_request || traits.last_request) return true;
  if (count(seen, figure_lines) + std::min(percentiles, 1) >= 2) return true;
  return seen.has_all(banner_lines);
}

ReportStatus report_status(const Report& report, const ReportTraits& traits, LineKinds seen, ReportEnd end) {
  if (traits.gave_up) return ReportStatus::aborted;
  if (traits.cut_in_line) return ReportStatus::truncated;
  if (seen.has(banner) && !seen.has_any(always_printed)) return ReportStatus::aborted;
  const LineKinds required = required_lines(report, report.era, seen);
  if (seen.has_all(required)) {
    return stopped_early(report, traits) ? ReportStatus::interrupted : ReportStatus::complete;
  }
  const bool began = seen.has_any(LineKinds::of(banner, benchmarking, server_software));
  const bool nothing_follows =
      end == ReportEnd::end_of_input || (end == ReportEnd::next_report && seen.has(banner));
  const bool cut = began && nothing_follows && lacks_only_its_end(required, seen);
  return cut ? ReportStatus::truncated : ReportStatus::partial;
}

}  // namespace abstat
