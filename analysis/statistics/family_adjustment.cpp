#include "family_adjustment.hpp"

#include "dunnett.hpp"
#include "log_t.hpp"
#include "run_to_run.hpp"
#include "studentized_range.hpp"

#include <algorithm>
#include <cmath>

namespace abstat {

namespace {

// Games and Howell's error exceeds its level with fewer (statistics.md 4.2).
constexpr std::size_t fewest_for_games_howell = 6;

struct Pool {
  double variance = 0;
  double df = 0;
};

std::vector<Eigen::ArrayXd> samples_of(const MeasuredStacks& measured) {
  std::vector<Eigen::ArrayXd> samples;
  for (const MeasuredStack& stack : measured.stacks) {
    if (stack.replicates() > 1) samples.push_back(stack.sample.logs);
  }
  return samples;
}

Pool pool_of(const std::vector<Eigen::ArrayXd>& samples) {
  Pool pool;
  for (const Eigen::ArrayXd& sample : samples) {
    const auto df = static_cast<double>(sample.size() - 1);
    pool.variance += df * variance(sample);
    pool.df += df;
  }
  pool.variance /= pool.df;
  return pool;
}

// Why the adjustment does not fit; empty when it does.
std::string misfit(const std::vector<TestedComparison>& table, const MeasuredStacks& measured,
                   const FamilyAdjustment& adjustment) {
  const bool against_one = adjustment.kind == Adjustment::dunnett;
  if (against_one == adjustment.all_pairs) {
    return against_one ? "Dunnett's test is against one baseline: Holm's adjustment was used"
                       : "the adjustment asked for is over all pairs (--all-pairs): Holm's was used";
  }
  const bool by_t = std::ranges::all_of(
      table, [](const TestedComparison& row) { return row.test && row.test->method == Method::log_t; });
  if (!by_t)
    return "the adjustment asked for needs replicates of every stack and --method log-t: Holm's was used";
  const auto samples = samples_of(measured);
  if (adjustment.kind == Adjustment::games_howell) {
    const bool enough = std::ranges::all_of(measured.stacks, [](const MeasuredStack& stack) {
      return stack.replicates() >= fewest_for_games_howell;
    });
    return enough || adjustment.force
               ? ""
               : "Games and Howell's test needs 6 runs of every stack: Holm's was used";
  }
  const auto p = brown_forsythe_p(samples);
  const bool unlike = !p || *p < 0.05;
  return unlike && !adjustment.force ? "the stacks vary unlike, so a common sd does not hold: Holm's was used"
                                     : "";
}

struct Judged {
  double p;
  double half_width;  // of the log ratio
};

class Judge {
 public:
  Judge(const MeasuredStacks& measured, const FamilyAdjustment& adjustment, std::size_t baseline)
      : measured_(measured),
        adjustment_(adjustment),
        pool_(pool_of(samples_of(measured))),
        baseline_(baseline) {
    const double alpha = 1 - adjustment.level;
    for (std::size_t i = 0; i < measured.stacks.size(); ++i) {
      if (i != baseline) others_.push_back(static_cast<double>(measured.stacks[i].replicates()));
    }
    if (adjustment.kind == Adjustment::dunnett) {
      critical_ = dunnett_critical(alpha, others_, runs(baseline), pool_.df);
    } else if (adjustment.kind == Adjustment::tukey) {
      critical_ = studentized_range_critical(alpha, stacks(), pool_.df);
    }
  }

  [[nodiscard]] Judged judge(std::size_t a, std::size_t b, double difference) const {
    const double distance = std::abs(difference);
    const double shares = 1 / runs(a) + 1 / runs(b);
    if (adjustment_.kind == Adjustment::dunnett) {
      const double se = std::sqrt(pool_.variance * shares);
      return {dunnett_upper(distance / se, others_, runs(baseline_), pool_.df), critical_ * se};
    }
    if (adjustment_.kind == Adjustment::tukey) {
      const double se = std::sqrt(pool_.variance / 2 * shares);
      return {studentized_range_upper(distance / se, stacks(), pool_.df), critical_ * se};
    }
    const auto test = welch(mean_of_logs(logs(a)), mean_of_logs(logs(b)));
    const double se = test->standard_error / std::sqrt(2.0);
    return {studentized_range_upper(distance / se, stacks(), test->df),
            studentized_range_critical(1 - adjustment_.level, stacks(), test->df) * se};
  }

 private:
  [[nodiscard]] const Eigen::ArrayXd& logs(std::size_t i) const { return measured_.stacks[i].sample.logs; }
  [[nodiscard]] double runs(std::size_t i) const {
    return static_cast<double>(measured_.stacks[i].replicates());
  }
  [[nodiscard]] int stacks() const { return static_cast<int>(measured_.stacks.size()); }

  const MeasuredStacks& measured_;
  const FamilyAdjustment& adjustment_;
  Pool pool_;
  std::size_t baseline_;
  std::vector<double> others_;
  double critical_ = 0;
};

}  // namespace

std::string adjust_family(std::vector<TestedComparison>& table,
                          const std::vector<std::pair<std::size_t, std::size_t>>& pairs,
                          const MeasuredStacks& measured, const FamilyAdjustment& adjustment) {
  if (adjustment.kind == Adjustment::holm || table.empty()) return {};
  std::string warning = misfit(table, measured, adjustment);
  if (!warning.empty()) return warning;
  const Judge judge(measured, adjustment, pairs.front().second);
  for (std::size_t i = 0; i < table.size(); ++i) {
    Comparison& row = table[i].comparison;
    const double difference = table[i].test->log_ratio;
    const Judged judged = judge.judge(pairs[i].first, pairs[i].second, difference);
    row.p_adjusted = std::clamp(judged.p, 0.0, 1.0);
    row.speedup.interval =
        Interval{std::exp(difference - judged.half_width), std::exp(difference + judged.half_width)};
    row.verdict = verdict_of(row, adjustment.margin);
  }
  return {};
}

}  // namespace abstat
