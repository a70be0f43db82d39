#include "ledger.hpp"

#include <algorithm>
#include <tuple>

namespace abstat {

AuditedReport Ledger::close() && {
  std::stable_sort(audited_.findings.begin(), audited_.findings.end(),
                   [](const Finding& a, const Finding& b) {
                     return std::tie(a.line, a.severity, a.check) < std::tie(b.line, b.severity, b.check);
                   });
  return std::move(audited_);
}

}  // namespace abstat
