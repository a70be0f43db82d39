// Results in the formats of other tools: docs/ci.md says which tool takes which.
#pragma once

#include <string>
#include <vector>

#include <abstat/gate.hpp>
#include <abstat/overview.hpp>
#include <abstat/ranking.hpp>
#include <abstat/report.hpp>

namespace abstat {

// Go's benchmark format, a line for each run: benchstat does its own statistics. A report without a rate has
// no line.
[[nodiscard]] std::string gobench_header();
[[nodiscard]] std::string gobench_of(const Report& report);

// Bencher Metric Format: a benchmark for each stack, a measure for each metric, with its interval where there
// is one.
[[nodiscard]] std::string bmf_of(const std::vector<Ranking>& rankings);

// An array of name, unit, value and range, as github-action-benchmark's customBiggerIsBetter and
// customSmallerIsBetter take it: one of the two, so all metrics must have the same direction.
[[nodiscard]] std::string github_benchmark_of(const std::vector<Ranking>& rankings);

// Prometheus' text exposition in base units: seconds, bytes, ratios.
[[nodiscard]] std::string prometheus_of(const std::vector<Ranking>& rankings);

// JUnit XML. A case for each claim: contradicted and inexact fail, unsupported and ambiguous are skipped.
[[nodiscard]] std::string junit_of(const std::vector<CheckedDocument>& documents);
// A case for each stack: a regression fails, what cannot be judged is skipped.
[[nodiscard]] std::string junit_of(const std::vector<GateResult>& gates);

}  // namespace abstat
