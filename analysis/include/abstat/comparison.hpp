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
#include <abstat/stack.hpp>

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

// What of the spread of runs is within them, known where every run has a -g file of twelve seconds or more;
// and the mean that weighs runs by it.
struct VarianceParts {
  double within_sd;   // of logs, root mean square over the runs
  double between_sd;  // of logs
  double i2;          // share of the spread that is between runs
  double mean;        // random effects, in the metric's unit
  Interval interval;  // Hartung and Knapp's
};

// The same stack without the runs that are flagged as outliers, by t on logs: how much hangs on them. Never
// what a verdict rests on.
struct WithoutOutliers {
  std::size_t left_out;
  double value;
  Interval interval;
};

// One stack's own estimate, a row of compare and rank.
struct StackEstimate {
  std::string stack;
  std::size_t replicates;
  Estimate estimate;
  std::optional<double> cv;            // run to run, 0.05 is 5 %
  std::optional<Interval> prediction;  // where one more run would fall
  std::vector<Caveat> caveats;
  std::vector<Span> sources;
  // A percentile of several runs: where that of all their requests together lies, by their tables; one value
  // by their -g files.
  std::optional<Interval> pooled = std::nullopt;
  std::optional<VarianceParts> parts = std::nullopt;               // of throughput
  std::optional<WithoutOutliers> without_outliers = std::nullopt;  // where it was asked for
};

// What would settle an undetermined pair whose runs vary as they did.
struct RunsNeeded {
  std::size_t runs;  // of each
  double ratio;  // the difference they show, as a ratio above 1: the margin, or what was seen if that is less
  double power;  // how often: 0.8
};

struct Comparison {
  std::string stack;
  std::string baseline;
  // Ratio in the better direction: 1.5 means 1.5 times as good. Of failure rates, the ratio of the shares of
  // good responses.
  Estimate speedup;
  std::optional<Interval> pointwise;  // this interval alone at the level, not with the rest of the table
  std::optional<double> df;
  std::optional<double> p;
  std::optional<double> p_adjusted;     // over the table: Holm's unless another adjustment was asked for
  std::optional<double> p_equivalence;  // TOST against the margin, Holm over the table
  std::optional<double> p_rank;         // Mann-Whitney, unadjusted: the nonparametric check beside it
  SpeedupVerdict verdict;
  std::vector<Caveat> caveats;
  std::optional<RunsNeeded> needed = std::nullopt;
};

// A stack that has no value of the metric.
struct Unmeasured {
  std::string stack;
  Refusal why;
  std::vector<Span> sources;
};

// How the error of a whole table is kept in hand. All but holm assume t on logs; dunnett (against one
// baseline) and tukey (all pairs) also one sd for all stacks, and are refused with a warning where the stacks
// vary unlike.
enum class Adjustment : std::uint8_t { holm, dunnett, tukey, games_howell };
[[nodiscard]] std::string_view to_string(Adjustment adjustment);  // "games-howell"
[[nodiscard]] std::optional<Adjustment> parse_adjustment(std::string_view name);

struct ComparisonTable {
  Metric metric;
  double level;
  double margin;  // practical margin as a ratio: 1.05
  std::string baseline;
  std::vector<StackEstimate> stacks;
  std::vector<Unmeasured> unmeasured;
  std::vector<Comparison> comparisons;
  std::size_t family;     // comparisons that were tested: what Holm and Bonferroni divide by
  Adjustment adjustment;  // the one used: where the one asked for does not fit, Holm's and a warning
  bool blocked;           // every stack has the same blocks: compared pairwise within them
  std::vector<std::string> warnings;
};

struct CompareOptions {
  Metric metric;
  std::string baseline = "first";  // a stack's name, "first" or "best"
  double level = 0.95;
  double margin = 1.05;  // practical margin as a ratio
  // Nothing: as the design says, paired when it is blocked, log_t otherwise.
  std::optional<Method> method;
  Grouping grouping;
  Adjustment adjustment = Adjustment::holm;
  bool all_pairs = false;
  bool force = false;                // compare what differs in workload all the same
  bool borrow_sd = false;            // lend single runs the pooled run-to-run sd of the others
  std::optional<double> assumed_cv;  // run-to-run cv to assume for single runs
  bool length_ok = false;            // failures of length alone are a page that varies
  bool sensitivity = false;          // also estimate stacks without their outliers
  bool naive = false;  // keep what "sd over root n" says of single runs, beside the honest bounds
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
