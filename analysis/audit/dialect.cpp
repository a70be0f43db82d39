#include "dialect.hpp"

namespace abstat {

namespace {

constexpr RateFormulas modern{};
constexpr RateFormulas before_2_0_17{Clock::milliseconds, 1, 1000, 1000, false, true};
constexpr RateFormulas before_2_2_9{Clock::microseconds, 1, 1000, 1024, true, true};
// 2.0.17 to 2.0.36 print Time per request in seconds and call them ms.
constexpr RateFormulas seconds_called_ms{Clock::microseconds, 1, 1, 1024, true, true};
constexpr RateFormulas html_before_2_2_9{Clock::html_milliseconds, 1, 1000, 1000, false, true};
constexpr RateFormulas html_2_2{Clock::rounded, 1000, 1000, 1, false, false};
constexpr RateFormulas html_early_2_4{Clock::rounded, 1, 1000, 1, false, false};

std::vector<RateFormulas> html_formulas(AbEra era) {
  switch (era) {
    case AbEra::e0:
    case AbEra::e1:
    case AbEra::e2:
      return {before_2_0_17};
    case AbEra::e3:
    case AbEra::e4:
      return {html_before_2_2_9};
    case AbEra::e7:
    case AbEra::e8:
      return {modern};
    default:
      return {modern, html_2_2, html_early_2_4, html_before_2_2_9, before_2_0_17};
  }
}

// An excerpt without its banner: the format of the times tells.
std::vector<RateFormulas> excerpt_formulas(const Report& report) {
  if (report.time_taken_s && report.time_taken_s->decimals != 3) return {before_2_2_9, seconds_called_ms};
  if (report.time_per_request_ms && report.time_per_request_ms->decimals == 2) return {before_2_0_17};
  return {modern};
}

}  // namespace

std::vector<RateFormulas> possible_rate_formulas(const Report& report) {
  if (report.html) return html_formulas(report.era);
  switch (report.era) {
    case AbEra::e0:
    case AbEra::e1:
    case AbEra::e2:
      return {before_2_0_17};
    case AbEra::e3:
      return {before_2_2_9, seconds_called_ms, before_2_0_17};
    case AbEra::e4:
      return {before_2_2_9};
    case AbEra::unknown:
      return excerpt_formulas(report);
    default:
      return {modern};
  }
}

RowRules row_rules(const Report& report) {
  RowRules rules;
  const bool old = report.era >= AbEra::e0 && report.era <= AbEra::e4;
  rules.truncated = old;
  rules.mean_cut = old && report.era != AbEra::e2;
  // The deviations are taken from a mean cut to the unit it is kept in (1.3.22 to 1.3.42 cut each deviation
  // to whole milliseconds instead): sqrt(n/(n-1)) of that unit, at most sqrt(2) of it.
  rules.sd_error = old ? exact::Fraction(exact::Whole(14143), exact::Whole(10000))
                       : exact::Fraction(exact::Whole(14143), exact::Whole(10000000));
  rules.sd_overflows = report.era == AbEra::e2;
  rules.minima_broken = report.era == AbEra::e2;
  rules.floor_index = report.era != AbEra::e2;
  const auto& times = report.connection_times_ms;
  const bool summary = times && times->total && !times->total->sd;
  const bool has_waiting = times && times->waiting;
  rules.aggregated_processing = report.html || (summary && !has_waiting && report.era > AbEra::e1) ||
                                (summary && !has_waiting && report.era == AbEra::unknown);
  return rules;
}

}  // namespace abstat
