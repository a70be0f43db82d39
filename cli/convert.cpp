#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/result_output.hpp"

#include <fmt/format.h>
#include <optional>
#include <ostream>

#include <abstat/csv.hpp>
#include <abstat/json.hpp>
#include <abstat/pages.hpp>

namespace abstat {

namespace {

// Writes reports one by one, so that memory does not grow with their number. What stands before the first
// report is written with it: an input without reports leaves no output.
class ReportWriter {
 public:
  ReportWriter(Format format, TextStyle style, std::ostream& out)
      : format_(format), style_(style), out_(out) {}

  void write(const Report& report) {
    switch (format_) {
      case Format::json:
        out_ << (count_ == 0 ? fmt::format("{{\"schema\":\"{}\",\"reports\":[\n", json_schema) : ",\n")
             << json_of(report);
        break;
      case Format::ndjson:
        out_ << json_of(report) << '\n';
        break;
      case Format::csv:
        if (count_ == 0) out_ << csv_header_of_reports();
        out_ << csv_row_of(report);
        break;
      case Format::text:
        out_ << (count_ == 0 ? "" : "\n") << render_text(page_of(report), style_);
        break;
      case Format::markdown:
        out_ << (count_ == 0 ? "" : "\n") << render_markdown(page_of(report));
        break;
      case Format::github:
      case Format::sarif:
        break;  // not among convert's formats
    }
    ++count_;
  }

  void finish() {
    if (format_ == Format::json && count_ > 0) out_ << "\n]}\n";
  }

 private:
  Format format_;
  TextStyle style_;
  std::ostream& out_;
  std::size_t count_ = 0;
};

}  // namespace

ExitCode convert(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "convert", "Turns reports into typed data: one JSON object, CSV row or table for each.",
      {{"abstat convert samples/web-stacks.md -f json", "every field of every report, null where absent"},
       {"abstat convert runs/ -f csv -o runs.csv", "one row per report of a folder"}},
      {Format::ndjson});
  bool count = false;
  line.app().add_flag("--count", count,
                      "Read everything and print only how many reports of each status there were");
  if (const auto over = line.parse(args, io)) return *over;

  ResultOutput output(line.common(), io);
  std::optional<ReportWriter> writer;
  const InputSink sink{[&](Report&& report) {
                         if (count) return;
                         if (!writer) writer.emplace(line.common().format, output.style(), output.stream());
                         writer->write(report);
                       },
                       {},
                       [&](InputProblem&& problem) { io.err << message_of(problem.problem) << "\n"; }};
  const InputResult result = read_inputs(line.common().inputs, io.in, sink);
  if (result.folders) io.err << "abstat: " << summary_of(result.counts) << "\n";
  if (result.counts.total_reports() == 0) return result.exit_code;
  if (count) {
    output.write(StatusCounts{result.counts.reports});
  } else if (writer) {
    writer->finish();
  }
  return worst(result.exit_code, output.finish());
}

}  // namespace abstat
