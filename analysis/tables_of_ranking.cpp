#include "caveat_notes.hpp"
#include "cell_text.hpp"
#include "page_parts.hpp"
#include "result_cells.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include <abstat/pages.hpp>

namespace abstat {

namespace {

// A list of all pairs grows with the square of the stacks; beyond this only neighbours are shown.
constexpr std::size_t stacks_with_all_pairs = 12;

std::string rank_text(const RankSet& rank) {
  if (rank.low == rank.high) return fmt::format("{}", rank.low);
  return fmt::format("{}–{}", rank.low, rank.high);
}

Cell interval_cell(const Metric& metric, const Estimate& estimate, double typical) {
  return estimate.interval ? range_cell(metric, *estimate.interval, typical) : Cell();
}

Cell yardstick_cell(const Metric& metric, const Estimate& estimate, double typical) {
  return estimate.within_run ? range_cell(metric, estimate.within_run->yardstick, typical) : Cell();
}

Cell bound_cell(const Metric& metric, const Estimate& estimate, double typical) {
  const bool bounded = estimate.within_run && estimate.within_run->bound;
  return bounded ? range_cell(metric, *estimate.within_run->bound, typical) : Cell();
}

Cell share_cell(const std::optional<double>& share) {
  return share ? Cell(Number{100 * *share, 1, " %"}) : Cell();
}

// Tainted first: it is what the reader must not miss.
std::vector<Caveat> caveats_of(const RankedStack& ranked) {
  std::vector<Caveat> caveats = ranked.of.caveats;
  for (const Caveat& caveat : ranked.of.estimate.caveats) {
    if (std::find(caveats.begin(), caveats.end(), caveat) == caveats.end()) caveats.push_back(caveat);
  }
  std::stable_partition(caveats.begin(), caveats.end(),
                        [](const Caveat& caveat) { return caveat.code == CaveatCode::tainted; });
  return caveats;
}

// The runs of every stack; nothing when they differ.
std::optional<std::size_t> common_runs(const Ranking& ranking) {
  if (ranking.stacks.empty()) return std::nullopt;
  const std::size_t runs = ranking.stacks.front().of.replicates;
  const bool common = std::all_of(ranking.stacks.begin(), ranking.stacks.end(),
                                  [&](const RankedStack& ranked) { return ranked.of.replicates == runs; });
  return common ? std::optional(runs) : std::nullopt;
}

// What the column of yardsticks takes for granted.
std::string yardstick_name(const Ranking& ranking) {
  for (const RankedStack& ranked : ranking.stacks) {
    const auto& within = ranked.of.estimate.within_run;
    if (within && within->kind != Yardstick::poisson) return "if independent";
  }
  return "if Poisson";
}

Cell naive_cell(const Metric& metric, const Estimate& estimate, double typical) {
  const bool known = estimate.within_run && estimate.within_run->naive;
  return known ? range_cell(metric, *estimate.within_run->naive, typical) : Cell();
}

Cell batch_cell(const Metric& metric, const Estimate& estimate, double typical) {
  const bool batched = estimate.within_run && estimate.within_run->batch_means;
  return batched ? range_cell(metric, *estimate.within_run->batch_means, typical) : Cell();
}

Cell pooled_cell(const Metric& metric, const StackEstimate& stack, double typical) {
  if (!stack.pooled) return {};
  if (stack.pooled->low == stack.pooled->high) return value_cell(metric, stack.pooled->low);
  return range_cell(metric, *stack.pooled, typical);
}

bool any_naive(const Ranking& ranking) {
  return std::any_of(ranking.stacks.begin(), ranking.stacks.end(), [](const RankedStack& ranked) {
    const auto& within = ranked.of.estimate.within_run;
    return within && within->naive;
  });
}

// How much of the sd that "naive" rests on the start of the run brings about by itself.
std::string naive_note(const Ranking& ranking) {
  std::string note =
      "naive: as if requests were independent and runs alike. It is no confidence interval: simulated, it "
      "holds the truth in 5 to 84 of 100 runs.";
  double low = std::numeric_limits<double>::infinity();
  double high = 0;
  for (const RankedStack& ranked : ranking.stacks) {
    const auto& within = ranked.of.estimate.within_run;
    if (!within || !within->ramp_cv) continue;
    low = std::min(low, *within->ramp_cv);
    high = std::max(high, *within->ramp_cv);
  }
  if (high == 0) return note;
  std::string range = fmt::format("{:.1f}", 100 * low);
  if (const std::string end = fmt::format("{:.1f}", 100 * high); end != range) range += " to " + end;
  return note + fmt::format(
                    " It rests on the sd of response times, of which a queue served in order at constant "
                    "speed shows {} % of the mean by filling up alone.",
                    range);
}

Table ranking_table(const Ranking& ranking) {
  const bool runs_differ = !common_runs(ranking);
  CaveatNotes caveats;
  for (const RankedStack& ranked : ranking.stacks) caveats.add_row(ranked.of.stack, caveats_of(ranked));

  Table table{"",
              {{"ranks", Align::right},
               {"stack", Align::left},
               {"runs", Align::right},
               {label_of(ranking.metric), Align::right},
               {percent(ranking.level) + " interval", Align::right},
               {"cv", Align::right, 4},
               {"all requests", Align::right, 5},
               {yardstick_name(ranking), Align::right, 6},
               {"one-run bound", Align::right, 3},
               {"naive", Align::right},
               {"batch means", Align::right, 7},
               {"group", Align::left},
               {"P(best)", Align::right, 2},
               {"caveats", Align::left, 1}},
              {},
              caveats.notes()};
  const double typical = ranking.stacks.empty() ? 0 : ranking.stacks.front().of.estimate.value;
  for (const RankedStack& ranked : ranking.stacks) {
    const Estimate& estimate = ranked.of.estimate;
    table.rows.push_back(
        {rank_text(ranked.rank), ranked.of.stack,
         runs_differ ? Cell(static_cast<std::int64_t>(ranked.of.replicates)) : Cell(),
         value_cell(ranking.metric, estimate.value), interval_cell(ranking.metric, estimate, typical),
         share_cell(ranked.of.cv), pooled_cell(ranking.metric, ranked.of, typical),
         yardstick_cell(ranking.metric, estimate, typical), bound_cell(ranking.metric, estimate, typical),
         naive_cell(ranking.metric, estimate, typical), batch_cell(ranking.metric, estimate, typical),
         ranked.letters.empty() ? Cell() : Cell(ranked.letters), share_cell(ranked.p_best),
         caveats.cell(caveats_of(ranked))});
  }
  drop_empty_columns(table);
  if (any_naive(ranking)) table.notes.push_back(naive_note(ranking));
  return table;
}

IntervalPlot plot_of(const Ranking& ranking) {
  IntervalPlot plot;
  for (const RankedStack& ranked : ranking.stacks) {
    const Estimate& estimate = ranked.of.estimate;
    const auto interval = estimate.interval ? std::optional(*estimate.interval) : std::nullopt;
    plot.rows.push_back({ranked.of.stack, estimate.value, interval});
  }
  return plot;
}

// "A over: B (1.5x), C (2x)" for each better stack, so that a page of pairs stays a list of stacks;
// next_only: B alone.
std::vector<std::string> pair_lines(const Ranking& ranking, bool separated, bool next_only) {
  std::vector<std::string> lines;
  std::string_view better;
  for (const RankedPair& pair : ranking.pairs) {
    if (pair.separated != separated) continue;
    if (next_only && !lines.empty() && pair.better == better) continue;
    const std::string worse = fmt::format("{} ({:.3f}x)", pair.worse, pair.ratio);
    if (lines.empty() || pair.better != better) {
      better = pair.better;
      lines.push_back(fmt::format("{} {} {}", pair.better, separated ? "over:" : "and", worse));
    } else {
      lines.back().append(", ").append(worse);
    }
  }
  return lines;
}

bool any_single_run(const Ranking& ranking) {
  return std::any_of(ranking.stacks.begin(), ranking.stacks.end(),
                     [](const RankedStack& ranked) { return ranked.of.replicates < 2; });
}

// Letters say who is told apart from whom in less space than a list of pairs.
bool has_letters(const Ranking& ranking) {
  return !ranking.pairs.empty() &&
         std::all_of(ranking.stacks.begin(), ranking.stacks.end(),
                     [](const RankedStack& ranked) { return !ranked.letters.empty() || ranked.tainted; });
}

void add_list(Parts& parts, const std::string& sentence, std::vector<std::string> lines) {
  if (lines.empty()) return;
  parts.emplace_back(sentence);
  parts.emplace_back(BulletList{std::move(lines)});
}

void add_pairs(Parts& parts, const Ranking& ranking) {
  if (has_letters(ranking)) {
    const auto apart = std::count_if(ranking.pairs.begin(), ranking.pairs.end(),
                                     [](const RankedPair& pair) { return pair.separated; });
    parts.emplace_back(
        fmt::format("Stacks that share a letter under group are not told apart; {} of {} pairs are ({} over "
                    "all pairs).",
                    apart, ranking.pairs.size(), author_of(ranking.adjustment)));
    add_list(parts, "Undetermined, each with the next one it is not told apart from:",
             pair_lines(ranking, false, true));
    return;
  }
  const bool next_only = ranking.stacks.size() > stacks_with_all_pairs;
  add_list(parts,
           any_single_run(ranking)
               ? "Separated (the gap is wider than both one-run bounds; a screen, not a test):"
               : fmt::format("Separated ({} over all pairs):", author_of(ranking.adjustment)),
           pair_lines(ranking, true, next_only));
  add_list(parts, "Undetermined (the data does not tell them apart):", pair_lines(ranking, false, next_only));
}

// P(rank r) of every stack, where it was asked for.
void add_probabilities(Parts& parts, const Ranking& ranking) {
  std::size_t ranks = 0;
  for (const RankedStack& ranked : ranking.stacks) {
    ranks = std::max(ranks, ranked.rank_probabilities.size());
  }
  if (ranks == 0) return;
  Table table{"", {{"stack", Align::left}, {"mean rank", Align::right}}, {}, {}};
  for (std::size_t rank = 1; rank <= ranks; ++rank)
    table.columns.push_back({fmt::format("{}", rank), Align::right});
  for (const RankedStack& ranked : ranking.stacks) {
    if (ranked.rank_probabilities.empty()) continue;
    std::vector<Cell> row{ranked.of.stack, Number{*mean_rank(ranked.rank_probabilities), 2, ""}};
    for (const double share : ranked.rank_probabilities) row.push_back(Number{100 * share, 1, ""});
    table.rows.push_back(std::move(row));
  }
  parts.emplace_back("Probability of each rank in %, not adjusted for how many stacks there are:");
  parts.emplace_back(std::move(table));
}

void add_settlement(Parts& parts, const Ranking& ranking) {
  if (ranking.established || ranking.stacks.size() < 2) return;
  const auto refused =
      std::find_if(ranking.stacks.begin(), ranking.stacks.end(),
                   [](const RankedStack& ranked) { return !ranked.of.estimate.interval.has_value(); });
  if (refused == ranking.stacks.end()) return;
  const Refusal& refusal = refused->of.estimate.interval.error();
  parts.emplace_back(
      fmt::format("One run of each stack cannot establish this order: the variation between runs cannot be "
                  "seen in one run. What would settle it: {}",
                  refusal.settle));
}

}  // namespace

std::string sentence_on(const Ranking& ranking) {
  if (ranking.stacks.empty()) return "No stack has a value of " + ranking.metric.name() + ".";
  const RankedStack& best = ranking.stacks.front();
  return fmt::format(
      "Best by {}: {} ({}){}.", ranking.metric.name(), best.of.stack,
      text_of(value_cell(ranking.metric, best.of.estimate.value)),
      best.rank.high > 1 ? fmt::format(", but the data allows rank {}", rank_text(best.rank)) : "");
}

Parts parts_of(const Ranking& ranking) {
  Parts parts;
  if (const auto runs = common_runs(ranking)) {
    parts.emplace_back(fmt::format("{} of each stack{}.", counted(*runs, "run", "runs"),
                                   ranking.blocked ? ", made side by side in blocks" : ""));
  }
  add_drawn_table(parts, ranking_table(ranking), plot_of(ranking));
  add_settlement(parts, ranking);
  add_pairs(parts, ranking);
  add_probabilities(parts, ranking);
  std::vector<const StackEstimate*> stacks;
  for (const RankedStack& ranked : ranking.stacks) stacks.push_back(&ranked.of);
  add_list(parts, std::string(about_without_outliers), without_outliers(ranking.metric, stacks));
  std::vector<std::string> remarks = sentences_of(ranking.unmeasured);
  remarks.insert(remarks.end(), ranking.warnings.begin(), ranking.warnings.end());
  if (!remarks.empty()) parts.emplace_back(BulletList{std::move(remarks)});
  return parts;
}

Page page_of(const Ranking& ranking) {
  return {"Ranking by " + described(ranking.metric), parts_of(ranking)};
}

}  // namespace abstat
