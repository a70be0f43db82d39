// Whether labels matter: the difference of mean logs under every way to deal the runs out
// (statistics.md 3.4).
#pragma once

#include <Eigen/Core>
#include <cstdint>

namespace abstat {

struct PermutationTest {
  std::uint64_t extreme;  // arrangements at least as far apart as the observed one
  std::uint64_t total;    // arrangements looked at
  bool exact;             // all of them; otherwise a seeded 9999 and the observed one

  [[nodiscard]] double p() const { return static_cast<double>(extreme) / static_cast<double>(total); }
};

[[nodiscard]] PermutationTest permutation_test(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b);

}  // namespace abstat
