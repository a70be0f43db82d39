// The answers of the methods that a user may ask for in place of t on logs.
#pragma once

#include "pair_test.hpp"

namespace abstat {

[[nodiscard]] tl::expected<PairTest, Refusal> pair_by_fieller(const MeasuredStack& a, const MeasuredStack& b,
                                                              Metric metric);
[[nodiscard]] tl::expected<PairTest, Refusal> pair_by_hodges_lehmann(const MeasuredStack& a,
                                                                     const MeasuredStack& b);
[[nodiscard]] tl::expected<PairTest, Refusal> pair_by_benchstat(const MeasuredStack& a,
                                                                const MeasuredStack& b,
                                                                const EstimateOptions& options);
[[nodiscard]] tl::expected<PairTest, Refusal> pair_by_permutation(const MeasuredStack& a,
                                                                  const MeasuredStack& b);
[[nodiscard]] tl::expected<PairTest, Refusal> pair_by_bca(const MeasuredStack& a, const MeasuredStack& b);
// Why a bootstrap of so few runs is refused.
[[nodiscard]] Refusal too_few_for_bootstrap(std::size_t runs);

}  // namespace abstat
