// How often the intervals abstat prints hold what they should, and how often its tables and rank sets claim a
// difference that is not there. Seeded; reports go through compare_reports and rank_reports as a user's do.
#include "closed_loop.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>

#include <abstat/comparison.hpp>
#include <abstat/ranking.hpp>

namespace {

constexpr int requests = 1000;
constexpr std::size_t population_runs = 40'000;

struct Scenario {
  std::string name;
  std::vector<double> within;  // logs of single runs around the protocol's mean
  double run_sd;               // run to run, on top
  double block_sd;             // shared by the runs of a block
};

class Campaign {
 public:
  Campaign(const Scenario& scenario, std::uint64_t seed) : scenario_(scenario), random_(seed) {}

  // `spreads` has one factor on the run-to-run sd for each stack, `rates` the true rate of each.
  std::vector<abstat::Report> reports(const std::vector<double>& rates, const std::vector<double>& spreads,
                                      std::size_t replicates) {
    std::vector<abstat::Report> list;
    for (std::size_t block = 0; block < replicates; ++block) {
      const double shared = scenario_.block_sd * normal_(random_);
      for (std::size_t stack = 0; stack < rates.size(); ++stack) {
        list.push_back(report(stack, block, rates[stack] * std::exp(shared + noise(spreads[stack]))));
      }
    }
    return list;
  }

  // ln of single runs around their rate, the second stack's spread twice the first's.
  double log_noise(double spread) { return noise(spread); }

  double one_more(double rate) { return rate * std::exp(noise(1) + scenario_.block_sd * normal_(random_)); }

 private:
  double noise(double spread) {
    std::uniform_int_distribution<std::size_t> pick(0, scenario_.within.size() - 1);
    return spread * (scenario_.within[pick(random_)] + scenario_.run_sd * normal_(random_));
  }

  static abstat::Report report(std::size_t stack, std::size_t block, double rate) {
    abstat::Report report;
    report.stack = fmt::format("stack {}", stack);
    report.source = {fmt::format("runs/{}/{:02}.log", stack, block), 1, 40};
    report.status = abstat::ReportStatus::complete;
    report.concurrency = 100;
    report.requests.complete = requests;
    report.requests.failed = 0;
    report.requests_per_second = abstat::rounded_figure(rate, 4);
    return report;
  }

