#include "csv_sheet.hpp"

#include <abstat/csv.hpp>

namespace abstat {

Sheet ranking_sheet(const Ranking& ranking) {
  return sheet_of(RankedStack{}, ranking.stacks, [&](auto& v, const RankedStack& stack) {
    v.field("metric", ranking.metric.name());
    v.field("unit", ranking.metric.unit());
    visit_fields(v, stack);
  });
}

std::string csv_of(const Ranking& ranking) {
  return text_of(ranking_sheet(ranking));
}

}  // namespace abstat
