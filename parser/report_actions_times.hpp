// The two tables at the end of a report: which row and which column goes where.
#pragma once

#include "report_actions.hpp"

#include <utility>

namespace abstat::rules {

// clang-format off
template <typename S> struct action<times_heading<S>>       : takes<LineKind::times_heading> {};
template <typename S> struct action<times_heading_nnn<S>>   : shows<&ReportTraits::triple_n, takes<LineKind::times_heading>> {};
template <typename S> struct action<times_columns<S>>       : takes<LineKind::times_columns> {};
template <> struct action<tabled_times_columns>             : takes<LineKind::times_columns> {};
template <typename S> struct action<short_times_columns<S>> : takes<LineKind::times_columns> {};
template <typename S> struct action<percentiles_heading<S>> : takes<LineKind::percentiles_heading> {};
// clang-format on

// min mean sd median max
struct five_columns {
  static TimesRow row(const LineValues& values) {
    const auto& [min, mean, sd, median, max] = values.figures;
    return {min, mean, sd, median, max};
  }
};

// min avg max
struct three_columns {
  static TimesRow row(const LineValues& values) {
    return {values.figures[0], values.figures[1], std::nullopt, std::nullopt, values.figures[2]};
  }
};

template <LineKind Kind, auto Line, auto Row, typename Columns>
struct stores_row {
  static bool apply0(ReportAssembler& assembler) {
    const TimesRow row = Columns::row(assembler.values);
    if (!assembler.take(Kind)) return false;
    Report& report = assembler.report();
    if (!report.connection_times_ms) report.connection_times_ms = ConnectionTimes{};
    (*report.connection_times_ms).*Row = row;
    report.lines.*Line = assembler.line.number;
    return true;
  }
};

// clang-format off
template <typename Columns> struct stores_connect    : stores_row<LineKind::connect,    &ReportLines::connect,    &ConnectionTimes::connect,    Columns> {};
template <typename Columns> struct stores_processing : stores_row<LineKind::processing, &ReportLines::processing, &ConnectionTimes::processing, Columns> {};
template <typename Columns> struct stores_waiting    : stores_row<LineKind::waiting,    &ReportLines::waiting,    &ConnectionTimes::waiting,    Columns> {};
template <typename Columns> struct stores_total      : stores_row<LineKind::total,      &ReportLines::total,      &ConnectionTimes::total,      Columns> {};

template <typename S> struct action<connect_row<S>>          : stores_connect<five_columns> {};
template <typename S> struct action<processing_row<S>>       : stores_processing<five_columns> {};
template <typename S> struct action<waiting_row<S>>          : stores_waiting<five_columns> {};
template <typename S> struct action<total_row<S>>            : stores_total<five_columns> {};
template <typename S> struct action<short_connect_row<S>>    : stores_connect<three_columns> {};
template <typename S> struct action<short_processing_row<S>> : stores_processing<three_columns> {};
template <typename S> struct action<short_waiting_row<S>>    : stores_waiting<three_columns> {};
template <typename S> struct action<short_total_row<S>>      : stores_total<three_columns> {};
template <> struct action<touching_connect_row>              : stores_connect<three_columns> {};
template <> struct action<touching_processing_row>           : stores_processing<three_columns> {};
template <> struct action<touching_waiting_row>              : stores_waiting<three_columns> {};
template <> struct action<touching_total_row>                : stores_total<three_columns> {};
// clang-format on

// The row that a doubt is about waits in integers[0] until the line is whole.
template <AbWarning::About About>
struct names_doubted_row {
  static void apply0(ReportAssembler& assembler) { assembler.values.integers[0] = static_cast<int>(About); }
};
// clang-format off
template <> struct action<doubted_connect>    : names_doubted_row<AbWarning::About::connect> {};
template <> struct action<doubted_processing> : names_doubted_row<AbWarning::About::processing> {};
template <> struct action<doubted_waiting>    : names_doubted_row<AbWarning::About::waiting> {};
template <> struct action<doubted_total>      : names_doubted_row<AbWarning::About::total> {};
// clang-format on

template <AbWarning::Severity Severity>
struct stores_doubt {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.is_open() || !assembler.take(LineKind::warning)) return false;
    assembler.report().ab_warnings.push_back(
        {Severity, static_cast<AbWarning::About>(assembler.values.integers[0])});
    return true;
  }
};
template <>
struct action<doubt_as_error> : stores_doubt<AbWarning::Severity::error> {};
template <>
struct action<doubt_as_warning> : stores_doubt<AbWarning::Severity::warning> {};

struct takes_rest_of_doubt {
  static bool apply0(ReportAssembler& assembler) {
    return assembler.is_open() && assembler.take(LineKind::warning);
  }
};
template <>
struct action<rest_of_error> : takes_rest_of_doubt {};
template <>
struct action<rest_of_warning> : takes_rest_of_doubt {};

template <LineKind Kind>
struct stores_percentile {
  static constexpr std::size_t row =
      static_cast<std::size_t>(Kind) - static_cast<std::size_t>(LineKind::percentile_50);

  static bool apply0(ReportAssembler& assembler) {
    const Figure figure = assembler.values.figures[0];
    if (!assembler.take(Kind)) return false;
    Report& report = assembler.report();
    if (!report.percentiles_ms) {
      report.percentiles_ms = Percentiles{};
      report.lines.percentiles = assembler.line.number;
    }
    report.percentiles_ms->ms[row] = figure;
    return true;
  }
};

// clang-format off
template <typename S> struct action<percentile_50<S>>       : stores_percentile<LineKind::percentile_50> {};
template <typename S> struct action<percentile_66<S>>       : stores_percentile<LineKind::percentile_66> {};
template <typename S> struct action<percentile_75<S>>       : stores_percentile<LineKind::percentile_75> {};
template <typename S> struct action<percentile_80<S>>       : stores_percentile<LineKind::percentile_80> {};
template <typename S> struct action<percentile_90<S>>       : stores_percentile<LineKind::percentile_90> {};
template <typename S> struct action<percentile_95<S>>       : stores_percentile<LineKind::percentile_95> {};
template <typename S> struct action<percentile_98<S>>       : stores_percentile<LineKind::percentile_98> {};
template <typename S> struct action<percentile_99<S>>       : stores_percentile<LineKind::percentile_99> {};
template <typename S> struct action<percentile_100_cut<S>>  : stores_percentile<LineKind::percentile_100> {};
template <typename S> struct action<percentile_100<S>>      : shows<&ReportTraits::longest_request, stores_percentile<LineKind::percentile_100>> {};
template <typename S> struct action<percentile_100_last<S>> : shows<&ReportTraits::last_request, stores_percentile<LineKind::percentile_100>> {};
// clang-format on

}  // namespace abstat::rules
