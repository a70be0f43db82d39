#include "mean_latency.hpp"
#include "order_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>

#include <abstat/attachments.hpp>
#include <abstat/measure.hpp>
#include <abstat/workload.hpp>

namespace abstat {

namespace {

using Measured = tl::expected<Measurement, Refusal>;

tl::unexpected<Refusal> refuse(std::string reason, std::string settle) {
  return tl::unexpected(Refusal{std::move(reason), std::move(settle)});
}

// The printed figure, or what it stands for where ab is known to misprint it.
std::optional<Figure> corrected(const Report& report, std::string_view field,
                                const std::optional<Figure>& printed) {
  const auto it = std::ranges::find(report.corrections, field, &Correction::field);
  return it == report.corrections.end() ? printed : std::optional(it->value);
}

Measured of_figure(const std::optional<Figure>& figure, std::string_view line) {
  if (!figure) {
    return refuse(fmt::format("the report has no \"{}\" line", line), "paste the whole report");
  }
  if (!figure->finite()) return refuse(fmt::format("\"{}\" is not a number", line), "run it again");
  if (figure->value() < 0) return refuse(fmt::format("\"{}\" is negative", line), "run it again");
  if (figure->digits == 0) {
    return refuse(fmt::format("\"{}\" is printed as 0", line), "run it longer, or take another metric");
  }
  return Measurement{figure->value(), figure->interval(), {}};
}

Measured throughput(const Report& report) {
  if (report.requests.complete && *report.requests.complete <= 0) {
    return refuse("no request completed", "run it against a server that answers");
  }
  return of_figure(corrected(report, "requests_per_second", report.requests_per_second),
                   "Requests per second");
}

// As many length failures as non-2xx responses are the same responses: an error page has another length.
double fewest_good(const GoodResponses& good, std::int64_t complete) {
  const bool same_responses = complete - good.low == 2 * (complete - good.high);
  return static_cast<double>(same_responses ? good.high : good.low);
}

Measured goodput(const Report& report, bool length_ok) {
  Measured rate = throughput(report);
  if (!rate) return rate;
  if (!report.requests.failed) {
    return refuse("the report has no \"Failed requests\" line", "paste the whole report, or take throughput");
  }
  if (!is_tainted(report, length_ok)) return rate;
  const auto good = good_responses(report, length_ok);
  if (!good) return refuse("the report has no \"Complete requests\" line", "paste the whole report");
  if (good->high == 0) return refuse("no response was whole and 2xx", "repair the server and run it again");
  const auto complete = static_cast<double>(*report.requests.complete);
  const double share = static_cast<double>(good->high) / complete;
  return Measurement{rate->value * share,
                     {rate->rounding.low * fewest_good(*good, *report.requests.complete) / complete,
                      rate->rounding.high * share},
                     {}};
}

Measured failure_rate(const Report& report, bool length_ok) {
  const auto good = good_responses(report, length_ok);
  if (!good || !report.requests.failed) {
    return refuse("the report lacks \"Complete requests\" or \"Failed requests\"", "paste the whole report");
  }
  const auto complete = static_cast<double>(*report.requests.complete);
  const double rate = (complete - static_cast<double>(good->high)) / complete;
  return Measurement{rate, {rate, (complete - fewest_good(*good, *report.requests.complete)) / complete}, {}};
}

// Total's median is the 50 % row for an even number of requests; for odd ones ab's median is off
// (statistics.md 0.1) and only the table will do.
std::optional<Figure> from_total_row(const Report& report, int percentile) {
  if (!report.connection_times_ms || !report.connection_times_ms->total) return std::nullopt;
  const TimesRow& total = *report.connection_times_ms->total;
  if (percentile == 100) return total.max;
  const bool even = report.requests.complete && *report.requests.complete % 2 == 0;
  return percentile == 50 && even ? total.median : std::nullopt;
}

// The row of the -e file, to the microsecond; else what the -g file has at ab's own index, in whole ms.
std::optional<Figure> from_attachments(const Report& report, int level) {
  if (!report.attachments) return std::nullopt;
  if (const auto& file = report.attachments->percentile_file) {
    const auto& row = file->ms.at(static_cast<std::size_t>(level));
    if (row) return row;
  }
  const auto& log = report.attachments->request_log;
  if (!log || log->headers > 1 || log->total_ms.total == 0) return std::nullopt;
  const auto n = static_cast<std::int64_t>(log->total_ms.total);
  return whole_figure(log->total_ms.at_rank(static_cast<std::uint64_t>(std::min(n, table_order(n, level)))));
}

// The table first: it is what all runs have, so replicates are read off alike. A row printed as 0 says less
// than the files do.
Measured percentile(const Report& report, int level) {
  std::optional<Figure> figure;
  if (report.percentiles_ms) figure = report.percentiles_ms->at(level);
  if (!figure) figure = from_total_row(report, level);
  if (!figure || figure->digits == 0) {
    if (const auto more = from_attachments(report, level)) figure = more;
  }
  if (!figure) {
    return refuse(fmt::format("the report prints no p{}", level),
                  "take a percentile it prints, or give ab -e or -g files");
  }
  return of_figure(figure, fmt::format("{}%", level));
}

Measured mean_latency(const Report& report) {
  const auto feasible = feasible_mean(report);
  if (!feasible) return refuse("the report has no Total row", "paste the whole report");
  const TimesRow& total = *report.connection_times_ms->total;
  if (!total.mean.finite() || total.mean.value() < 0)
    return refuse("Total's mean is not a number", "run it again");
  if (total.mean.digits == 0) {
    return refuse(fmt::format("the mean is below {} ms: printed as 0", feasible->range.high),
                  "take throughput, or give ab -e files: they have microseconds");
  }
  Measurement measurement{(feasible->range.low + feasible->range.high) / 2, feasible->range, {}};
  if (!feasible->consistent) {
    measurement.caveats.push_back(
        {CaveatCode::audit_failed, "the rows of Connection Times and the rate do not agree on a mean"});
  }
  const double width = feasible->range.high - feasible->range.low;
  if (width / measurement.value > coarse_rounding) {
    measurement.caveats.push_back(
        {CaveatCode::ms_rounding, fmt::format("whole milliseconds leave the mean at {} to {} ms",
                                              feasible->range.low, feasible->range.high)});
  }
  return measurement;
}

}  // namespace

Measured measure(const Report& report, Metric metric, bool length_ok) {
  switch (metric.kind) {
    case MetricKind::throughput:
      return throughput(report);
    case MetricKind::goodput:
      return goodput(report, length_ok);
    case MetricKind::mean_latency:
      return mean_latency(report);
    case MetricKind::percentile:
      return percentile(report, metric.percentile);
    case MetricKind::failure_rate:
      return failure_rate(report, length_ok);
    case MetricKind::transfer_rate:
      break;
  }
  return of_figure(corrected(report, "transfer_rate_kib_s.received", report.transfer_rate_kib_s.received),
                   "Transfer rate");
}

std::optional<GoodResponses> good_responses(const Report& report, bool length_ok) {
  const Requests& requests = report.requests;
  if (!requests.complete || *requests.complete < 1) return std::nullopt;
  const std::int64_t complete = *requests.complete;
  // Failed counts connects and exceptions too, which never became complete requests.
  std::int64_t broken = requests.failed.value_or(0);
  if (const auto& breakdown = requests.failed_breakdown) {
    broken = breakdown->receive.value_or(0) + (length_ok ? 0 : breakdown->length.value_or(0));
  }
  broken = std::clamp<std::int64_t>(broken, 0, complete);
  const std::int64_t non_2xx = std::clamp<std::int64_t>(requests.non_2xx.value_or(0), 0, complete);
  return GoodResponses{std::max<std::int64_t>(0, complete - broken - non_2xx),
                       complete - std::max(broken, non_2xx)};
}

}  // namespace abstat
