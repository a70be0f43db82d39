// From the command line's inputs to reports: files, folders and streams are opened, decompressed, decoded and
// read in order. What cannot be read is a problem beside the reports of everything else, never an end.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/input_problem.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/document.hpp>
#include <abstat/report.hpp>
#include <abstat/request_log.hpp>

namespace abstat {

// How much was read; the summary line of a folder.
struct InputCounts {
  std::uint64_t bytes = 0;           // of decoded text so far
  std::uint64_t bytes_in_all = 0;    // of the files as they lie; 0 when that is not asked for or not known
  std::size_t files = 0;             // opened, attachments not counted
  std::size_t repeated = 0;          // given again and read once
  std::size_t attachments = 0;       // -g, -e and stderr files read beside their report
  std::size_t lone_attachments = 0;  // -g and -e files of folders whose report is not there
  std::size_t without_report = 0;    // files of folders that hold none and were passed over
  std::array<std::size_t, 5> reports{};  // by ReportStatus
  std::size_t unparsed_lines = 0;        // lines inside reports that no rule takes

  [[nodiscard]] std::size_t total_reports() const;
  // Those of a part of the same input. What is to come in all is not touched.
  void add(const InputCounts& part);
};

using ProblemSink = std::function<void(InputProblem&&)>;

// Reports that become text, each by itself: that is done on several threads, beside the reading.
struct ReportPrinting {
  unsigned threads = 1;
  std::function<void(std::string& text, const Report& report)> print =
      {};                                                 // on any thread; empty: only counted
  std::string between = {};                               // two reports
  std::function<void(std::string_view text)> write = {};  // in order; of one or more reports
};

// Called in input order while the inputs are read, one call at a time. With printing, on any thread.
struct InputSink {
  std::function<void(Report&&)> report;
  std::function<void(Document&&)> document;  // after the file's reports; empty: documents only name stacks
  ProblemSink problem;
  // A -g file that is an input itself, without its report. Empty: it is a problem like any input without one.
  std::function<void(RequestLog&&)> request_log = {};
  // For those who watch: often while a file is read, and after each with the number of its reports.
  std::function<void(const InputCounts&)> progress = {};
  std::function<void(const std::string& path, std::size_t reports)> file_read = {};
  // Instead of report, document and request_log.
  const ReportPrinting* printing = nullptr;
  // For the readers of one file: called before more of it is read than may wait for the files before it.
  std::function<void()> come_first = {};
};

struct InputResult {
  InputCounts counts;
  bool worth_a_summary = false;       // a folder was among the arguments, or a file was given twice
  ExitCode exit_code = ExitCode::ok;  // the worst of all problems
};

// Reads every input, one after the other, in memory that does not grow with their size: reports leave by the
// sink as soon as they are whole. `standard_input` is read where an argument is "-".
//
// Only a text with markdown structure that is no larger than limits::document_bytes is held whole, because
// its headings name the stacks; with a sink for documents every text up to limits::checked_document_bytes is.
InputResult read_inputs(std::span<const std::string> arguments, std::istream& standard_input,
                        const InputSink& sink);

// For commands that need all reports at once.
struct Inputs {
  std::vector<Report> reports;
  std::vector<Document> documents;  // only with_documents
  std::vector<InputProblem> problems;
  InputResult result;
};
enum class KeepDocuments : bool { no, yes };
[[nodiscard]] Inputs read_all_inputs(std::span<const std::string> arguments, std::istream& standard_input,
                                     KeepDocuments keep = KeepDocuments::no,
                                     const std::function<void(InputSink&)>& watched_by = {});

// "4 files: 3 reports (2 complete, 1 aborted), 0 lines unparsed, 1 file without a report"
[[nodiscard]] std::string summary_of(const InputCounts& counts);

}  // namespace abstat
