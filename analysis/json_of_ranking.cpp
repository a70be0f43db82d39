#include "json_document.hpp"

namespace abstat {

void add_ranking(JsonDocument& document, const Ranking& ranking) {
  document.field("established", ranking.established);
  document.list("ranking", ranking.stacks, visit_any);
  document.list("pairs", ranking.pairs, visit_any);
}

std::string json_of(const Ranking& ranking) {
  JsonDocument document;
  add_metric(document, ranking.metric, ranking.level);
  document.field("blocked", ranking.blocked);
  document.field("adjustment", to_string(ranking.adjustment));
  add_ranking(document, ranking);
  document.list("unmeasured", ranking.unmeasured, visit_any);
  document.strings("warnings", ranking.warnings);
  return std::move(document).text();
}

}  // namespace abstat
