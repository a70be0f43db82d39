#include "parser/made_up_report.hpp"

#include <string>

namespace abstat {

namespace {

bool coin() {
  return *rc::gen::arbitrary<bool>();
}

// Small numbers as often as large ones.
std::int64_t count(std::int64_t most = 4'000'000'000'000) {
  const int digits = *rc::gen::inRange(1, 14);
  std::int64_t bound = 1;
  for (int i = 0; i < digits && bound < most; ++i) bound *= 10;
  return *rc::gen::inRange<std::int64_t>(0, std::min(bound, most));
}

Figure figure(int decimals, std::int64_t most = 100'000'000'000) {
  return {count(most), static_cast<std::int8_t>(decimals), FigureKind::finite, false};
}

std::string word(const char* letters, std::size_t least) {
  const std::string alphabet = letters;
  std::string text;
  const std::size_t size = *rc::gen::inRange<std::size_t>(least, 30);
  while (text.size() < size) text += alphabet.at(*rc::gen::inRange<std::size_t>(0, alphabet.size()));
  return text;
}

TimesRow row(bool with_deviation, bool old) {
  // Wider columns of -S touch, which has its own test.
  const std::int64_t most = with_deviation ? 100'000'000 : old ? 99'999 : 9'999;
  std::array<std::int64_t, 3> sorted{count(most), count(most), count(most)};
  std::sort(sorted.begin(), sorted.end());
  TimesRow row{whole_figure(sorted[0]), whole_figure(sorted[1]), std::nullopt, std::nullopt,
               whole_figure(sorted[2])};
  if (with_deviation) {
    row.sd = figure(1, 1'000'000'000);
    row.median = whole_figure(count(100'000'000));
  }
  return row;
}

void make_up_banner(Report& report) {
  constexpr std::array<const char*, 10> versions{"",           "1.1", "1.3c", "1.3d", "2.0.36",
                                                 "2.0.41-dev", "2.3", "2.3",  "2.3",  "2.3"};
  report.ab.version = versions.at(static_cast<std::size_t>(report.era));
  if (report.era == AbEra::e5)
    report.ab.revision = "655654";  // all of them, until 2.4.2
  else if (report.era >= AbEra::e2 && coin())
    report.ab.revision = std::to_string(*rc::gen::inRange(100, 2'000'000));
  report.benchmarking.host = word("abcdefghijklmnopqrstuvwxyz0123456789.-:", 1);
  if (report.era >= AbEra::e3 && coin()) {
    report.benchmarking.proxy_host = word("abcdefghijklmnopqrstuvwxyz0123456789.-", 1);
    report.benchmarking.proxy_port = *rc::gen::inRange(1, 65536);
  }
  report.status = ReportStatus::complete;
  const bool progress = report.era >= AbEra::e2 && coin();
  if (progress) {
    report.progress.completed = {100, 200, count()};
    report.progress.finished = count();
  } else if (report.era >= AbEra::e5 && coin()) {
    report.status = ReportStatus::interrupted;
  }
}

void make_up_header(Report& report) {
  report.server.software = word("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789/.()_:", 0);
  report.server.hostname = report.benchmarking.host;
  report.server.port = *rc::gen::inRange(1, 65536);
  if (report.era >= AbEra::e5 && coin()) {
    report.tls =
        Tls{"TLSv1.3", "TLS_AES_256_GCM_SHA384", count(10'000), count(1'000), std::nullopt, std::nullopt};
    if (report.era >= AbEra::e7 && coin()) report.tls->server_temp_key = "X25519 253 bits";
    if (report.era >= AbEra::e7 && coin()) report.tls->server_name = word("abcdefghij.-", 1);
  }
  report.document.path = "/" + word("abcdefghijklmnopqrstuvwxyz0123456789/?&=%.;:-_~ ", 0) + "x";
  report.document.length_variable = report.era >= AbEra::e7 && coin();
  if (!report.document.length_variable) report.document.length_bytes = count();
}

void make_up_totals(Report& report) {
  report.concurrency = count(200'000);
  report.time_taken_s = figure(3, 1'000'000'000);
  report.requests.complete = count() + 2;
  report.requests.failed = 0;
  if (coin()) {
    report.requests.failed = count() + 1;
    report.requests.failed_breakdown = FailedBreakdown{count(), std::nullopt, count(), count()};
    if (report.era >= AbEra::e5) report.requests.failed_breakdown->receive = count();
  }
  if (report.era == AbEra::e2) report.requests.broken_pipe_errors = count();
  if (report.era >= AbEra::e3 && report.era <= AbEra::e6) report.requests.write_errors = count();
  if (report.era >= AbEra::e7 && coin()) report.requests.write_errors = count() + 1;
  if (report.era >= AbEra::e1 && coin()) report.requests.non_2xx = count() + 1;
  if (coin()) report.requests.keep_alive = count();
  if (report.era == AbEra::e8) {
    report.workers = count(64);
    report.concurrency_achieved = count(200'000);
    report.rampup_delay_ms = whole_figure(count(10'000));
    if (coin()) report.requests.window = 50'000;
    if (report.requests.keep_alive && coin()) report.requests.keep_alive_aborts = count() + 1;
  }
  report.bytes.total = count();
  report.bytes.html = count();
  if (report.era >= AbEra::e1 && coin()) {
    report.bytes.sent = count();
    report.bytes.sent_label = report.era >= AbEra::e6             ? SentLabel::body_sent
                              : report.era == AbEra::e5 && coin() ? SentLabel::put
                                                                  : SentLabel::posted;
  }
}

void make_up_rates(Report& report) {
  if (report.time_taken_s->digits == 0) return;
  report.requests_per_second = figure(2);
  if (report.era >= AbEra::e2) {
    report.time_per_request_ms = figure(report.era == AbEra::e2 ? 2 : 3);
    report.time_per_request_all_ms = figure(report.era == AbEra::e2 ? 2 : 3);
  }
  report.transfer_rate_kib_s.received = figure(2);
  if (!report.bytes.sent) return;
  report.transfer_rate_kib_s.sent = figure(2);
  report.transfer_rate_kib_s.total = figure(2);
}

void make_up_tables(Report& report) {
  const bool with_deviation = report.era >= AbEra::e2 && coin();
  const bool old = report.era < AbEra::e3;
  ConnectionTimes times;
  times.connect = row(with_deviation, old);
  if (report.era >= AbEra::e1) times.processing = row(with_deviation, old);
  if (with_deviation || report.era >= AbEra::e7) times.waiting = row(with_deviation, old);
  times.total = row(with_deviation, old);
  report.connection_times_ms = times;
  if (with_deviation && coin()) {
    report.ab_warnings.push_back({AbWarning::Severity::error, AbWarning::About::connect});
    report.ab_warnings.push_back({AbWarning::Severity::warning, AbWarning::About::waiting});
    report.ab_warnings.push_back({AbWarning::Severity::error, AbWarning::About::total});
  }
  if (report.era < AbEra::e2 || coin()) return;
  report.percentiles_ms.emplace();
  for (const int level : Percentiles::levels)
    report.percentiles_ms->set(level, whole_figure(count(10'000'000)));
}

}  // namespace

rc::Gen<Report> made_up_report_of(AbEra era) {
  return rc::gen::exec([era] {
    Report report;
    report.era = era;
    make_up_banner(report);
    make_up_header(report);
    make_up_totals(report);
    make_up_rates(report);
    make_up_tables(report);
    return report;
  });
}

rc::Gen<Report> made_up_report() {
  return rc::gen::mapcat(rc::gen::inRange(static_cast<int>(AbEra::e0), static_cast<int>(AbEra::e8) + 1),
                         [](int era) { return made_up_report_of(static_cast<AbEra>(era)); });
}

}  // namespace abstat
