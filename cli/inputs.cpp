#include "cli/inputs.hpp"

#include "cli/discovery.hpp"
#include "cli/input_reading.hpp"
#include "cli/parallel_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <system_error>
#include <utility>

#include <abstat/counted.hpp>

namespace abstat {

namespace {

Problem no_report_in_folder(const std::string& folder) {
  return problem_in(folder, "a report of ab in at least one file", "none");
}

}  // namespace

std::size_t InputCounts::total_reports() const {
  return std::accumulate(reports.begin(), reports.end(), std::size_t{0});
}

void InputCounts::add(const InputCounts& part) {
  bytes += part.bytes;
  files += part.files;
  repeated += part.repeated;
  attachments += part.attachments;
  lone_attachments += part.lone_attachments;
  without_report += part.without_report;
  std::transform(reports.begin(), reports.end(), part.reports.begin(), reports.begin(), std::plus<>());
  unparsed_lines += part.unparsed_lines;
}

namespace {

// 0 where one of them is a stream.
std::uint64_t bytes_of(const std::vector<InputFile>& files) {
  std::uint64_t bytes = 0;
  for (const InputFile& file : files) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file.path, error);
    if (error || file.standard_input()) return 0;
    bytes += size;
  }
  return bytes;
}

}  // namespace

InputResult read_inputs(std::span<const std::string> arguments, std::istream& standard_input,
                        const InputSink& sink) {
  InputResult result;
  const auto complain = [&](InputProblem&& problem) {
    result.exit_code = std::max(result.exit_code, problem.code);
    sink.problem(std::move(problem));
  };
  Discovery found = discover_inputs(arguments);
  result.counts.repeated = found.repeated;
  result.worth_a_summary = !found.folders.empty() || found.repeated > 0;
  for (InputProblem& problem : found.problems) complain(std::move(problem));

  InputSink counting = sink;
  counting.problem = complain;
  if (sink.progress) result.counts.bytes_in_all = bytes_of(found.files);
  std::map<std::string, std::size_t> reports_below;
  const auto read = [&](const InputFile& file, std::size_t reports) {
    reports_below[file.folder] += reports;
    if (sink.file_read) sink.file_read(file.path, reports);
  };
  if (sink.printing != nullptr) {
    read_side_by_side(found.files, standard_input, counting, result.counts, read);
  } else {
    read_one_by_one(found.files, standard_input, counting, result.counts, read);
  }
  for (const std::string& folder : found.folders) {
    if (reports_below[folder] == 0) complain({ExitCode::cannot_judge, no_report_in_folder(folder)});
  }
  return result;
}

Inputs read_all_inputs(std::span<const std::string> arguments, std::istream& standard_input,
                       KeepDocuments keep, const std::function<void(InputSink&)>& watched_by) {
  Inputs inputs;
  InputSink sink;
  sink.report = [&](Report&& report) { inputs.reports.push_back(std::move(report)); };
  sink.problem = [&](InputProblem&& problem) { inputs.problems.push_back(std::move(problem)); };
  if (keep == KeepDocuments::yes) {
    sink.document = [&](Document&& document) { inputs.documents.push_back(std::move(document)); };
  }
  if (watched_by) watched_by(sink);
  inputs.result = read_inputs(arguments, standard_input, sink);
  return inputs;
}

std::string summary_of(const InputCounts& counts) {
  std::string summary = fmt::format("{}: {}", counted(counts.files, "file", "files"),
                                    counted(counts.total_reports(), "report", "reports"));
  std::string statuses;
  for (std::size_t i = 0; i < counts.reports.size(); ++i) {
    if (counts.reports[i] == 0) continue;
    statuses += fmt::format("{}{} {}", statuses.empty() ? "" : ", ", counts.reports[i],
                            to_string(static_cast<ReportStatus>(i)));
  }
  if (!statuses.empty()) summary += " (" + statuses + ")";
  summary += ", " + counted(counts.unparsed_lines, "line", "lines") + " unparsed";
  if (counts.repeated > 0)
    summary += ", " + counted(counts.repeated, "file", "files") + " given twice and read once";
  if (counts.attachments > 0)
    summary += ", " + counted(counts.attachments, "attached file", "attached files");
  if (counts.lone_attachments > 0)
    summary +=
        ", " + counted(counts.lone_attachments, "-g or -e file", "-g or -e files") +
        (counts.lone_attachments == 1 ? " without a report beside it" : " without a report beside them");
  if (counts.without_report > 0)
    summary += ", " + counted(counts.without_report, "file", "files") + " without a report";
  return summary;
}

}  // namespace abstat
