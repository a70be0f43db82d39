#include "claims_figure.hpp"

#include <algorithm>

#include <abstat/measure.hpp>

namespace abstat {

namespace {

PrintedFigure whole(std::optional<std::int64_t> value, std::string_view name, std::size_t line) {
  return {whole_figure(value.value_or(0)), name, line};
}

void add(std::vector<PrintedFigure>& figures, const std::optional<Figure>& figure, std::string_view name,
         std::size_t line) {
  if (figure && figure->finite()) figures.push_back({*figure, name, line});
}
void add(std::vector<PrintedFigure>& figures, const std::optional<std::int64_t>& value, std::string_view name,
         std::size_t line) {
  if (value) figures.push_back(whole(value, name, line));
}

void add_row(std::vector<PrintedFigure>& figures, const Report& report, Figure TimesRow::*column,
             std::string_view name) {
  if (!report.connection_times_ms || !report.connection_times_ms->total) return;
  figures.push_back({(*report.connection_times_ms->total).*column, name, report.lines.total});
}

void add_median(std::vector<PrintedFigure>& figures, const Report& report) {
  if (report.connection_times_ms && report.connection_times_ms->total)
    add(figures, report.connection_times_ms->total->median, "median of Total", report.lines.total);
}

void add_level(std::vector<PrintedFigure>& figures, const Report& report, int level) {
  if (!report.percentiles_ms) return;
  const auto figure = report.percentiles_ms->at(level);
  if (!figure) return;
  std::size_t row = 0;
  for (std::size_t i = 0; i < Percentiles::levels.size(); ++i) {
    if (Percentiles::levels.at(i) == level) break;
    if (report.percentiles_ms->ms.at(i)) ++row;
  }
  figures.push_back(
      {*figure, "percentile", report.lines.percentiles == 0 ? 0 : report.lines.percentiles + row});
}

// A share of the requests that ab prints no row for is bounded by the rows around it.
void add_level_around(std::vector<PrintedFigure>& figures, const Report& report, int level, bool upper) {
  if (level < 1) return;
  if (upper) {
    const auto next = std::upper_bound(Percentiles::levels.begin(), Percentiles::levels.end(), level);
    for (auto at = next; at != Percentiles::levels.end() && figures.empty(); ++at)
      add_level(figures, report, *at);
  }
}

std::int64_t bad_responses(const Report& report) {
  return std::max(report.requests.failed.value_or(0), report.requests.non_2xx.value_or(0));
}

void add_failure_rates(std::vector<PrintedFigure>& figures, const Report& report) {
  const auto complete = report.requests.complete;
  if (!complete || *complete == 0 || !report.requests.failed) return;
  const auto percent = [&](std::int64_t count) {
    return rounded_figure(100.0 * static_cast<double>(count) / static_cast<double>(*complete), 4);
  };
  figures.push_back({percent(*report.requests.failed), "failed of complete, %", report.lines.failed});
  if (bad_responses(report) != *report.requests.failed)
    figures.push_back({percent(bad_responses(report)), "not 2xx of complete, %", report.lines.non_2xx});
}

}  // namespace

std::vector<PrintedFigure> figures_for(const Claim& claim, const Report& report) {
  std::vector<PrintedFigure> figures;
  const ReportLines& lines = report.lines;
  switch (claim.metric) {
    case ClaimMetric::throughput:
      add(figures, report.requests_per_second, "Requests per second", lines.requests_per_second);
      break;
    case ClaimMetric::goodput:
      if (const auto good = measure(report, {MetricKind::goodput, 0})) {
        figures.push_back({rounded_figure(good->value, 2), "goodput", lines.requests_per_second});
      } else if (report.requests.complete && bad_responses(report) >= *report.requests.complete) {
        figures.push_back({whole_figure(0), "goodput", lines.non_2xx});
      }
      break;
    case ClaimMetric::latency:
      add(figures, report.time_per_request_ms, "Time per request", lines.time_per_request);
      add_row(figures, report, &TimesRow::mean, "mean of Total");
      add_median(figures, report);
      break;
    case ClaimMetric::time_per_request:
      add(figures, report.time_per_request_ms, "Time per request", lines.time_per_request);
      break;
    case ClaimMetric::time_per_request_all:
      add(figures, report.time_per_request_all_ms, "Time per request (across all)",
          lines.time_per_request_all);
      break;
    case ClaimMetric::mean:
      add_row(figures, report, &TimesRow::mean, "mean of Total");
      break;
    case ClaimMetric::median:
      add_median(figures, report);
      add_level(figures, report, 50);
      break;
    case ClaimMetric::max:
      add_row(figures, report, &TimesRow::max, "max of Total");
      if (figures.empty()) add_level(figures, report, 100);
      break;
    case ClaimMetric::connect_mean:
      if (report.connection_times_ms && report.connection_times_ms->connect)
        figures.push_back({report.connection_times_ms->connect->mean, "mean of Connect", lines.connect});
      break;
    case ClaimMetric::percentile:
      add_level(figures, report, claim.percentile.value_or(-1));
      if (figures.empty())
        add_level_around(figures, report, claim.percentile.value_or(-1),
                         claim.hedge == Hedge::at_most || claim.hedge == Hedge::less_than);
      break;
    case ClaimMetric::time_taken:
      add(figures, report.time_taken_s, "Time taken for tests", lines.time_taken);
      break;
    case ClaimMetric::transfer_rate:
      add(figures, report.transfer_rate_kib_s.received, "Transfer rate", lines.transfer_rate);
      break;
    case ClaimMetric::failed:
      add(figures, report.requests.failed, "Failed requests", lines.failed);
      if (claim.number && claim.number->value() > 0)
        add(figures, report.requests.non_2xx, "Non-2xx responses", lines.non_2xx);
      break;
    case ClaimMetric::non_2xx:
      if (report.requests.failed)
        figures.push_back(whole(report.requests.non_2xx, "Non-2xx responses",
                                lines.non_2xx == 0 ? lines.failed : lines.non_2xx));
      break;
    case ClaimMetric::failures_any:
      if (report.requests.failed)
        figures.push_back(whole(bad_responses(report), "failed or not 2xx",
                                lines.non_2xx == 0 ? lines.failed : lines.non_2xx));
      break;
    case ClaimMetric::failure_rate:
      add_failure_rates(figures, report);
      break;
    case ClaimMetric::complete:
      add(figures, report.requests.complete, "Complete requests", lines.complete);
      break;
    case ClaimMetric::concurrency:
      add(figures, report.concurrency, "Concurrency Level", lines.concurrency);
      break;
    case ClaimMetric::keep_alive:
      add(figures, report.requests.keep_alive, "Keep-Alive requests", lines.keep_alive);
      break;
    case ClaimMetric::document_length:
      add(figures, report.document.length_bytes, "Document Length", lines.document_length);
      break;
  }
  return figures;
}

}  // namespace abstat
