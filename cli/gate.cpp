#include "cli/gate.hpp"

#include "cli/result_output.hpp"

#include <fmt/format.h>
#include <ostream>
#include <vector>

#include <abstat/gate.hpp>

namespace abstat {

namespace {

ExitCode exit_code_of(GateOutcome outcome, const GateFlags& flags) {
  switch (outcome) {
    case GateOutcome::ok:
      return ExitCode::ok;
    case GateOutcome::regression:
      return ExitCode::judged_wrong;
    case GateOutcome::improvement:
      return flags.fail_if_faster ? ExitCode::judged_wrong : ExitCode::ok;
    case GateOutcome::cannot_judge:
      return ExitCode::cannot_judge;
  }
  return ExitCode::cannot_judge;
}

GateOptions options_of(const AnalysisOptions& options, const GateFlags& flags) {
  GateOptions gate;
  gate.level = options.level;
  gate.fail_if_slower = flags.fail_if_slower;
  gate.fail_if_faster = flags.fail_if_faster;
  gate.require_significant = flags.require_significant;
  gate.paired = options.method == Method::paired;
  gate.force = options.force;
  gate.borrow_sd = options.borrow_sd;
  gate.assumed_cv = options.run_cv;
  gate.length_ok = options.length_ok;
  return gate;
}

// The same options with one of the inputs.
CommonOptions with_input(const CommonOptions& common, std::size_t index) {
  CommonOptions one = common;
  one.inputs = {common.inputs[index]};
  return one;
}

}  // namespace

void add_gate_flags(CommandLine& line, GateFlags& flags) {
  line.add_share(
      "--fail-if-slower",
      "OLD NEW: exit 1 where a stack got significantly worse\nby more than this, 3 where it cannot be "
      "judged",
      flags.fail_if_slower);
  line.add_share("--fail-if-faster", "The same for the better", flags.fail_if_faster);
  line.app().add_flag(
      "--require-significant", flags.require_significant,
      "Exit 3 where an interval still reaches beyond the\nmargin: not to see a regression is not enough");
}

ExitCode run_gate(const CommonOptions& common, const AnalysisOptions& options, const GateFlags& flags,
                  Streams& io) {
  if (common.inputs.size() != 2) {
    io.err << fmt::format(
        "abstat: compare: expected two inputs, old and new, with --fail-if-slower and the like; "
        "found {}\n",
        common.inputs.size());
    return ExitCode::usage;
  }
  if (!flags.fail_if_slower && !flags.fail_if_faster) {
    io.err << "abstat: --require-significant: expected --fail-if-slower or --fail-if-faster with it\n";
    return ExitCode::usage;
  }
  if (options.method && *options.method != Method::log_t && *options.method != Method::paired) {
    io.err << fmt::format(
        "abstat: --method: expected log-t or paired with --fail-if-slower and the like, found '{}'\n",
        to_string(*options.method));
    return ExitCode::usage;
  }
  const auto old_runs = select_reports(with_input(common, 0), options, io);
  const auto new_runs = select_reports(with_input(common, 1), options, io);
  if (!old_runs) return new_runs ? old_runs.error() : worst(old_runs.error(), new_runs.error());
  if (!new_runs) return new_runs.error();

  GateOptions gating = options_of(options, flags);
  gating.old_grouping = old_runs->grouping;
  gating.new_grouping = new_runs->grouping;
  std::vector<GateResult> results;
  ExitCode judged = ExitCode::ok;
  for (const Metric& metric : options.metrics) {
    gating.metric = metric;
    results.push_back(gate(old_runs->reports, new_runs->reports, gating));
    judged = worst(judged, exit_code_of(results.back().outcome, flags));
  }
  ResultOutput output(common, io);
  output.write_each(results);
  return worst(worst(old_runs->exit_code, new_runs->exit_code), worst(judged, output.finish()));
}

}  // namespace abstat
