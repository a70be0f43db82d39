#include "analysis/statistics/rank_sets.hpp"

#include "analysis/statistics/distributions.hpp"
#include "analysis/statistics/holm.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

namespace {

using abstat::Directions;

struct Counts {
  std::vector<std::size_t> wins;
  std::vector<std::size_t> losses;
};

// The same by sorting all p-values, which needs them all in memory.
template <typename Test>
Counts by_sorting(std::size_t k, double alpha, Directions directions, Test&& test) {
  std::vector<double> p;
  std::vector<std::pair<std::size_t, std::size_t>> order;
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = i + 1; j < k; ++j) {
      const auto result = test(i, j);
      p.push_back(directions == Directions::strict ? result.p() / 2 : result.p());
      order.push_back(result.difference > 0 ? std::pair(i, j) : std::pair(j, i));
    }
  }
  const std::size_t pairs = p.size();
  if (directions == Directions::strict) p.resize(2 * pairs, 1.0);
  const auto adjusted = abstat::holm(p);
  Counts counts{std::vector<std::size_t>(k), std::vector<std::size_t>(k)};
  for (std::size_t t = 0; t < pairs; ++t) {
    if (adjusted[t] > alpha) continue;
    ++counts.wins[order[t].first];
    ++counts.losses[order[t].second];
  }
  return counts;
}

Eigen::MatrixXd random_logs(Eigen::Index stacks, Eigen::Index blocks, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<double> noise;
  Eigen::MatrixXd logs(stacks, blocks);
  for (Eigen::Index i = 0; i < stacks; ++i) {
    const double mean = 0.1 * noise(random);
    const double sd = 0.02 * std::exp(noise(random));
    for (Eigen::Index b = 0; b < blocks; ++b) logs(i, b) = mean + sd * noise(random);
  }
  return logs;
}

}  // namespace

TEST_CASE("counting rejections gives the wins and losses that sorting all p-values gives") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const auto directions = GENERATE(Directions::two_sided, Directions::strict);
  const Eigen::MatrixXd logs = random_logs(60, 5, seed);
  std::vector<abstat::MeanOfLogs> means;
  for (Eigen::Index i = 0; i < logs.rows(); ++i)
    means.push_back(abstat::mean_of_logs(logs.row(i).transpose()));
  const auto welch = abstat::welch_wins(means, 0.05, directions);
  const auto expected_welch = by_sorting(
      60, 0.05, directions, [&](std::size_t i, std::size_t j) { return *abstat::welch(means[i], means[j]); });
  CHECK(welch.wins == expected_welch.wins);
  CHECK(welch.losses == expected_welch.losses);
  CHECK(std::ranges::count_if(welch.wins, [](auto w) { return w > 0; }) > 10);
  const auto paired = abstat::paired_wins(logs, 0.05, directions);
  const auto expected_paired = by_sorting(60, 0.05, directions, [&](std::size_t i, std::size_t j) {
    return *abstat::paired(
        (logs.row(static_cast<Eigen::Index>(i)) - logs.row(static_cast<Eigen::Index>(j))).transpose());
  });
  CHECK(paired.wins == expected_paired.wins);
  CHECK(paired.losses == expected_paired.losses);
}

TEST_CASE("stacks without spread take no part") {
  const std::vector<abstat::MeanOfLogs> means{{1, 0, 0}, {2, 1e-6, 4}, {3, 1e-6, 4}};
  const auto counts = abstat::welch_wins(means, 0.05, Directions::two_sided);
  CHECK(counts.wins == std::vector<std::size_t>{0, 0, 1});
  CHECK(counts.losses == std::vector<std::size_t>{0, 1, 0});
}
