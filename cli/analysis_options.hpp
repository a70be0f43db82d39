// What compare and rank have in common: which reports, grouped how, by which metric and method.
#pragma once

#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/reports.hpp"
#include "cli/run.hpp"

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include <abstat/comparison.hpp>
#include <abstat/estimate.hpp>
#include <abstat/filter.hpp>
#include <abstat/metric.hpp>
#include <abstat/stack.hpp>

namespace abstat {

struct AnalysisOptions {
  std::vector<Metric> metrics;
  double level = 0.95;
  std::optional<Method> method;
  Adjustment adjustment = Adjustment::holm;
  std::string group_by;
  std::string block;
  std::optional<Filter> where;
  bool borrow_sd = false;
  std::optional<double> run_cv;
  bool length_ok = false;
  bool naive = false;
  bool sensitivity = false;
  bool force = false;
};

// What of it a command takes.
struct Choices {
  std::vector<Method> methods;
  std::vector<Adjustment> adjustments;
};
void add_analysis_options(CommandLine& line, AnalysisOptions& options, const Choices& choices);

struct SelectedReports {
  std::vector<Report> reports;
  Grouping grouping;
  ExitCode exit_code = ExitCode::ok;  // the worst of reading
};

// Reads the inputs, keeps what --where asks for and groups as told. The exit code when nothing is left to
// work on or an option is wrong; that has been said on stderr.
[[nodiscard]] tl::expected<SelectedReports, ExitCode> select_reports(const CommonOptions& common,
                                                                     const AnalysisOptions& options,
                                                                     Streams& io);

// The options that CompareOptions, RankOptions and the like share.
template <typename Options>
void take_over(const AnalysisOptions& from, const Grouping& grouping, Options& to) {
  to.level = from.level;
  to.method = from.method;
  to.adjustment = from.adjustment;
  to.grouping = grouping;
  to.borrow_sd = from.borrow_sd;
  to.assumed_cv = from.run_cv;
  to.length_ok = from.length_ok;
  to.naive = from.naive;
  to.sensitivity = from.sensitivity;
  to.force = from.force;
}

}  // namespace abstat
