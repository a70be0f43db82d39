#include "cli/reports.hpp"

#include <ostream>

namespace abstat {

ReadReports read_reports_of(const CommonOptions& options, Streams& io, KeepDocuments keep) {
  Inputs inputs = read_all_inputs(options.inputs, io.in, keep);
  for (const InputProblem& problem : inputs.problems) io.err << message_of(problem.problem) << "\n";
  if (inputs.result.worth_a_summary) io.err << "abstat: " << summary_of(inputs.result.counts) << "\n";
  return {std::move(inputs.reports), std::move(inputs.documents), inputs.result.exit_code};
}

}  // namespace abstat
