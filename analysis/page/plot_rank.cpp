#include "plot_words.hpp"
#include "row_plot.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <abstat/plot.hpp>

namespace abstat {

namespace {

std::string ranks_text(const RankSet& rank) {
  return rank.low == rank.high ? fmt::format("{}", rank.low) : fmt::format("{}–{}", rank.low, rank.high);
}

std::vector<RankedStack> shown_of(const Ranking& ranking) {
  const std::size_t shown = std::min(ranking.stacks.size(), most_rows);
  return {ranking.stacks.begin(), ranking.stacks.begin() + static_cast<std::ptrdiff_t>(shown)};
}

std::string description_of(const Ranking& ranking, const std::vector<RankedStack>& shown) {
  std::vector<std::string> sentences;
  for (const RankedStack& ranked : shown) {
    const Estimate& estimate = ranked.of.estimate;
    sentences.push_back(
        fmt::format("{}: {}{}, rank {}{}", ranked.of.stack, value_text(ranking.metric, estimate.value),
                    estimate.interval
                        ? fmt::format(" ({})", range_text(ranking.metric, *estimate.interval, estimate.value))
                        : ", no interval",
                    ranks_text(ranked.rank), ranked.tainted ? ", some responses failed" : ""));
  }
  return fmt::format("Stacks from best to worst by {}. {}{}.", ranking.metric.name(),
                     fmt::join(sentences, "; "), and_more(ranking.stacks.size(), shown.size()));
}

Axis axis_of(const Ranking& ranking, const std::vector<RankedStack>& shown) {
  std::vector<double> values;
  for (const RankedStack& ranked : shown) {
    values.push_back(ranked.of.estimate.value);
    if (ranked.of.estimate.interval) values.push_back(ranked.of.estimate.interval->high);
  }
  return ranking.metric.kind == MetricKind::failure_rate ? Axis::from_zero(*std::ranges::max_element(values))
                                                         : axis_for(values);
}

struct Mark {
  Shape shape;
  std::string_view kind;
  std::string meaning;
};

Mark mark_of(const RankedStack& ranked, double level) {
  if (ranked.tainted) return {Shape::cross, "c1", "some responses failed"};
  if (!ranked.of.estimate.interval) return {Shape::ring, "c0", "one run: no interval can be known"};
  return {Shape::disc, "c0", fmt::format("value, with its {:.4g} % interval", 100 * level)};
}

}  // namespace

std::string svg_of(const Ranking& ranking, PlotUse use, Connections connections) {
  const std::vector<RankedStack> shown = shown_of(ranking);
  Sheets sheets({"rank",
                 fmt::format("{} of each stack{}, best first", capitalised(ranking.metric.name()),
                             with_connections(connections)),
                 description_of(ranking, shown)},
                use);
  if (shown.empty()) return std::move(sheets).finish();
  std::vector<Canvas::LegendEntry> legend;
  for (const RankedStack& ranked : shown) {
    const Mark mark = mark_of(ranked, ranking.level);
    const bool known = std::any_of(legend.begin(), legend.end(),
                                   [&](const auto& entry) { return entry.name == mark.meaning; });
    if (!known) legend.push_back({mark.shape, std::string(mark.kind), mark.meaning});
  }
  RowPlot plot(sheets, legend, axis_of(ranking, shown), axis_name(ranking.metric));
  for (const RankedStack& ranked : shown) plot.make_room_for(ranks_text(ranked.rank));
  for (const RankedStack& ranked : shown) {
    const Estimate& estimate = ranked.of.estimate;
    plot.row(ranks_text(ranked.rank), ranked.of.stack, value_text(ranking.metric, estimate.value));
    const Mark mark = mark_of(ranked, ranking.level);
    if (estimate.interval) plot.span(*estimate.interval, mark.kind);
    plot.mark(mark.shape, estimate.value, mark.kind);
  }
  plot.finish();
  return std::move(sheets).finish();
}

}  // namespace abstat
