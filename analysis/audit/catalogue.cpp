#include "catalogue.hpp"

#include <algorithm>
#include <vector>

namespace abstat {

namespace {

std::vector<AuditCheck> all_checks() {
  std::vector<AuditCheck> checks;
  for (const auto group : {identity_checks(), validity_checks(), quirk_checks(), forensic_checks()})
    checks.insert(checks.end(), group.begin(), group.end());
  return checks;
}

}  // namespace

std::span<const AuditCheck> audit_checks() {
  static const std::vector<AuditCheck> checks = all_checks();
  return checks;
}

const AuditCheck* find_audit_check(std::string_view id) {
  const auto checks = audit_checks();
  const auto found =
      std::find_if(checks.begin(), checks.end(), [&](const AuditCheck& check) { return check.id == id; });
  return found == checks.end() ? nullptr : &*found;
}

}  // namespace abstat
