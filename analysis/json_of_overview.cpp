#include "json_document.hpp"

#include <algorithm>

namespace abstat {

std::string json_of(const Overview& overview) {
  JsonDocument document;
  add_metric(document, overview.ranking.metric, overview.ranking.level);
  document.list("reports", overview.reports, visit_any);
  add_ranking(document, overview.ranking);
  add_comparison(document, overview.comparison);
  document.list("unmeasured", overview.ranking.unmeasured, visit_any);
  add_claims(document, overview.documents);
  document.list("audit", overview.audit, visit_any);
  std::vector<std::string> warnings = overview.ranking.warnings;
  for (const std::string& warning : overview.comparison.warnings) {
    if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end()) warnings.push_back(warning);
  }
  document.strings("warnings", warnings);
  return std::move(document).text();
}

}  // namespace abstat
