#include "analysis/audit/printed_run.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>
#include <numeric>
#include <string>

#include <abstat/attachments.hpp>

namespace {

using abstat::Figure;
using abstat::Report;
using Times = std::vector<std::int64_t>;

constexpr std::int64_t headers = 118;
constexpr std::int64_t body = 4;

Figure printed(int decimals, double value) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  return *abstat::parse_figure(text.data());
}

std::int64_t round_ms(std::int64_t microseconds) {
  return (microseconds + 500) / 1000;
}

// The row of one kind of times; unit is 1000 where they are microseconds, 1 where ab keeps milliseconds.
abstat::TimesRow row_of(Times times, std::int64_t unit) {
  std::sort(times.begin(), times.end());
  const auto n = static_cast<std::int64_t>(times.size());
  const std::int64_t mean = std::accumulate(times.begin(), times.end(), std::int64_t{0}) / n;
  double squares = 0;
  for (const std::int64_t time : times) squares += std::pow(static_cast<double>(time - mean), 2);
  const double sd = n > 1 ? std::sqrt(squares / static_cast<double>(n - 1)) : 0;
  const std::size_t half = times.size() / 2;
  const std::int64_t median = n % 2 == 1 && n > 1 ? (times[half] + times[half + 1]) / 2 : times[half];
  const auto ms = [&](std::int64_t time) { return abstat::whole_figure(unit == 1 ? time : round_ms(time)); };
  return {ms(times.front()), ms(mean), printed(1, sd / static_cast<double>(unit)), ms(median),
          ms(times.back())};
}

void add_warning(Report& report, const abstat::TimesRow& row, const Times& times, std::int64_t unit,
                 abstat::AbWarning::About about) {
  const auto n = static_cast<double>(times.size());
  const std::int64_t mean =
      std::accumulate(times.begin(), times.end(), std::int64_t{0}) / static_cast<std::int64_t>(times.size());
  double squares = 0;
  for (const std::int64_t time : times) squares += std::pow(static_cast<double>(time - mean), 2);
  const double sd = n > 1 ? std::sqrt(squares / (n - 1)) / static_cast<double>(unit) : 0;
  const double apart = std::abs(row.mean.value() - row.median->value());
  if (apart > 2 * sd) report.ab_warnings.push_back({abstat::AbWarning::Severity::error, about});
  if (apart > sd && apart <= 2 * sd)
    report.ab_warnings.push_back({abstat::AbWarning::Severity::warning, about});
}

struct Columns {
  Times connect;
  Times processing;
  Times waiting;
  Times total;
};

Columns columns_of(const TimedRun& run, std::int64_t kept_unit) {
  Columns columns;
  for (const TimedRequest& request : run.requests) {
    const std::int64_t connect = request.connect / kept_unit;
    const std::int64_t total = request.total / kept_unit;
    columns.connect.push_back(connect);
    columns.processing.push_back(total - connect);
    columns.waiting.push_back(request.waiting / kept_unit);
    columns.total.push_back(total);
  }
  return columns;
}

void add_table(Report& report, const Columns& columns, std::int64_t unit) {
  using About = abstat::AbWarning::About;
  report.connection_times_ms =
      abstat::ConnectionTimes{row_of(columns.connect, unit), row_of(columns.processing, unit),
                              row_of(columns.waiting, unit), row_of(columns.total, unit)};
  const auto& times = *report.connection_times_ms;
  add_warning(report, *times.connect, columns.connect, unit, About::connect);
  add_warning(report, *times.processing, columns.processing, unit, About::processing);
  add_warning(report, *times.waiting, columns.waiting, unit, About::waiting);
  add_warning(report, *times.total, columns.total, unit, About::total);
  if (columns.total.size() < 2) return;
  Times sorted = columns.total;
  std::sort(sorted.begin(), sorted.end());
  report.percentiles_ms.emplace();
  for (const int level : abstat::Percentiles::levels) {
    const std::size_t place =
        level == 100 ? sorted.size() - 1 : sorted.size() * static_cast<std::size_t>(level) / 100;
    report.percentiles_ms->set(level,
                               abstat::whole_figure(unit == 1 ? sorted[place] : round_ms(sorted[place])));
  }
}

void add_counts(Report& report, const TimedRun& run) {
  const auto n = static_cast<std::int64_t>(run.requests.size());
  report.status = abstat::ReportStatus::complete;
  report.concurrency = run.concurrency;
  report.document.length_bytes = body;
  report.requests.complete = n;
  report.requests.failed = 0;
  report.bytes.total = n * (headers + body);
  report.bytes.html = n * body;
}