  const Scenario& scenario_;
  std::mt19937_64 random_;
  std::normal_distribution<double> normal_;
};

struct Tally {
  std::size_t held = 0;
  std::size_t made = 0;
  void add(bool holds) {
    ++made;
    held += holds ? 1 : 0;
  }
  [[nodiscard]] double share() const { return static_cast<double>(held) / static_cast<double>(made); }
  [[nodiscard]] std::string text() const { return made == 0 ? "-" : fmt::format("{:.1f}", 100 * share()); }
};

struct MethodCoverage {
  Tally stack;       // a stack's own interval
  double level = 0;  // that it carries; order statistics have only certain ones
  Tally prediction;  // one more run
  Tally ratio;       // of two stacks
};

constexpr double nominal = 0.95;
constexpr double true_rate = 1000;
constexpr double true_ratio = 1.1;

// What a method's intervals are about: for skewed noise a median, a pseudo-median and an arithmetic mean are
// not the geometric mean.
struct Truth {
  double rate;
  double ratio;
};

double median_of(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Truth truth_of(const Scenario& scenario, abstat::Method method) {
  constexpr std::size_t draws = 1'000'000;
  Campaign campaign(scenario, 31);
  std::vector<double> own;
  std::vector<double> averages;
  std::vector<double> differences;
  double mean = 0;
  double mean_of_second = 0;
  for (std::size_t i = 0; i < draws; ++i) {
    const double x = campaign.log_noise(1);
    const double y = campaign.log_noise(2);
    averages.push_back((x + campaign.log_noise(1)) / 2);
    differences.push_back(y - x);
    own.push_back(x);
    mean += std::exp(x) / draws;
    mean_of_second += std::exp(y) / draws;
  }
  if (method == abstat::Method::fieller) return {true_rate * mean, true_ratio * mean_of_second / mean};
  if (method == abstat::Method::benchstat) return {true_rate * std::exp(median_of(own)), true_ratio};
  if (method == abstat::Method::hodges_lehmann) {
    return {true_rate * std::exp(median_of(averages)), true_ratio * std::exp(median_of(differences))};
  }
  return {true_rate, true_ratio};
}

MethodCoverage cover(const Scenario& scenario, abstat::Method method, const Truth& truth,
                     std::size_t replicates, std::size_t campaigns) {
  MethodCoverage result;
  Campaign campaign(scenario, 1 + replicates);
  abstat::CompareOptions options;
  options.method = method;
  for (std::size_t i = 0; i < campaigns; ++i) {
    const auto reports = campaign.reports({true_rate, true_rate * true_ratio}, {1, 2}, replicates);
    const auto table = abstat::compare_reports(reports, options);
    const auto& stack = table->stacks.front();
    if (stack.estimate.interval) {
      result.stack.add(stack.estimate.interval->contains(truth.rate));
      result.level = stack.estimate.level;
    }
    if (stack.prediction) result.prediction.add(stack.prediction->contains(campaign.one_more(true_rate)));
    const auto& pointwise = table->comparisons.front().pointwise;
    if (pointwise) result.ratio.add(pointwise->contains(truth.ratio));
  }
  return result;
}

struct FamilyErrors {
  Tally table;      // a false word in a table against a baseline
  Tally best;       // the same against the best as found
  Tally intervals;  // a simultaneous interval that misses
  Tally ranks;      // a false order in the rank sets
  Tally strict;
};

// Stacks in pairs of equal rate: everything said of two equals is false.
FamilyErrors family_errors(const Scenario& scenario, bool paired, const std::vector<double>& rates,
                           const std::vector<double>& spreads, std::size_t replicates,
                           std::size_t campaigns) {
  FamilyErrors errors;
  Campaign campaign(scenario, 1000 + replicates);
  abstat::CompareOptions compare;
  compare.method = paired ? abstat::Method::paired : abstat::Method::log_t;
  abstat::RankOptions rank;
  rank.method = compare.method;
  rank.probabilities = abstat::RankProbabilities::none;
  const auto rate_of = [&](std::string_view stack) {
    return rates[static_cast<std::size_t>(stack.back() - '0')];
  };
  const auto false_order = [&](const abstat::Ranking& ranking) {
    return std::ranges::any_of(ranking.pairs, [&](const abstat::RankedPair& pair) {
      return pair.separated && rate_of(pair.better) <= rate_of(pair.worse);
    });
  };
  for (std::size_t i = 0; i < campaigns; ++i) {
    const auto reports = campaign.reports(rates, spreads, replicates);
    const auto table = abstat::compare_reports(reports, compare);
    errors.table.add(std::ranges::any_of(table->comparisons, [&](const abstat::Comparison& row) {
      return rate_of(row.stack) == rate_of(row.baseline) && *row.p_adjusted <= 0.05;
    }));
    errors.intervals.add(std::ranges::any_of(table->comparisons, [&](const abstat::Comparison& row) {
      return !row.speedup.interval->contains(rate_of(row.stack) / rate_of(row.baseline));
    }));
    compare.baseline = "best";
    const auto against_best = abstat::compare_reports(reports, compare);
    compare.baseline = "first";
    errors.best.add(std::ranges::any_of(against_best->comparisons, [&](const abstat::Comparison& row) {
      return rate_of(row.stack) >= rate_of(row.baseline) && *row.p_adjusted <= 0.05;
    }));
    rank.strict = false;
    errors.ranks.add(false_order(abstat::rank_reports(reports, rank)));
    rank.strict = true;
    errors.strict.add(false_order(abstat::rank_reports(reports, rank)));
  }
  return errors;
}

// Within 1.5 points of the level the interval carries. What a method refuses promises nothing.
bool promised(const Tally& tally, double level) {
  return tally.made == 0 || std::abs(tally.share() - level) <= 0.015;
}

bool print_coverage(const std::vector<Scenario>& scenarios, std::size_t campaigns) {
  bool good = true;
  fmt::print(
      "| method | server | runs | one stack | its level | one more run | ratio "
      "|\n|---|---|---:|---:|---:|---:|---:|\n");
  for (const abstat::Method method :
       {abstat::Method::log_t, abstat::Method::paired, abstat::Method::fieller,
        abstat::Method::hodges_lehmann, abstat::Method::benchstat, abstat::Method::bca}) {
    for (const Scenario& scenario : scenarios) {
      const bool blocks = scenario.block_sd > 0;
      if (blocks != (method == abstat::Method::paired)) continue;
      const Truth truth = truth_of(scenario, method);
      for (const std::size_t replicates : {5U, 10U, 20U}) {
        const std::size_t tries = method == abstat::Method::bca ? campaigns / 10 : campaigns;
        const MethodCoverage covered = cover(scenario, method, truth, replicates, tries);
        const std::string level = covered.stack.made == 0 ? "-" : fmt::format("{:.1f}", 100 * covered.level);
        fmt::print("| {} | {} | {} | {} | {} | {} | {} |\n", to_string(method), scenario.name, replicates,
                   covered.stack.text(), level, covered.prediction.text(), covered.ratio.text());
        std::fflush(stdout);
        good = good && promised(covered.stack, covered.level) && promised(covered.prediction, nominal) &&
               promised(covered.ratio, nominal);
      }
    }
  }
  return good;
}

bool print_errors(const Scenario& steady, const Scenario& blocked, std::size_t campaigns) {
  struct Family {
    std::string_view name;
    std::vector<double> rates;
    std::vector<double> spreads;
  };
  const std::vector<Family> families{
      {"all equal", {1000, 1000, 1000, 1000, 1000, 1000}, {1, 1, 1, 1, 1, 1}},
      {"all equal, sd 1:1:2:2:4:8", {1000, 1000, 1000, 1000, 1000, 1000}, {1, 1, 2, 2, 4, 8}},
      {"three pairs", {1000, 1000, 1200, 1200, 1500, 1500}, {1, 2, 1, 2, 1, 2}}};
  bool good = true;
  fmt::print(
      "\n| six stacks | compared by | runs | table | against best | intervals | rank sets | strict "
      "|\n|---|---|---:|---:|---:|---:|---:|---:|\n");
  for (const Family& family : families) {
    for (const Scenario* scenario : {&steady, &blocked}) {
      for (const std::size_t replicates : {3U, 5U, 10U}) {
        const bool paired = scenario == &blocked;
        const FamilyErrors errors =
            family_errors(*scenario, paired, family.rates, family.spreads, replicates, campaigns);
        fmt::print("| {} | {} | {} | {} | {} | {} | {} | {} |\n", family.name, paired ? "paired" : "log-t",
                   replicates, errors.table.text(), errors.best.text(), errors.intervals.text(),
                   errors.ranks.text(), errors.strict.text());
        std::fflush(stdout);
        for (const Tally* tally :
             {&errors.table, &errors.best, &errors.intervals, &errors.ranks, &errors.strict}) {
          good = good && tally->share() <= 0.055;
        }
      }
    }
  }
  return good;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t campaigns = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 20'000;
  const auto fifo = bench::population({4, 0.5}, requests, population_runs, 1);
  const auto slots = bench::population({100, 0.5}, requests, population_runs, 2);
  const std::vector<Scenario> scenarios{{"4 workers, one queue", fifo, 0, 0},
                                        {"4 workers, run to run 3 %", fifo, 0.03, 0},
                                        {"independent slots", slots, 0, 0},
                                        {"independent slots, run to run 10 %", slots, 0.10, 0},
                                        {"4 workers, blocks 10 %", fifo, 0.03, 0.10}};
  fmt::print("Coverage in % of nominal 95 % intervals, {} campaigns each ({} for bca)\n\n", campaigns,
             campaigns / 10);
  const bool covered = print_coverage(scenarios, campaigns);
  fmt::print("\nCampaigns in % with any error, nominal 5 %, {} campaigns each\n", campaigns);
  const bool controlled = print_errors(scenarios[1], scenarios[4], campaigns);
  fmt::print("\n{}\n", covered && controlled ? "all within 1.5 points of their level and at most 5.5 %"
                                             : "outside what is promised");
  return covered && controlled ? 0 : 1;
}
