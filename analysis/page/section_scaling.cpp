#include "plot_words.hpp"
#include "result_cells.hpp"
#include "sections.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

#include <abstat/plot.hpp>

namespace abstat {

namespace {

const ScalingPoint& best_point(const ScalingSeries& series, const Metric& metric) {
  return *std::max_element(series.points.begin(), series.points.end(),
                           [&](const ScalingPoint& a, const ScalingPoint& b) {
                             const double left = a.of.estimate.value;
                             const double right = b.of.estimate.value;
                             return metric.higher_is_better() ? left < right : left > right;
                           });
}

// The fewest connections whose interval meets that of the best: from there on more bring nothing that shows.
const ScalingPoint& first_as_good(const ScalingSeries& series, const ScalingPoint& best) {
  for (const ScalingPoint& point : series.points) {
    const bool judged = point.of.estimate.interval && best.of.estimate.interval;
    if (judged && point.of.estimate.interval->meets(*best.of.estimate.interval)) return point;
  }
  return best;
}

void write_answer(HtmlWriter& html, const Scaling& scaling) {
  const std::string unit(scaling.metric.unit());
  html.paragraph("How far more connections help:", "answer");
  html.markup().open("ul");
  for (const ScalingSeries& series : scaling.series) {
    const ScalingPoint& best = best_point(series, scaling.metric);
    const ScalingPoint& enough = first_as_good(series, best);
    html.markup().open("li").element("bdi", series.name);
    html.markup().text(
        fmt::format(" has its best {} with {} ({} {})", scaling.metric.name(),
                    counted(static_cast<std::size_t>(best.concurrency), "connection", "connections"),
                    value_text(scaling.metric, best.of.estimate.value), unit));
    if (!best.of.estimate.interval) {
      html.markup().text("; one run of each cannot say whether that is more than chance");
    } else if (enough.concurrency < best.concurrency) {
      html.markup().text(fmt::format("; from {} on the intervals meet that of the best", enough.concurrency));
    }
    html.markup().text(".").close();
  }
  html.markup().close();
}

Table scaling_table(const Scaling& scaling) {
  Table table{"",
              {{"stack", Align::left},
               {"connections", Align::right},
               {"runs", Align::right},
               {label_of(scaling.metric), Align::right},
               {percent(scaling.level) + " interval", Align::right}},
              {},
              {}};
  for (const ScalingSeries& series : scaling.series) {
    for (const ScalingPoint& point : series.points) {
      const Estimate& estimate = point.of.estimate;
      table.rows.push_back(
          {series.name, point.concurrency, static_cast<std::int64_t>(point.of.replicates),
           value_cell(scaling.metric, estimate.value),
           estimate.interval ? range_cell(scaling.metric, *estimate.interval, estimate.value) : Cell()});
    }
  }
  drop_empty_columns(table);
  return table;
}

std::string concurrencies_of(const std::vector<Report>& reports) {
  std::set<std::int64_t> all;
  for (const Report& report : reports) {
    if (report.concurrency) all.insert(*report.concurrency);
  }
  if (all.size() != 1) return "";
  return fmt::format(" ({})", *all.begin());
}

}  // namespace

void write_scaling(HtmlWriter& html, const ReportPage& page) {
  const Scaling& scaling = page.scaling;
  html.begin_section("scaling", "How does it scale?");
  if (scaling.series.empty()) {
    html.paragraph(
        fmt::format("That is not known: every stack was measured at one number of connections{}. Runs "
                    "of the same stack with other -c would show it.",
                    concurrencies_of(page.overview.reports)),
        "answer");
    return html.end_section();
  }
  write_answer(html, scaling);
  html.figure(
      fmt::format("{} by the number of connections", capitalised(scaling.metric.name())),
      "Upright bars are intervals. Only the marked numbers of connections were measured; lines between "
      "them guide the eye.",
      svg_of(scaling, PlotUse::page));
  html.table(scaling_table(scaling), "scaling");
  html.end_section();
}

}  // namespace abstat
