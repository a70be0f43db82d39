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
// Whether it is an amount of time: a response time, or that of the whole run.
[[nodiscard]] bool is_time(ClaimMetric metric);

// How the number was hedged.
enum class Hedge : std::uint8_t { none, about, at_least, more_than, at_most, less_than, just_over, almost };

// Which way a relation or order goes. up and down speak of the metric's value, better and worse of the stack.
enum class Direction : std::uint8_t { none, better, worse, up, down };

// What a relation says. Amounts are in Claim::number.
enum class Relation : std::uint8_t {
  none,
  times_as,    // X times as fast: the ratio is X
  times_more,  // X times faster: the ratio is X or 1 + X
  percent,     // X % faster, X % less: 1 + X/100 or 1 - X/100
  percent_as,  // X % of the other
  difference,  // in the metric's unit
  order,       // A before B, no amount
  extreme,     // A before all others
  chain,       // A > B > C, best first unless the direction says otherwise
  rank,        // A at place `number`
  same,
};

// Several reports one claim speaks of.
enum class Aggregate : std::uint8_t {
  none,
  each,     // what is said holds for every one of them
  average,  // their mean
  median,
};

struct ClaimNumber {
  Figure figure;           // the digits as written
  int scale_decimals = 0;  // 3 for k, 4 for 万: value = figure * 10^scale
  double unit_factor = 1;  // to ab's unit: 1000 for seconds where ab prints ms, 1024 for MB/s …
  // The other reading of a point or comma before three digits: 1.042 is 1042 in many languages.
  std::optional<Figure> other_reading;
  std::string text;  // as it stands in the document

  // In ab's unit.
  [[nodiscard]] double value() const;
  [[nodiscard]] int significant_digits() const;
  bool operator==(const ClaimNumber&) const = default;
};

struct Claim {
  Position where;       // of the number, or of the word that carries the relation
  std::string text;     // the whole sentence, item or cell
  std::string carrier;  // the number or relation word itself
  ClaimKind kind = ClaimKind::figure;
  ClaimMetric metric = ClaimMetric::throughput;
  bool metric_named = true;  // false: the words do not say which metric, `metric` is the usual one
  std::optional<int> percentile;
  Hedge hedge = Hedge::none;
  Relation relation = Relation::none;
  Direction direction = Direction::none;
  Aggregate aggregate = Aggregate::none;
  std::optional<ClaimNumber> number;
  std::optional<ClaimNumber> upper;  // the end of a range
  // The words around that may name what it speaks of, the nearest first: its own part of the sentence, the
  // sentence before it, the lead-in of its item, the sentence above.
  std::vector<std::string> subject;
  std::size_t own_subjects = 0;        // how many of these stand in its own sentence
  std::vector<std::string> comparand;  // of a relation: its other side; of a chain: what follows the first
  std::vector<std::string> changed;    // what was added, enabled or switched to: on one side only
  std::string agent;                   // "nginx costs 23 % with sync, 15 % with gevent": what did it
  std::string loser;                   // "nginx costs the gevent workers 27 %": from whom it was taken
  bool of_change = false;              // one end of "from A to B": the other end is of another report
  bool metric_carried = false;         // named in an earlier part of the sentence, and the number has no unit
  bool in_prose = false;               // not in a table, whose heads say what is meant
  bool compares = false;               // its sentence compares: it may be how far two reports are apart
  bool mean_named = false;             // its sentence names a mean or median time
  bool other_times = false;            // its sentence names several times, p95 and the longest
  bool named_behind = false;           // "47 ms for Django": whose it is stands right behind it
  bool crowded = false;                // other figures of the metric share its part of the sentence
  // Its sentence cut at the figures that are like it, where it has several: what stands before the first,
  // between each two, behind the last; and how many of them stand before this one.
  std::vector<std::string> between_figures;
  std::size_t figures_before = 0;
  int runs_spoken_of = 0;   // "in these two runs": 2; 0: it does not say how many
  bool removal = false;     // what was changed was taken away: the subject is the side without it
  bool unreported = false;  // the text says that the output is not here, or of an older run
  std::string lost_word;    // that says so; it may be a report's own name, "the old server"
  // What in its sentence, or in the one that introduces its list or table, may make it speak of something
  // else than a run shown; empty: nothing.
  std::string_view doubt;
  std::string_view introduced_doubt;
  std::vector<std::string> doubt_words;  // of its sentence; a report's own name among them alters nothing
  std::size_t option_column = 0;  // of a command line: where the number of its option stands; 0: unknown
  std::size_t block = 0;          // index into Document::blocks
  std::size_t list = 0;           // the same number for claims of one list or of one column of a table
  int ordinal = 0;                // as Block::ordinal
  std::size_t row_place = 0;      // in a row of figures, "3711, 3590 and 3952": how many stand before it
  std::size_t row_size = 0;       // how many the row has; 0: it stands in none
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
