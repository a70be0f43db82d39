#include "analysis/statistics/runs.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <abstat/gate.hpp>

namespace {

using abstat::GateOutcome;

std::vector<abstat::Report> runs(const std::string& stack, double mean, std::size_t count,
                                 double spread = 0.01) {
  std::vector<abstat::Report> reports;
  for (std::size_t i = 0; i < count; ++i) {
    const double shift = spread * (static_cast<double>(i) - static_cast<double>(count - 1) / 2);
    reports.push_back(run_of(stack, fmt::format("{:02}", i), mean * (1 + shift)));
  }
  return reports;
}

abstat::GateOptions five_percent() {
  abstat::GateOptions options;
  options.fail_if_slower = 0.05;
  return options;
}

}  // namespace

TEST_CASE("a significant loss beyond the margin is a regression") {
  const auto result = abstat::gate(runs("a", 1000, 5), runs("a", 900, 5), five_percent());
  CHECK(result.outcome == GateOutcome::regression);
  CHECK(result.regressions == 1);
  CHECK(result.summary.starts_with("throughput: 1 of 1 stacks worse by more than 5 %: a 0.9x ["));
}

TEST_CASE("a loss within the margin passes however significant") {
  CHECK(abstat::gate(runs("a", 1000, 10, 0.001), runs("a", 970, 10, 0.001), five_percent()).outcome ==
        GateOutcome::ok);
}

TEST_CASE("a loss that noise explains passes, unless significance was asked for") {
  auto options = five_percent();
  CHECK(abstat::gate(runs("a", 1000, 3, 0.1), runs("a", 930, 3, 0.1), options).outcome == GateOutcome::ok);
  options.require_significant = true;
  CHECK(abstat::gate(runs("a", 1000, 3, 0.1), runs("a", 930, 3, 0.1), options).outcome ==
        GateOutcome::cannot_judge);
}

TEST_CASE("what was not seen is not said to be absent") {
  CHECK(abstat::gate(runs("a", 1000, 10, 0.001), runs("a", 1000, 10, 0.001), five_percent()).summary ==
        "throughput: no change beyond the margin in 1 stack");
  CHECK(abstat::gate(runs("a", 1000, 3, 0.1), runs("a", 930, 3, 0.1), five_percent()).summary ==
        "throughput: no significant change beyond the margin in 1 stack; 1 interval still reaches beyond it "
        "(--require-significant)");
}

TEST_CASE("one run each cannot be judged") {
  const auto result = abstat::gate(runs("a", 1000, 1), runs("a", 500, 1), five_percent());
  CHECK(result.outcome == GateOutcome::cannot_judge);
  CHECK(result.stacks[0].refusal->reason == "one run");
}

TEST_CASE("a regression outweighs what cannot be judged") {
  auto old_runs = runs("a", 1000, 5);
  auto new_runs = runs("a", 900, 5);
  old_runs.push_back(run_of("b", "1", 1000));
  new_runs.push_back(run_of("b", "1", 1001));
  const auto result = abstat::gate(old_runs, new_runs, five_percent());
  CHECK(result.outcome == GateOutcome::regression);
  CHECK(result.unjudged == 1);
}

TEST_CASE("of times more is worse, and 5 % more time is the limit") {
  auto options = five_percent();
  options.metric = {abstat::MetricKind::percentile, 95};
  const auto with_p95 = [](std::vector<abstat::Report> reports, double factor) {
    int shift = 0;
    for (auto& report : reports) {
      report.percentiles_ms.emplace();
      report.percentiles_ms->set(95,
                                 abstat::whole_figure(static_cast<std::int64_t>(1000 * factor) + shift++));
    }
    return reports;
  };
  const auto old_runs = with_p95(runs("a", 1000, 5), 1);
  CHECK(abstat::gate(old_runs, with_p95(runs("a", 1001, 5), 1.06), options).outcome ==
        GateOutcome::regression);
  CHECK(abstat::gate(old_runs, with_p95(runs("a", 1001, 5), 1.04), options).outcome == GateOutcome::ok);
  CHECK(abstat::gate(old_runs, with_p95(runs("a", 1001, 5), 0.5), options).outcome == GateOutcome::ok);
}

TEST_CASE("a gain fails only where that was asked for") {
  auto options = five_percent();
  CHECK(abstat::gate(runs("a", 1000, 5), runs("a", 1100, 5), options).outcome == GateOutcome::ok);
  options.fail_if_faster = 0.05;
  CHECK(abstat::gate(runs("a", 1000, 5), runs("a", 1100, 5), options).outcome == GateOutcome::improvement);
}

TEST_CASE("stacks without a partner are named and none at all cannot be judged") {
  const auto result = abstat::gate(runs("a", 1000, 5), runs("b", 1000, 5), five_percent());
  CHECK(result.outcome == GateOutcome::cannot_judge);
  CHECK(result.only_old == std::vector<std::string>{"a"});
  CHECK(result.only_new == std::vector<std::string>{"b"});
  CHECK(result.summary == "throughput: no stack has both old and new runs");
}
