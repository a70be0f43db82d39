#include "permutation.hpp"

#include "splitmix64.hpp"

#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace abstat {

namespace {

constexpr double exact_limit = 200'000;
constexpr std::uint64_t draws = 9999;
constexpr std::uint64_t seed = 42;
// Sums in another order differ in the last digits; arrangements as far apart as the observed one count.
constexpr double slack = 1e-12;

double arrangements(Eigen::Index n, Eigen::Index m) {
  double count = 1;
  for (Eigen::Index i = 1; i <= m; ++i)
    count = count * static_cast<double>(n - m + i) / static_cast<double>(i);
  return count;
}

class Arrangements {
 public:
  Arrangements(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b)
      : all_(a.size() + b.size()), m_(a.size()), n_(b.size()) {
    all_ << a, b;
    sum_ = all_.sum();
    observed_ = std::abs(difference(a.sum()));
  }

  PermutationTest all() const {
    std::vector<Eigen::Index> chosen(static_cast<std::size_t>(m_));
    std::iota(chosen.begin(), chosen.end(), Eigen::Index{0});
    PermutationTest test{0, 0, true};
    do {
      double sum = 0;
      for (const Eigen::Index i : chosen) sum += all_[i];
      test.extreme += is_extreme(sum) ? 1 : 0;
      ++test.total;
    } while (next_combination(chosen));
    return test;
  }

  PermutationTest drawn() {
    SplitMix64 random(seed);
    PermutationTest test{1, draws + 1, false};
    for (std::uint64_t draw = 0; draw < draws; ++draw) {
      for (Eigen::Index i = 0; i < m_; ++i) {
        const auto rest = static_cast<std::uint64_t>(all_.size() - i);
        std::swap(all_[i], all_[i + static_cast<Eigen::Index>(random.below(rest))]);
      }
      test.extreme += is_extreme(all_.head(m_).sum()) ? 1 : 0;
    }
    return test;
  }

 private:
  double difference(double sum_of_a) const {
    return sum_of_a / static_cast<double>(m_) - (sum_ - sum_of_a) / static_cast<double>(n_);
  }
  bool is_extreme(double sum_of_a) const { return std::abs(difference(sum_of_a)) >= observed_ - slack; }

  bool next_combination(std::vector<Eigen::Index>& chosen) const {
    for (auto i = chosen.size(); i-- > 0;) {
      const Eigen::Index last = all_.size() - static_cast<Eigen::Index>(chosen.size() - i);
      if (chosen[i] == last) continue;
      ++chosen[i];
      for (auto j = i + 1; j < chosen.size(); ++j) chosen[j] = chosen[j - 1] + 1;
      return true;
    }
    return false;
  }

  Eigen::ArrayXd all_;
  Eigen::Index m_;
  Eigen::Index n_;
  double sum_ = 0;
  double observed_ = 0;
};

}  // namespace

PermutationTest permutation_test(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b) {
  Arrangements all(a, b);
  return arrangements(a.size() + b.size(), a.size()) <= exact_limit ? all.all() : all.drawn();
}

}  // namespace abstat
