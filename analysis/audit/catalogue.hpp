// The texts behind audit_checks(), by group. docs/audit.md is made of them.
#pragma once

#include <span>

#include <abstat/finding.hpp>

namespace abstat {

[[nodiscard]] std::span<const AuditCheck> identity_checks();
[[nodiscard]] std::span<const AuditCheck> validity_checks();
[[nodiscard]] std::span<const AuditCheck> quirk_checks();
[[nodiscard]] std::span<const AuditCheck> forensic_checks();

}  // namespace abstat
