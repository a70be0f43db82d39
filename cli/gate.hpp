// compare with a gate: old runs against new ones, and an exit code for a regression.
#pragma once

#include "cli/analysis_options.hpp"
#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/run.hpp"

#include <optional>

namespace abstat {

struct GateFlags {
  std::optional<double> fail_if_slower;
  std::optional<double> fail_if_faster;
  bool require_significant = false;

  [[nodiscard]] bool asked() const { return fail_if_slower || fail_if_faster || require_significant; }
};

void add_gate_flags(CommandLine& line, GateFlags& flags);

// The first input is old, the second new; stacks are matched by name.
[[nodiscard]] ExitCode run_gate(const CommonOptions& common, const AnalysisOptions& options,
                                const GateFlags& flags, Streams& io);

}  // namespace abstat
