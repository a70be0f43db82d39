// Values of stacks with their intervals, for services that keep a history.
#include "json_writer.hpp"
#include "result_cells.hpp"

#include <fmt/format.h>
#include <map>

#include <abstat/exports.hpp>

namespace abstat {

namespace {

struct Measure {
  std::string_view metric;
  const Estimate* estimate;
};

// By stack, in the order of the first ranking that has it.
std::vector<std::pair<std::string, std::vector<Measure>>> by_stack(const std::vector<Ranking>& rankings,
                                                                   const std::vector<std::string>& names) {
  std::vector<std::pair<std::string, std::vector<Measure>>> stacks;
  std::map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < rankings.size(); ++i) {
    for (const RankedStack& ranked : rankings[i].stacks) {
      const auto [known, is_new] = index.emplace(ranked.of.stack, stacks.size());
      if (is_new) stacks.push_back({ranked.of.stack, {}});
      stacks[known->second].second.push_back({names[i], &ranked.of.estimate});
    }
  }
  return stacks;
}

std::vector<std::string> names_of(const std::vector<Ranking>& rankings) {
  std::vector<std::string> names;
  for (const Ranking& ranking : rankings) names.push_back(ranking.metric.name());
  return names;
}

}  // namespace

// A stack's name is a key here, and the writer takes keys as they are: the name is escaped first.
std::string bmf_of(const std::vector<Ranking>& rankings) {
  const std::vector<std::string> names = names_of(rankings);
  std::string text = "{";
  for (const auto& [stack, measures] : by_stack(rankings, names)) {
    TextBlock block;
    JsonWriter json(block);
    json.begin_object();
    for (const auto& [metric, estimate] : measures) {
      json.object(metric, [&json, &of = *estimate] {
        json.field("value", of.value);
        if (!of.interval) return;
        json.field("lower_value", of.interval->low);
        json.field("upper_value", of.interval->high);
      });
    }
    json.end_object();
    text.append(text.size() > 1 ? ",\n" : "\n").append(json_string(stack)).append(":").append(json.text());
  }
  return text.append(text.size() > 1 ? "\n}\n" : "}\n");
}

std::string github_benchmark_of(const std::vector<Ranking>& rankings) {
  std::string text = "[";
  for (const Ranking& ranking : rankings) {
    for (const RankedStack& ranked : ranking.stacks) {
      const Estimate& estimate = ranked.of.estimate;
      TextBlock block;
      JsonWriter json(block);
      json.begin_object();
      json.field("name", fmt::format("{}: {}", ranked.of.stack, ranking.metric.name()));
      json.field("unit", ranking.metric.unit().empty() ? std::string_view("share") : ranking.metric.unit());
      json.field("value", estimate.value);
      if (estimate.interval)
        json.field("range", fmt::format("{:.6g} – {:.6g}", estimate.interval->low, estimate.interval->high));
      json.field("extra", fmt::format("{}, rank {} to {}", counted(estimate.replicates, "run", "runs"),
                                      ranked.rank.low, ranked.rank.high));
      json.end_object();
      text.append(text.size() > 1 ? ",\n" : "\n").append(json.text());
    }
  }
  return text.append(text.size() > 1 ? "\n]\n" : "]\n");
}

}  // namespace abstat
