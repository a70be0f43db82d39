// All reports of a command's inputs at once, with what went wrong said on stderr.
#pragma once

#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/inputs.hpp"
#include "cli/run.hpp"

#include <map>
#include <string_view>
#include <vector>

#include <abstat/document.hpp>
#include <abstat/report.hpp>

namespace abstat {

struct ReadReports {
  std::vector<Report> reports;
  std::vector<Document> documents;  // only when asked for
  ExitCode exit_code = ExitCode::ok;
};

[[nodiscard]] ReadReports read_reports_of(const CommonOptions& options, Streams& io,
                                          KeepDocuments keep = KeepDocuments::no);

// Each file's reports in their order; the keys are the reports' own.
[[nodiscard]] std::map<std::string_view, std::vector<Report>> reports_by_file(
    const std::vector<Report>& reports);

}  // namespace abstat
