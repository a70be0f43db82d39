#include "bootstrap.hpp"

#include "distributions.hpp"
#include "splitmix64.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>

namespace abstat {

namespace {

constexpr Eigen::Index enumerated_runs = 7;
constexpr int most_resamples = 99'999;
constexpr std::uint64_t seed = 42;
// A cumulative weight that should equal a level may fall short of it by its own rounding.
constexpr double slack = 1e-13;

struct Atom {
  double value;
  double weight;
};

// A sample and the sign with which its mean enters the difference.
struct Group {
  const Eigen::ArrayXd& values;
  double sign;
};

// Means of all multisets of r values drawn from r, weighted r! / (c1! … cr!) / r^r.
std::vector<Atom> multiset_means(const Eigen::ArrayXd& values) {
  const auto r = static_cast<double>(values.size());
  std::vector<Atom> atoms;
  const auto add = [&](auto&& self, Eigen::Index next, Eigen::Index left, double sum,
                       double log_weight) -> void {
    if (next + 1 == values.size()) {
      const auto count = static_cast<double>(left);
      atoms.push_back({(sum + count * values[next]) / r, std::exp(log_weight - log_gamma(count + 1))});
      return;
    }
    for (Eigen::Index taken = 0; taken <= left; ++taken) {
      const auto count = static_cast<double>(taken);
      self(self, next + 1, left - taken, sum + count * values[next], log_weight - log_gamma(count + 1));
    }
  };
  add(add, 0, values.size(), 0, log_gamma(r + 1) - r * std::log(r));
  return atoms;
}

std::vector<Atom> differences(const std::vector<Atom>& a, const std::vector<Atom>& b) {
  std::vector<Atom> atoms;
  atoms.reserve(a.size() * b.size());
  for (const Atom& of_a : a) {
    for (const Atom& of_b : b) atoms.push_back({of_a.value - of_b.value, of_a.weight * of_b.weight});
  }
  return atoms;
}

double resampled_mean(const Eigen::ArrayXd& values, SplitMix64& random) {
  double sum = 0;
  for (Eigen::Index i = 0; i < values.size(); ++i) {
    sum += values[static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(values.size())))];
  }
  return sum / static_cast<double>(values.size());
}

std::vector<Atom> resample(std::span<const Group> groups, int resamples) {
  SplitMix64 random(seed);
  std::vector<Atom> atoms;
  atoms.reserve(static_cast<std::size_t>(resamples));
  for (int draw = 0; draw < resamples; ++draw) {
    double value = 0;
    for (const Group& group : groups) value += group.sign * resampled_mean(group.values, random);
    atoms.push_back({value, 1.0 / resamples});
  }
  return atoms;
}

// (1/6) sum_g sum U^3 / n_g^3 / (sum_g sum U^2 / n_g^2)^1.5, U the deviations, turned round in a subtracted
// group.
double acceleration_of(std::span<const Group> groups) {
  double cubes = 0;
  double squares = 0;
  for (const Group& group : groups) {
    const auto n = static_cast<double>(group.values.size());
    const Eigen::ArrayXd deviations = group.sign * (group.values - group.values.mean());
    cubes += deviations.cube().sum() / (n * n * n);
    squares += deviations.square().sum() / (n * n);
  }
  return squares > 0 ? cubes / 6 / std::pow(squares, 1.5) : 0;
}

Bootstrap finish(std::vector<Atom> atoms, std::span<const Group> groups) {
  std::ranges::sort(atoms, {}, &Atom::value);
  Bootstrap result{{}, {}, 0, 0, 0, acceleration_of(groups)};
  for (const Group& group : groups) result.estimate += group.sign * group.values.mean();
  // The resample that draws every run once comes out at the estimate but for the order of its sums.
  const double tolerance = 1e-12 * std::max(1.0, std::abs(result.estimate));
  double sum = 0;
  for (const Atom& atom : atoms) {
    sum += atom.weight;
    result.values.push_back(atom.value);
    result.cumulative.push_back(sum);
    if (atom.value < result.estimate - tolerance) {
      result.share_below += atom.weight;
    } else if (atom.value <= result.estimate + tolerance) {
      result.share_below += atom.weight / 2;
    }
  }
  result.bias = normal_quantile(result.share_below);
  return result;
}

double quantile(const Bootstrap& bootstrap, double level) {
  const auto it = std::ranges::lower_bound(bootstrap.cumulative, level - slack);
  const auto index = std::min<std::ptrdiff_t>(it - bootstrap.cumulative.begin(),
                                              static_cast<std::ptrdiff_t>(bootstrap.values.size()) - 1);
  return bootstrap.values[static_cast<std::size_t>(index)];
}

}  // namespace

Interval Bootstrap::percentile(double alpha) const {
  return {quantile(*this, alpha / 2), quantile(*this, 1 - alpha / 2)};
}

Interval Bootstrap::bca(double alpha) const {
  const auto level = [&](double z) {
    return normal_cdf(bias + (bias + z) / (1 - acceleration * (bias + z)));
  };
  const double z = normal_quantile(alpha / 2);
  return {quantile(*this, level(z)), quantile(*this, level(-z))};
}

double expanded_alpha(double alpha, std::size_t runs) {
  const auto r = static_cast<double>(runs);
  return 2 * normal_cdf(-std::sqrt(r / (r - 1)) * student_t_critical(alpha, r - 1));
}

std::optional<int> resamples_for(double alpha) {
  constexpr double beyond_each_end = 20;
  constexpr double usual = 9999;
  const double wanted = beyond_each_end / (alpha / 2);
  if (wanted <= usual) return static_cast<int>(usual);
  return wanted <= most_resamples ? std::optional(most_resamples) : std::nullopt;
}

Bootstrap bootstrap_mean(const Eigen::ArrayXd& values, int resamples) {
  const Group groups[]{{values, 1}};
  return finish(values.size() <= enumerated_runs ? multiset_means(values) : resample(groups, resamples),
                groups);
}

Bootstrap bootstrap_difference(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b, int resamples) {
  if (a.size() > enumerated_runs || b.size() > enumerated_runs) return resampled_difference(a, b, resamples);
  const Group groups[]{{a, 1}, {b, -1}};
  return finish(differences(multiset_means(a), multiset_means(b)), groups);
}

Bootstrap resampled_difference(const Eigen::ArrayXd& a, const Eigen::ArrayXd& b, int resamples) {
  const Group groups[]{{a, 1}, {b, -1}};
  return finish(resample(groups, resamples), groups);
}

}  // namespace abstat
