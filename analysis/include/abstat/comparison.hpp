// Speedups of stacks against a baseline.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/estimate.hpp>
#include <abstat/report.hpp>

namespace abstat {

// With replicates: faster, slower, same (equivalent within the margin) or undetermined. One run each knows
// only separated_faster, separated_slower and undetermined: a screen, not a test (statistics.md 2.3).
enum class SpeedupVerdict : std::uint8_t {
  faster,
  slower,
  same,
  undetermined,
  separated_faster,
  separated_slower,
};
// The JSON "verdict": faster, slower, same, undetermined; a separated pair reads faster or slower there and
// carries "separated": true.
[[nodiscard]] std::string_view to_string(SpeedupVerdict verdict);

// One stack's own estimate, a row of compare and rank.
struct StackEstimate {
  std::string stack;
  std::size_t replicates;
  Estimate estimate;
  std::optional<double> cv;            // run to run, 0.05 is 5 %
  std::optional<Interval> prediction;  // where one more run would fall
  std::vector<Caveat> caveats;
  std::vector<Span> sources;
};

struct Comparison {
  std::string stack;
  std::string baseline;
  Estimate speedup;  // ratio in the better direction: 1.5 means 1.5 times as good
  std::optional<double> df;
  std::optional<double> p;
  std::optional<double> p_adjusted;  // Holm over the table
  std::optional<double> p_equivalence;
  SpeedupVerdict verdict;
  std::vector<Caveat> caveats;
};

struct ComparisonTable {
  Metric metric;
  double level;
  double margin;  // practical margin as a ratio: 1.05
  std::string baseline;
  std::vector<StackEstimate> stacks;
  std::vector<Comparison> comparisons;
  std::vector<std::string> warnings;
};

struct CompareOptions {
  Metric metric;
  std::string baseline = "first";  // a stack's name, "first" or "best"
  double level = 0.95;
  double margin = 1.05;  // practical margin as a ratio
  Method method = Method::log_t;
  bool all_pairs = false;
  bool force = false;                // compare what differs in workload all the same
  bool borrow_sd = false;            // lend single runs the pooled run-to-run sd of the others
  std::optional<double> assumed_cv;  // run-to-run cv to assume for single runs
};

// The baseline asked for is none of the stacks.
struct UnknownBaseline {
  std::string asked;
  std::vector<std::string> known;
};

// Groups the reports by stack, drops a report given twice, checks comparability and compares.
[[nodiscard]] tl::expected<ComparisonTable, UnknownBaseline> compare_reports(
    const std::vector<Report>& reports, const CompareOptions& options);

}  // namespace abstat
