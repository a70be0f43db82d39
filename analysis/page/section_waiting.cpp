#include "cell_text.hpp"
#include "latency_curves.hpp"
#include "plot_words.hpp"
#include "result_cells.hpp"
#include "sections.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <abstat/plot.hpp>

namespace abstat {

namespace {

constexpr std::size_t median_at = 0;
constexpr std::size_t p99_at = 4;
static_assert(LatencyProfile::levels[median_at] == 50 && LatencyProfile::levels[p99_at] == 99);

// Answering wrongly is quick: stacks with failed responses are not praised for it.
const StackLatency* least_at(const LatencyProfile& profile, std::size_t level) {
  const StackLatency* least = nullptr;
  for (const StackLatency& latency : profile.stacks) {
    if (!latency.at[level] || latency.tainted) continue;
    if (least == nullptr || latency.at[level]->estimate.value < least->at[level]->estimate.value)
      least = &latency;
  }
  return least;
}

// Others whose interval meets that of the best: the order among them is not known.
std::size_t alike(const LatencyProfile& profile, const StackLatency& best, std::size_t level) {
  const auto& interval = best.at[level]->estimate.interval;
  return static_cast<std::size_t>(
      std::count_if(profile.stacks.begin(), profile.stacks.end(), [&](const StackLatency& other) {
        return &other != &best && interval && other.at[level] && other.at[level]->estimate.interval &&
               other.at[level]->estimate.interval->meets(*interval);
      }));
}

Cell cell_at(const StackLatency& latency, std::size_t level) {
  if (!latency.at[level]) return {};
  const Estimate& estimate = latency.at[level]->estimate;
  // One run's whole milliseconds stay whole.
  const bool whole = estimate.rounding && estimate.rounding->high - estimate.rounding->low > 0.9;
  return Number{estimate.value, whole ? 0 : 1, ""};
}

// "" where all stacks have it.
std::string among(const LatencyProfile& profile, std::size_t level) {
  const auto having = static_cast<std::size_t>(
      std::count_if(profile.stacks.begin(), profile.stacks.end(),
                    [&](const StackLatency& latency) { return latency.at[level].has_value(); }));
  if (having == profile.stacks.size() + profile.without.size()) return "";
  return fmt::format(" among the {} whose reports tell it", counted(having, "stack", "stacks"));
}

void write_best(Markup& markup, const LatencyProfile& profile, std::size_t level, std::string_view which,
                std::string_view share) {
  const StackLatency* best = least_at(profile, level);
  if (best == nullptr) return;
  const Estimate& estimate = best->at[level]->estimate;
  markup.text(fmt::format("{}{}: ", which, among(profile, level))).element("bdi", best->stack);
  markup.text(fmt::format(", where {} requests took at most {} ms", share, text_of(cell_at(*best, level))));
  if (!estimate.interval) {
    markup.text(" in its one run, which proves no order. ");
  } else if (const std::size_t others = alike(profile, *best, level); others > 0) {
    markup.text(fmt::format("; the {} of {} its own. ", others == 1 ? "interval" : "intervals",
                            others == 1 ? "1 other meets" : fmt::format("{} others meet", others)));
  } else {
    markup.text("; no other interval meets its own. ");
  }
}

void write_answer(Markup& markup, const LatencyProfile& profile) {
  markup.open("p", {{"class", "answer"}});
  write_best(markup, profile, median_at, "Shortest typical wait", "half of the");
  write_best(markup, profile, p99_at, "Shortest long wait", "99 of 100");
  const bool none = least_at(profile, median_at) == nullptr && least_at(profile, p99_at) == nullptr;
  if (none) markup.text("The reports have some of their percentiles only.");
  markup.close();
}

Cell interval_at(const StackLatency& latency, std::size_t level) {
  if (!latency.at[level] || !latency.at[level]->estimate.interval) return {};
  const Interval& interval = *latency.at[level]->estimate.interval;
  return NumberRange{interval.low, interval.high, 1};
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
  table.columns.push_back({"noticed", Align::left});
  for (const StackLatency& latency : profile.stacks) {
    std::vector<Cell> row{latency.stack, static_cast<std::int64_t>(latency.runs)};
    for (std::size_t i = 0; i < LatencyProfile::levels.size(); ++i) {
      row.push_back(cell_at(latency, i));
      if (i == median_at || i == p99_at) row.push_back(interval_at(latency, i));
    }
    row.emplace_back(sources_of(latency));
    row.push_back(latency.tainted ? Cell(Word{"responses failed", Tone::bad}) : Cell());
    table.rows.push_back(std::move(row));
  }
  drop_empty_columns(table);
  table.notes.emplace_back(
      "In ms. Of several runs it is the geometric mean of each run's percentile, which is not the "
      "percentile of all their requests together.");
  if (std::any_of(profile.stacks.begin(), profile.stacks.end(),
                  [](const auto& one) { return one.tainted; })) {
    table.notes.emplace_back(
        "Where responses failed, the times are those of errors too: such stacks are not named as the best.");
  }
  return table;
}

}  // namespace

void write_waiting(HtmlWriter& html, const ReportPage& page) {
  const LatencyProfile& profile = page.latency;
  html.begin_section("waiting", "How does it feel to wait?");
  if (profile.stacks.empty()) {
    html.paragraph(
        "That is not known: no report prints percentiles. ab prints them for more than one request without "
        "-d, and writes them to files with -e and -g.",
        "answer");
    return html.end_section();
  }
  write_answer(html.markup(), profile);
  html.figure(
      fmt::format("How long requests took{}", with_connections(connections_of(page))),
      "From the median to the slowest request of each stack; behind each name the median and the 99th "
      "percentile.",
      svg_of(profile, PlotUse::page, connections_of(page)));
  html.table(latency_table(profile), "percentiles");
  if (const std::string curves = svg_of_curves(profile); !curves.empty()) {
    html.figure(
        "Waits up to ever slower requests",
        "From the files that ab -e and -g wrote: the time within which so many requests were answered. The "
        "scale stretches the slow end: from 90 % to 99 % is as far as from 99 % to 99.9 %.",
        curves);
    html.folded_table(table_of_curves(profile), "The curves as a table, in ms");
  }
  if (!profile.without.empty()) {
    html.markup().open("p").text("Without percentiles in the reports: ");
    write_names(html.markup(), profile.without);
    html.markup().text(".").close();
  }
  html.end_section();
}

}  // namespace abstat
