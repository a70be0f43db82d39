// What the audit found in a report: which identities of statistics.md 9 hold, which are broken, and what else
// speaks against drawing conclusions from it. docs/audit.md explains every check.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/report.hpp>

namespace abstat {

// error: ab cannot have printed this; the report was edited, mixed up or misread.
// warning: genuine, but it weakens or forbids a conclusion.
// note: worth knowing; a known quirk of ab, or what the bytes tell.
enum class Severity : std::uint8_t { error, warning, note };
[[nodiscard]] std::string_view to_string(Severity severity);

struct Finding {
  std::string_view check;  // "A3"; findings on validity have words: "silent-failure". See audit_checks()
  Severity severity = Severity::error;
  std::size_t line = 0;  // of the figure that breaks the identity
  std::string message;   // the identity, both sides, what it means
  bool operator==(const Finding&) const = default;
};

// Counted are the identities A1 to K3 whose lines are there: once a report, once a row of Connection Times
// where the check judges rows. `failed` has those ab guarantees and that are broken, each with a finding of
// severity error. `not_applicable` has those whose premise does not hold, such as sizes of pages where the
// pages differ.
struct AuditedReport {
  Span source;
  std::string stack;
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t not_applicable = 0;
  std::vector<Finding> findings;  // by line, errors first within a line
};

// All checks on one report, and whether its attachments belong to it.
[[nodiscard]] AuditedReport audit(const Report& report);

// Each report by itself, and what they tell about each other: runs shown twice, stitched reports, where good
// and bad responses came from.
[[nodiscard]] std::vector<AuditedReport> audit_all(std::span<const Report> reports);

// The whole microseconds the run can have taken: those for which ab prints every one of the report's Time
// taken, Requests per second, Time per request and Transfer rate as it stands. Far more precise than the
// printed time. Nothing when there is no such number or fewer than two of these lines.
struct ElapsedMicroseconds {
  std::int64_t low;
  std::int64_t high;
  bool operator==(const ElapsedMicroseconds&) const = default;
};
[[nodiscard]] std::optional<ElapsedMicroseconds> elapsed_microseconds(const Report& report);

// What good and bad responses weighed, in bytes, if each kind had one size.
struct ResponseSizes {
  std::int64_t good;
  std::int64_t bad;
  bool operator==(const ResponseSizes&) const = default;
};

// All pairs of sizes that add up to the bytes of a report with some, but not only, non-2xx responses.
// At most `limit` of each; `complete` says whether that was all.
struct SizeSolutions {
  static constexpr std::size_t limit = 16;
  std::vector<ResponseSizes> body;
  std::vector<ResponseSizes> total;
  std::vector<ResponseSizes> header;
  bool complete;
};
[[nodiscard]] std::optional<SizeSolutions> response_sizes(const Report& report);

// One entry for each name a Finding can carry.
struct AuditCheck {
  std::string_view id;
  std::string_view title;        // the identity in one line
  Severity severity;             // the worst it is reported with
  std::string_view explanation;  // what ab guarantees, the tolerance, when it is legitimately broken
};
[[nodiscard]] std::span<const AuditCheck> audit_checks();
// Nothing when no check has that name.
[[nodiscard]] const AuditCheck* find_audit_check(std::string_view id);

}  // namespace abstat
