#include "json_document.hpp"

namespace abstat {

std::string json_of(const std::vector<AuditedReport>& audit) {
  JsonDocument document;
  document.list("reports", audit, visit_any);
  return std::move(document).text();
}

}  // namespace abstat
