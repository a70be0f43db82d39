// A statement of a document that carries a number or an order, as written. What it is about and whether it
// holds is analysis' business (binding.hpp, verdict.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/document.hpp>
#include <abstat/figure.hpp>
#include <abstat/position.hpp>

namespace abstat {

enum class ClaimKind : std::uint8_t { figure, bound, range, ratio, order, count, setup };
[[nodiscard]] std::string_view to_string(ClaimKind kind);

// The line of ab's report a claim speaks of.
enum class ClaimMetric : std::uint8_t {
  throughput,  // Requests per second
  goodput,
  latency,  // any average: Time per request (mean), the Total mean or median
  time_per_request,
  time_per_request_all,
  mean,  // Total row
  median,
  max,
  connect_mean,
  percentile,  // Claim::percentile says which
  time_taken,
  transfer_rate,
  failed,
  non_2xx,
  failures_any,  // failed and non-2xx together: "no errors", "all succeeded"
  failure_rate,  // percent
  complete,
  concurrency,
  keep_alive,
  document_length,
};
[[nodiscard]] std::string_view to_string(ClaimMetric metric);

// How the number was hedged.
enum class Hedge : std::uint8_t { none, about, at_least, more_than, at_most, less_than, just_over, almost };

// What a relation says. Amounts are in ClaimNumber.
enum class Relation : std::uint8_t {
  none,
  times_as,      // r = X
  times_more,    // r = X or 1 + X
  percent_more,  // r = 1 + X/100
  percent_less,  // r = 1 - X/100
  difference,    // in the metric's unit
  better,        // sign only
  worse,
  best,
  worst,
  same,
  chain,  // A > B > C
};

struct ClaimNumber {
  Figure figure;           // the digits as written
  int scale_decimals = 0;  // 3 for k, 4 for 万: value = figure * 10^scale
  double unit_factor = 1;  // to ab's unit: 1000 for seconds where ab prints ms, 1024 for MB/s …
  std::string text;        // as it stands in the document
  bool operator==(const ClaimNumber&) const = default;
};

struct Claim {
  Position where;       // of the number, or of the word that carries the relation
  std::string text;     // the whole sentence, item or cell
  std::string carrier;  // the number or relation word itself
  ClaimKind kind = ClaimKind::figure;
  ClaimMetric metric = ClaimMetric::throughput;
  std::optional<int> percentile;
  Hedge hedge = Hedge::none;
  Relation relation = Relation::none;
  std::optional<ClaimNumber> number;
  std::optional<ClaimNumber> upper;    // the end of a range
  std::vector<std::string> subject;    // words that name what it speaks of: components, counts, options
  std::vector<std::string> comparand;  // the other side of a relation
  std::size_t block = 0;               // index into Document::blocks
  std::size_t list = 0;                // as Block::list
  int ordinal = 0;                     // as Block::ordinal
  bool operator==(const Claim&) const = default;
};

// A number of the text that is no claim, and why: for the coverage line.
struct SkippedNumber {
  Position where;
  std::string text;
  std::string_view reason;  // "version", "port", "option", "goal", …
  bool operator==(const SkippedNumber&) const = default;
};

struct ClaimsRead {
  std::vector<Claim> claims;
  std::vector<SkippedNumber> skipped;
  std::size_t numbers = 0;  // all numbers of the text that stand outside reports and code
};

// Reads the claims of a document. Lines inside `reports` are never claims.
[[nodiscard]] ClaimsRead read_claims(const Document& document, const std::vector<Report>& reports);

}  // namespace abstat
