// What an author writes for abstat into a document: comments that pin a claim to a report, claims stated for
// machines, and the marks around tables that are regenerated.
//
//   <!-- abstat: report="gunicorn gevent" metric=rps -->
//   <!-- abstat: expect speedup("gevent","sync") >= 1.3 -->
//   <!-- abstat:begin rank --> … <!-- abstat:end -->
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/claim.hpp>
#include <abstat/document.hpp>
#include <abstat/position.hpp>

namespace abstat {

// The claims of these lines are about the report that these words name.
struct Pin {
  Position where;
  std::size_t first_line = 0;  // its own line, or the block behind it
  std::size_t last_line = 0;
  std::string report;  // empty when not given
  std::optional<ClaimMetric> metric;
  std::optional<int> percentile;
  bool operator==(const Pin&) const = default;
};

// One step of an expression in the order of evaluation (operands before their operator).
struct ExpressionStep {
  enum class Kind : std::uint8_t { number, call, add, subtract, multiply, divide };
  Kind kind = Kind::number;
  double number = 0;
  std::string function;                // speedup, throughput, goodput, mean, p95, failed, …
  std::vector<std::string> arguments;  // words that name stacks, or a metric
  bool operator==(const ExpressionStep&) const = default;
};

enum class Comparator : std::uint8_t { less, less_or_equal, equal, greater_or_equal, greater };
[[nodiscard]] std::string_view to_string(Comparator comparator);

// left COMPARATOR right
struct Expectation {
  Position where;    // of the first character of the expression
  std::string text;  // as written
  std::vector<ExpressionStep> left;
  Comparator comparator = Comparator::greater_or_equal;
  std::vector<ExpressionStep> right;
  bool operator==(const Expectation&) const = default;
};

// What a marked table may show: the ranking of the document's stacks, or their speedups against the first.
inline constexpr std::array<std::string_view, 2> regenerated_table_names{"rank", "compare"};

// A table between marks; lines count from 1 and are those of the marks.
struct RegeneratedTable {
  std::string name;  // one of regenerated_table_names
  std::size_t begin_line = 0;
  std::size_t end_line = 0;
  bool operator==(const RegeneratedTable&) const = default;
};

struct DocumentComments {
  std::vector<Pin> pins;
  std::vector<Expectation> expectations;
  std::vector<RegeneratedTable> tables;
  std::vector<Problem> problems;  // a comment that does not parse, with its column; an end without a begin
};

// Reads the comments that begin with "<!-- abstat:", each on one line.
[[nodiscard]] DocumentComments read_document_comments(const Document& document);

// Alters the claims that pins govern: they name the pinned report, and the pinned metric if there is one.
void apply_pins(const std::vector<Pin>& pins, ClaimsRead& read);

}  // namespace abstat
