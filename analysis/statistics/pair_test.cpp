#include "pair_test.hpp"

#include "equivalence.hpp"
#include "pair_by_method.hpp"

#include <cmath>
#include <fmt/format.h>

#include <abstat/counted.hpp>

namespace abstat {

namespace {

using Tested = tl::expected<PairTest, Refusal>;

PairTest from_mean_test(const MeanTest& test, Method method, double margin) {
  return {test.difference,
          [test](double alpha) -> tl::expected<Interval, Refusal> { return test.interval(alpha); },
          method,
          test.df,
          test.p(),
          equivalence_p(test, margin),
          {}};
}

Refusal no_variation() {
  return {"the runs of both print the same: there is no spread to judge by",
          "run longer, so that more digits are printed"};
}

Tested by_welch(const MeasuredStack& a, const MeasuredStack& b, const PairQuestion& question) {
  const bool both_same = a.replicates() > 1 && b.replicates() > 1 && !(variance(a.sample.logs) > 0) &&
                         !(variance(b.sample.logs) > 0);
  const auto mean_a = log_mean(a, question.estimate);
  const auto mean_b = log_mean(b, question.estimate);
  if (both_same || !mean_a || !mean_b) return tl::unexpected(no_variation());
  const auto test = welch(*mean_a, *mean_b);
  if (!test) return tl::unexpected(no_variation());
  PairTest result = from_mean_test(*test, Method::log_t, question.margin);
  const double variances = mean_a->variance_of_mean * static_cast<double>(a.replicates()) +
                           mean_b->variance_of_mean * static_cast<double>(b.replicates());
  result.sd = std::sqrt(variances / 2);
  return result;
}

// A borrowed sd is the same on both sides: se^2 = s_p^2 (1/ra + 1/rb) with the pool's df (statistics.md 3.2).
Tested by_borrowed_sd(const MeasuredStack& a, const MeasuredStack& b, const PairQuestion& question) {
  const PooledSd& pool = *question.estimate.borrowed;
  const double shares = 1 / static_cast<double>(a.replicates()) + 1 / static_cast<double>(b.replicates());
  const MeanTest test{a.sample.logs.mean() - b.sample.logs.mean(), pool.sd * std::sqrt(shares), pool.df};
  PairTest result = from_mean_test(test, Method::borrowed_sd, question.margin);
  result.caveats.push_back({CaveatCode::borrowed_sd, "run-to-run sd taken from the other stacks"});
  return result;
}

Tested by_assumed_sd(const MeasuredStack& a, const MeasuredStack& b, const PairQuestion& question) {
  Tested result = by_welch(a, b, question);
  if (!result) return result;
  result->method = Method::assumed_sd;
  result->caveats.push_back({CaveatCode::assumed_sd, fmt::format("run-to-run cv of {:.3g} % assumed",
                                                                 100 * *question.estimate.assumed_cv)});
  return result;
}

Tested by_blocks(const MeasuredStack& a, const MeasuredStack& b, const PairQuestion& question) {
  const BlockPairs pairs = pair_by_block(a.sample, b.sample);
  if (pairs.differences.size() < 2) {
    return tl::unexpected(Refusal{"fewer than two blocks hold runs of both",
                                  "run them interleaved, a run of each per block (abstat plan)"});
  }
  const auto test = paired(pairs.differences);
  if (!test) return tl::unexpected(no_variation());
  PairTest result = from_mean_test(*test, Method::paired, question.margin);
  result.sd = std::sqrt(variance(pairs.differences) / 2);
  if (pairs.dropped > 0) {
    result.caveats.push_back(
        {CaveatCode::dropped_block, counted(pairs.dropped, "run without a partner in its block",
                                            "runs without a partner in their block")});
  }
  return result;
}

Refusal too_few_runs(const MeasuredStack& a, const MeasuredStack& b) {
  const MeasuredStack& fewer = a.replicates() <= b.replicates() ? a : b;
  Refusal refusal = one_run_refusal(*fewer.runs.front());
  if (a.replicates() > 1 || b.replicates() > 1)
    refusal.reason = fmt::format("one run of {}", fewer.stack->name);
  return refusal;
}

}  // namespace

Tested test_pair(const MeasuredStack& a, const MeasuredStack& b, const PairQuestion& question) {
  if (a.replicates() < 2 || b.replicates() < 2) {
    if (question.estimate.borrowed) return by_borrowed_sd(a, b, question);
    const bool possible = log_mean(a, question.estimate) && log_mean(b, question.estimate);
    if (possible) return by_assumed_sd(a, b, question);
    return tl::unexpected(too_few_runs(a, b));
  }
  switch (question.method) {
    case Method::paired:
      return by_blocks(a, b, question);
    case Method::fieller:
      return pair_by_fieller(a, b, question.estimate.metric);
    case Method::hodges_lehmann:
      return pair_by_hodges_lehmann(a, b);
    case Method::benchstat:
      return pair_by_benchstat(a, b, question.estimate);
    case Method::permutation:
      return pair_by_permutation(a, b);
    case Method::bca:
      return pair_by_bca(a, b);
    default:
      return by_welch(a, b, question);
  }
}

}  // namespace abstat
