#include "cli/reports.hpp"

#include "cli/input_watch.hpp"

#include <ostream>

namespace abstat {

namespace {

Inputs read_watched(const CommonOptions& options, Streams& io, KeepDocuments keep) {
  InputWatch watch(options, io);
  return read_all_inputs(options.inputs, io.in, keep, [&](InputSink& sink) { watch.attach(sink); });
}

}  // namespace

ReadReports read_reports_of(const CommonOptions& options, Streams& io, KeepDocuments keep) {
  Inputs inputs = read_watched(options, io, keep);
  for (const InputProblem& problem : inputs.problems) io.err << message_of(problem.problem) << "\n";
  if (inputs.result.worth_a_summary) io.err << "abstat: " << summary_of(inputs.result.counts) << "\n";
  return {std::move(inputs.reports), std::move(inputs.documents), inputs.result.exit_code};
}

std::map<std::string_view, std::vector<Report>> reports_by_file(const std::vector<Report>& reports) {
  std::map<std::string_view, std::vector<Report>> by_file;
  for (const Report& report : reports) by_file[report.source.file].push_back(report);
  return by_file;
}

}  // namespace abstat
