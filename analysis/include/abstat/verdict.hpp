// What the reports say about a document's claims (statistics.md 10, docs/claims.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/caveat.hpp>
#include <abstat/claim.hpp>
#include <abstat/position.hpp>
#include <abstat/report.hpp>

namespace abstat {

enum class Verdict : std::uint8_t { confirmed, inexact, contradicted, unsupported, ambiguous };
[[nodiscard]] std::string_view to_string(Verdict verdict);

// How a confirmed claim matches.
enum class Match : std::uint8_t {
  none,
  exact,
  rounded,
  truncated,
  ceiled,
  significant_digits,
  approximate,
  lower_bound,
  upper_bound,
  separated,
  point_only,
};
[[nodiscard]] std::string_view to_string(Match match);  // "exact", "significant-digits", …; "" for none

// A report a claim was bound to, and why.
struct BoundReport {
  std::size_t report;    // index into the reports judged
  std::string evidence;  // "gunicorn, worker count 4; value"
};

// What a claim comes to.
struct Ruling {
  Verdict verdict = Verdict::unsupported;
  Match match = Match::none;
  std::vector<Caveat> caveats;
  std::string explanation;  // one line of arithmetic
  // What the reports have where the claim has its number, in ab's unit: the printed figure, or the amount of
  // a ratio. Nothing for orders, and where several reports have several figures.
  std::optional<Figure> measured;
  std::vector<BoundReport> reports;    // bound; for a relation the subject first
  std::vector<BoundReport> runner_up;  // what it was nearly bound to
};

struct JudgedClaim : Ruling {
  Claim claim;
};

struct Coverage {
  std::size_t numbers = 0;                                  // outside the reports
  std::size_t checked = 0;                                  // of these, part of a claim
  std::size_t claims = 0;                                   // some have no number: "no errors", "fastest"
  std::map<std::string, std::size_t, std::less<>> skipped;  // reason -> count
};

struct CheckResult {
  std::vector<JudgedClaim> claims;  // in the order of the text, the set-up commands last
  Coverage coverage;
  std::vector<std::string> notes;     // "the note truncates: …"
  std::vector<Problem> problems;      // comments for abstat that do not parse
  std::vector<Problem> stale_tables;  // marked tables that are not what the reports say (repair.hpp)
};

// Binds and judges the claims of one document against the reports in it, which must be sorted by line, and
// the expectations that stand in its comments.
[[nodiscard]] CheckResult check_claims(ClaimsRead claims, const std::vector<Report>& reports,
                                       const Document& document);

}  // namespace abstat
