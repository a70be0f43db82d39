// Where the checks of one report write down what they found.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <abstat/finding.hpp>

namespace abstat {

class Ledger {
 public:
  explicit Ledger(const Report& report) : fallback_line_(report.source.first_line) {
    audited_.source = report.source;
    audited_.stack = report.stack;
  }

  // An identity ab guarantees. `say` makes the message and is called only when it is broken.
  template <typename Say>
  void require(bool holds, std::string_view check, std::size_t line, const Say& say) {
    if (holds) {
      ++audited_.passed;
      return;
    }
    ++audited_.failed;
    find(check, Severity::error, line, say());
  }

  // An identity that holds under a premise of the run: pages of one size, a run not cut short. Where it does
  // not hold, the premise did not.
  template <typename Say>
  void expect(bool holds, std::string_view check, Severity severity, std::size_t line, const Say& say) {
    if (holds) {
      ++audited_.passed;
      return;
    }
    ++audited_.not_applicable;
    find(check, severity, line, say());
  }

  // The lines are there, but the premise of the check is known not to hold.
  void not_applicable() { ++audited_.not_applicable; }

  // Something to say that is no identity.
  void find(std::string_view check, Severity severity, std::size_t line, std::string message) {
    audited_.findings.push_back({check, severity, line != 0 ? line : fallback_line_, std::move(message)});
  }

  // Something found beside the identities; an error among them counts as failed.
  void add(Finding finding) {
    if (finding.severity == Severity::error) ++audited_.failed;
    find(finding.check, finding.severity, finding.line, std::move(finding.message));
  }

  // Everything, findings in order.
  [[nodiscard]] AuditedReport close() &&;

 private:
  AuditedReport audited_;
  std::size_t fallback_line_;
};

}  // namespace abstat