void add_files(Report& report, const TimedRun& run) {
  std::string log = "starttime\tseconds\tctime\tdtime\tttime\twait\n";
  Times sorted;
  for (const TimedRequest& request : run.requests) {
    sorted.push_back(request.total);
    log += "Mon Nov 23 08:53:00 2026\t1795423980";
    for (const std::int64_t time :
         {request.connect, request.total - request.connect, request.total, request.waiting}) {
      log += '\t' + std::to_string(round_ms(time));
    }
    log += '\n';
  }
  std::sort(sorted.begin(), sorted.end());
  std::string percentiles = "Percentage served,Time in ms\n";
  for (int level = 0; level <= 100; ++level) {
    const double place = 0.5 + static_cast<double>(sorted.size()) * level / 100.0;
    const std::size_t at = level == 0     ? 0
                           : level == 100 ? sorted.size() - 1
                                          : static_cast<std::size_t>(place);
    // Past the end ab prints whatever lies there.
    const double time = at < sorted.size() ? static_cast<double>(sorted[at]) / 1000 : 0.257;
    percentiles += std::to_string(level) + "," + printed(3, time).text() + "\n";
  }
  report.attachments = std::make_shared<const abstat::Attachments>(
      abstat::Attachments{*abstat::read_request_log(log, "run.tsv"),
                          *abstat::read_percentile_file(percentiles, "run.csv", sorted.size())});
}

std::int64_t draw(std::mt19937_64& random, std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
}

std::int64_t random_time(std::mt19937_64& random, int shape) {
  switch (shape) {
    case 0:
      return 51'234;
    case 1:
      return draw(random, 100, 1'900);
    case 2:
      return draw(random, 0, 120'000);
    case 3:
      return draw(random, 0, 1) == 0 ? draw(random, 1'000, 3'000) : draw(random, 90'000, 110'000);
    default:
      return draw(random, 0, 19) == 0 ? draw(random, 1'000'000, 3'000'000) : draw(random, 10'000, 30'000);
  }
}

}  // namespace

TimedRun random_run(std::mt19937_64& random, int most_requests) {
  const auto n = draw(random, 1, most_requests);
  const int shape = static_cast<int>(random() % 5);
  TimedRun run{{}, draw(random, 1, n), 0};
  std::int64_t sum = 0;
  std::int64_t longest = 0;
  for (std::int64_t i = 0; i < n; ++i) {
    const std::int64_t total = random_time(random, shape);
    const std::int64_t connect = draw(random, 0, 2) == 0 ? 0 : draw(random, 0, total / 3);
    run.requests.push_back({connect, total, draw(random, 0, total - connect)});
    sum += total;
    longest = std::max(longest, total);
  }
  run.elapsed = std::max(longest, sum / run.concurrency + 1) + draw(random, 1, 50'000);
  return run;
}

Report printed_by_2_4(const TimedRun& run) {
  Report report;
  report.era = abstat::AbEra::e7;
  add_counts(report, run);
  const double seconds = static_cast<double>(run.elapsed) / 1e6;
  const auto n = static_cast<double>(run.requests.size());
  report.time_taken_s = printed(3, seconds);
  report.requests_per_second = printed(2, n / seconds);
  report.time_per_request_ms = printed(3, static_cast<double>(run.concurrency) * seconds * 1000 / n);
  report.time_per_request_all_ms = printed(3, seconds * 1000 / n);
  report.transfer_rate_kib_s.received = printed(2, static_cast<double>(*report.bytes.total) / 1024 / seconds);
  add_table(report, columns_of(run, 1), 1000);
  add_files(report, run);
  return report;
}

Report printed_by_2_2_8(const TimedRun& run) {
  Report report;
  report.era = abstat::AbEra::e4;
  add_counts(report, run);
  report.requests.write_errors = 0;
  std::array<char, 64> taken{};
  std::snprintf(taken.data(), taken.size(), "%lld.%03lld", static_cast<long long>(run.elapsed / 1'000'000),
                static_cast<long long>(run.elapsed % 1'000'000));
  report.time_taken_s = abstat::parse_figure(taken.data());
  const auto seconds = static_cast<float>(static_cast<double>(run.elapsed) / 1e6);
  const auto n = static_cast<float>(run.requests.size());
  const auto rate = [](int decimals, float value) { return printed(decimals, static_cast<double>(value)); };
  report.requests_per_second = rate(2, n / seconds);
  report.time_per_request_ms = rate(3, 1000 * static_cast<float>(run.concurrency) * seconds / n);
  report.time_per_request_all_ms = rate(3, 1000 * seconds / n);
  report.transfer_rate_kib_s.received = rate(2, static_cast<float>(*report.bytes.total / 1024) / seconds);
  add_table(report, columns_of(run, 1000), 1);
  return report;
}
