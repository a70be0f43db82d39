#include "html_corrections.hpp"

#include <array>
#include <cmath>
#include <optional>

#include <abstat/corrections.hpp>

namespace abstat {

namespace {

constexpr double kibibyte = 1024;

// 2.2.9 to 2.2.34 all carry this revision.
constexpr std::string_view revision_of_2_2 = "655654";

// amount per second, for all times that print as `time`; nothing when that may be no time at all.
std::optional<Interval> rate_of(std::int64_t amount, const Figure& time) {
  const Interval seconds = time.interval();
  if (amount <= 0 || seconds.low <= 0) return std::nullopt;
  return Interval{static_cast<double>(amount) / seconds.high, static_cast<double>(amount) / seconds.low};
}

Interval divided(const Interval& interval, double by) {
  return {interval.low / by, interval.high / by};
}

// 2.0.16 to 2.2.8 print milliseconds as if they were microseconds: 12345 ms as 0.12345, but 187 ms, padded to
// three digits, as 0.187.
void correct_time_taken(Report& report) {
  if (!report.time_taken_s || !report.time_taken_s->finite() || report.time_taken_s->decimals < 3) return;
  const Figure& printed = *report.time_taken_s;
  const auto unit = static_cast<std::int64_t>(std::llround(std::pow(10.0, printed.decimals)));
  constexpr std::int64_t million = 1'000'000;
  const std::int64_t ms = printed.digits / unit * million + printed.digits % unit;
  if (printed.decimals == 3 && ms == printed.digits) return;
  report.corrections.push_back({corrections::milliseconds_behind_point,
                                "time_taken_s",
                                {ms, 3, FigureKind::finite, printed.negative}});
}

// The time as it was measured.
std::optional<Figure> measured_time(const Report& report) {
  for (const Correction& correction : report.corrections) {
    if (correction.field == "time_taken_s") return correction.value;
  }
  return report.time_taken_s;
}

// 2.2.9 to 2.2.34 and 2.3.0 to 2.3.5. Told by the time and the requests; where the time is too short to tell,
// by the revision of 2.2.
bool rate_is_thousandfold(const Report& report, const std::optional<Figure>& time) {
  if (!report.requests_per_second || !report.requests.complete || !time) return false;
  const auto expected = rate_of(*report.requests.complete, *time);
  if (!expected) return report.ab.revision == revision_of_2_2;
  const Interval printed = report.requests_per_second->interval();
  return !expected->meets(printed) && expected->meets(divided(printed, 1000));
}

void correct_requests_per_second(Report& report, const std::optional<Figure>& time) {
  if (!rate_is_thousandfold(report, time)) return;
  Figure corrected = *report.requests_per_second;
  corrected.decimals = static_cast<std::int8_t>(corrected.decimals + 3);
  report.corrections.push_back(
      {corrections::thousandfold_requests_per_second, "requests_per_second", corrected});
}

struct RateUnit {
  double bytes;  // of one unit of the printed rate
  std::string_view correction;
};
constexpr std::array<RateUnit, 3> rate_units{
    {{kibibyte, ""}, {1000, corrections::decimal_kilobytes}, {1, corrections::bytes_per_second}}};

// The one unit in which the printed rate fits the bytes and the time; nothing when several do.
const RateUnit* unit_of_rate(const Report& report, const std::optional<Figure>& time) {
  const auto& rate = report.transfer_rate_kib_s.received;
  if (!rate || !report.bytes.total || !time) return nullptr;
  const auto expected = rate_of(*report.bytes.total, *time);
  if (!expected) return nullptr;
  const RateUnit* found = nullptr;
  for (const RateUnit& unit : rate_units) {
    if (!divided(*expected, unit.bytes).meets(rate->interval())) continue;
    if (found != nullptr) return nullptr;
    found = &unit;
  }
  return found;
}

// The unit that the era of the banner used, where the numbers do not tell.
const RateUnit* unit_of_era(const Report& report) {
  switch (report.era) {
    case AbEra::e1:
    case AbEra::e2:
    case AbEra::e3:
    case AbEra::e4:
      return &rate_units[1];
    case AbEra::e5:
      return &rate_units[2];
    default:
      return nullptr;
  }
}

void correct_rate(Report& report, const std::optional<Figure>& rate, std::string_view field,
                  const RateUnit& unit) {
  if (!rate || !rate->finite() || unit.correction.empty()) return;
  // As many more decimals as the unit is smaller, so that the corrected figure is as exact as the printed
  // one.
  const int decimals = rate->decimals + (unit.bytes == 1 ? 3 : 0);
  report.corrections.push_back(
      {unit.correction, field, rounded_figure(rate->value() * unit.bytes / kibibyte, decimals)});
}

void correct_rates(Report& report, const RateUnit& unit) {
  const TransferRate rates = report.transfer_rate_kib_s;
  correct_rate(report, rates.received, "transfer_rate_kib_s.received", unit);
  correct_rate(report, rates.sent, "transfer_rate_kib_s.sent", unit);
  correct_rate(report, rates.total, "transfer_rate_kib_s.total", unit);
}

AbEra era_of_banner(const Report& report, std::string_view apache) {
  if (report.workers) return AbEra::e8;
  const std::string version = report.ab.version.value_or("");
  if (apache == "apache-2.0") {
    return version == "2.0.40-dev" || version == "2.0.41-dev" ? AbEra::e4 : AbEra::e3;
  }
  if (version == "1.3d") return AbEra::e2;
  if (version.starts_with("1.")) return AbEra::e1;
  return report.ab.revision == revision_of_2_2 ? AbEra::e5 : AbEra::unknown;
}

}  // namespace

void correct_html_report(Report& report, std::string_view apache) {
  report.era = era_of_banner(report, apache);
  if (report.era == AbEra::e3 || report.era == AbEra::e4) correct_time_taken(report);
  const std::optional<Figure> time = measured_time(report);
  if (rate_is_thousandfold(report, time)) report.era = AbEra::e5;
  correct_requests_per_second(report, time);

  const RateUnit* unit = unit_of_rate(report, time);
  if (unit == nullptr) unit = unit_of_era(report);
  if (unit == nullptr) return;
  // 2.3 in the banner: bytes per second until 2.4.6, KiB per second from 2.4.7 on.
  if (report.era == AbEra::unknown && unit->bytes == 1) report.era = AbEra::e6;
  if (report.era == AbEra::unknown && unit->bytes == kibibyte) report.era = AbEra::e7;
  correct_rates(report, *unit);
}

}  // namespace abstat
