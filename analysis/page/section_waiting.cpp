#include "page/plot_words.hpp"
#include "page/sections.hpp"
#include "result_cells.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <abstat/plot.hpp>

namespace abstat {

namespace {

constexpr std::size_t median_at = 0;
constexpr std::size_t p99_at = 4;
static_assert(LatencyProfile::levels[median_at] == 50 && LatencyProfile::levels[p99_at] == 99);

const StackLatency* least_at(const LatencyProfile& profile, std::size_t level) {
  const StackLatency* least = nullptr;
  for (const StackLatency& latency : profile.stacks) {
    if (!latency.at[level]) continue;
    if (least == nullptr || latency.at[level]->estimate.value < least->at[level]->estimate.value)
      least = &latency;
  }
  return least;
}

void write_answer(Markup& markup, const LatencyProfile& profile) {
  const StackLatency* median = least_at(profile, median_at);
  const StackLatency* tail = least_at(profile, p99_at);
  markup.open("p", {{"class", "answer"}});
  if (median != nullptr) {
    markup.text("The shortest wait is at ").element("bdi", median->stack);
    markup.text(
        fmt::format(": half of its requests took at most {:.4g} ms", median->at[median_at]->estimate.value));
    if (median->at[p99_at])
      markup.text(fmt::format(", 99 of 100 at most {:.4g} ms", median->at[p99_at]->estimate.value));
    markup.text(".");
  }
  if (tail != nullptr && tail != median) {
    markup.text(" The shortest tail is that of ").element("bdi", tail->stack);
    markup.text(
        fmt::format(": 99 of 100 requests took at most {:.4g} ms.", tail->at[p99_at]->estimate.value));
  }
  if (median == nullptr && tail == nullptr) markup.text("The reports have some of their percentiles only.");
  markup.close();
}

Cell cell_at(const StackLatency& latency, std::size_t level) {
  if (!latency.at[level]) return {};
  const Metric metric{MetricKind::percentile, LatencyProfile::levels.at(level)};
  return value_cell(metric, latency.at[level]->estimate.value);
}

Cell interval_at(const StackLatency& latency, std::size_t level) {
  if (!latency.at[level] || !latency.at[level]->estimate.interval) return {};
  const Metric metric{MetricKind::percentile, LatencyProfile::levels.at(level)};
  const Estimate& estimate = latency.at[level]->estimate;
  return range_cell(metric, *estimate.interval, estimate.value);
}

std::string sources_of(const StackLatency& latency) {
  std::string sources = "tables";
  if (latency.percentile_files > 0) sources += fmt::format(", {} from -e", latency.percentile_files);
  if (latency.request_logs > 0) sources += fmt::format(", {} from -g", latency.request_logs);
  return sources;
}

Table latency_table(const LatencyProfile& profile) {
  Table table{"", {{"stack", Align::left}, {"runs", Align::right}}, {}, {}};
  for (std::size_t i = 0; i < LatencyProfile::levels.size(); ++i) {
    const int level = LatencyProfile::levels.at(i);
    table.columns.push_back({level == 100 ? "slowest" : fmt::format("{} %", level), Align::right});
    if (i == median_at || i == p99_at)
      table.columns.push_back({percent(profile.level) + " interval", Align::right});
  }
  table.columns.push_back({"read from", Align::left});
  for (const StackLatency& latency : profile.stacks) {
    std::vector<Cell> row{latency.stack, static_cast<std::int64_t>(latency.runs)};
    for (std::size_t i = 0; i < LatencyProfile::levels.size(); ++i) {
      row.push_back(cell_at(latency, i));
      if (i == median_at || i == p99_at) row.push_back(interval_at(latency, i));
    }
    row.emplace_back(sources_of(latency));
    table.rows.push_back(std::move(row));
  }
  drop_empty_columns(table);
  table.notes.emplace_back(
      "In ms. Of several runs it is the geometric mean of each run's percentile, which is not the percentile "
      "of "
      "all their requests together.");
  return table;
}

}  // namespace

void write_waiting(HtmlWriter& html, const ReportPage& page) {
  const LatencyProfile& profile = page.latency;
  html.begin_section("waiting", "How does it feel to wait?");
  if (profile.stacks.empty()) {
    html.paragraph(
        "That is not known: no report prints percentiles. ab prints them for more than one request without "
        "-d, "
        "and writes them to files with -e and -g.",
        "answer");
    return html.end_section();
  }
  write_answer(html.markup(), profile);
  html.figure(
      "How long requests took",
      "From the median to the slowest request of each stack; behind each name the median and the 99th "
      "percentile.",
      svg_of(profile, PlotUse::page));
  html.table(latency_table(profile), "percentiles");
  if (!profile.without.empty()) {
    html.markup().open("p").text("Without percentiles in the reports: ");
    write_names(html.markup(), profile.without);
    html.markup().text(".").close();
  }
  html.end_section();
}

}  // namespace abstat
