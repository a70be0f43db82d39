#include "era.hpp"

#include <limits>
#include <optional>

#include <abstat/corrections.hpp>

namespace abstat {

namespace {

constexpr std::int64_t million = 1'000'000;

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

struct Parts {
  std::int64_t whole;
  std::int64_t behind_point;  // read as a number of its own
};

std::optional<Parts> parts_of(const Figure& figure) {
  if (!figure.finite() || figure.negative || figure.decimals < 0 || figure.decimals > 18) return std::nullopt;
  const std::int64_t unit = power_of_ten(figure.decimals);
  const Parts parts{figure.digits / unit, figure.digits % unit};
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / million - 1;
  if (parts.whole > most || parts.behind_point >= most) return std::nullopt;
  return parts;
}

// The layout of 1.3.22 in the first beta of 2.0.
bool is_first_beta(const Report& report, const ReportTraits& traits) {
  return report.era == AbEra::e3 && (traits.last_request || traits.triple_n);
}

void correct_time_taken(Report& report, const ReportTraits& traits) {
  if (!report.time_taken_s || (report.era != AbEra::e3 && report.era != AbEra::e4)) return;
  const auto parts = parts_of(*report.time_taken_s);
  if (!parts) return;
  const bool beta = is_first_beta(report, traits);
  const Figure corrected{parts->whole * million + parts->behind_point, static_cast<std::int8_t>(beta ? 3 : 6),
                         FigureKind::finite, false};
  if (corrected.value() == report.time_taken_s->value()) return;
  report.corrections.push_back(
      {beta ? corrections::milliseconds_behind_point : corrections::unpadded_microseconds, "time_taken_s",
       corrected});
}

// 2.0.17 to 2.0.36 forgot to multiply by 1000.
void correct_time_per_request(Report& report, const ReportTraits& traits) {
  if (report.era != AbEra::e3 || is_first_beta(report, traits)) return;
  if (report.ab.version && report.ab.version->starts_with("2.0.3") && report.ab.version >= "2.0.37") return;
  const auto add = [&report](std::string_view field, const std::optional<Figure>& printed) {
    if (!printed || !printed->finite()) return;
    Figure corrected = *printed;
    corrected.decimals = static_cast<std::int8_t>(corrected.decimals - 3);
    report.corrections.push_back({corrections::seconds_labelled_ms, field, corrected});
  };
  add("time_per_request_ms", report.time_per_request_ms);
  add("time_per_request_all_ms", report.time_per_request_all_ms);
}

void correct_port(Report& report) {
  if (!report.server.port || *report.server.port >= 0) return;
  constexpr std::int64_t ports = 65536;
  report.corrections.push_back(
      {corrections::signed_port, "server.port", whole_figure(*report.server.port + ports)});
}

std::optional<std::int64_t> unwrapped(const std::optional<std::int64_t>& total) {
  constexpr std::int64_t wrap = std::int64_t{1} << 32;
  if (!total || *total >= 0 || *total < -wrap) return std::nullopt;
  return *total + wrap;
}

void correct_byte_totals(Report& report) {
  const auto add = [&report](std::string_view field, const std::optional<std::int64_t>& printed) {
    if (const auto total = unwrapped(printed)) {
      report.corrections.push_back({corrections::wrapped_32_bit_total, field, whole_figure(*total)});
    }
  };
  add("bytes.total", report.bytes.total);
  add("bytes.html", report.bytes.html);
  add("bytes.sent", report.bytes.sent);
}

double time_taken(const Report& report) {
  for (const Correction& correction : report.corrections) {
    if (correction.field == "time_taken_s") return correction.value.value();
  }
  return report.time_taken_s->value();
}

// 2.0.17 to 2.2.8 divide the bytes by 1024 in whole numbers before they divide by the time.
void correct_truncated_rate(Report& report) {
  const auto& rate = report.transfer_rate_kib_s.received;
  if (!rate || !rate->finite() || !report.time_taken_s || !report.bytes.total) return;
  const double seconds = time_taken(report);
  if (!(seconds > 0)) return;
  const std::int64_t bytes = unwrapped(report.bytes.total).value_or(*report.bytes.total);
  const Figure corrected = rounded_figure(static_cast<double>(bytes) / 1024.0 / seconds, rate->decimals);
  if (!corrected.finite() || corrected == *rate) return;
  report.corrections.push_back(
      {corrections::truncated_transfer_rate, "transfer_rate_kib_s.received", corrected});
}

// Until 2.0.16 a kilobyte has 1000 bytes.
void correct_decimal_kilobytes(Report& report) {
  const auto add = [&report](std::string_view field, const std::optional<Figure>& printed) {
    if (!printed || !printed->finite()) return;
    const Figure corrected = rounded_figure(printed->value() * 1000.0 / 1024.0, printed->decimals);
    report.corrections.push_back({corrections::decimal_kilobytes, field, corrected});
  };
  add("transfer_rate_kib_s.received", report.transfer_rate_kib_s.received);
  add("transfer_rate_kib_s.sent", report.transfer_rate_kib_s.sent);
  add("transfer_rate_kib_s.total", report.transfer_rate_kib_s.total);
}

}  // namespace

void correct(Report& report, const ReportTraits& traits) {
  correct_port(report);
  correct_byte_totals(report);
  correct_time_taken(report, traits);
  correct_time_per_request(report, traits);
  const bool decimal = report.era == AbEra::e0 || report.era == AbEra::e1 || report.era == AbEra::e2 ||
                       is_first_beta(report, traits);
  if (decimal) {
    correct_decimal_kilobytes(report);
  } else if (report.era == AbEra::e3 || report.era == AbEra::e4) {
    correct_truncated_rate(report);
  }
}

}  // namespace abstat
