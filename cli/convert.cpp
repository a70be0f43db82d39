#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/input_watch.hpp"
#include "cli/inputs.hpp"
#include "cli/result_output.hpp"
#include "cli/run_database.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ostream>
#include <thread>

#include <abstat/csv.hpp>
#include <abstat/display_text.hpp>
#include <abstat/exports.hpp>
#include <abstat/json.hpp>
#include <abstat/pages.hpp>
#include <abstat/report_lines.hpp>

namespace abstat {

namespace {

// How convert prints each report, and what stands in front of the first and between two.
struct ReportText {
  Format format;
  TextStyle style;

  [[nodiscard]] std::string opening() const {
    switch (format) {
      case Format::json:
        return fmt::format("{{\"schema\":\"{}\",\"reports\":[\n", json_schema);
      case Format::csv:
        return csv_header_of_reports();
      case Format::gobench:
        return gobench_header();
      default:
        return {};
    }
  }

  [[nodiscard]] std::string between() const {
    switch (format) {
      case Format::json:
        return ",\n";
      case Format::text:
      case Format::markdown:
        return "\n";
      default:
        return {};
    }
  }

  [[nodiscard]] std::string closing() const { return format == Format::json ? "\n]}\n" : ""; }

  void operator()(std::string& text, const Report& report) const {
    switch (format) {
      case Format::json:
        append_json(text, report);
        break;
      case Format::ndjson:
        append_json(text, report);
        text += '\n';
        break;
      case Format::csv:
        append_csv_row(text, report);
        break;
      case Format::text:
        text += render_text(page_of(report), style);
        break;
      case Format::markdown:
        text += render_markdown(page_of(report));
        break;
      case Format::gobench:
        text += gobench_of(report);
        break;
      case Format::github:
      case Format::sarif:
      case Format::html:
      case Format::sqlite:
      case Format::bmf:
      case Format::github_benchmark:
      case Format::prometheus:
      case Format::junit:
        break;  // not among convert's formats
    }
  }
};

// Reads into the sink and says on stderr how far it is and, of folders, what was found.
InputResult read_watched(const CommonOptions& common, Streams& io, InputSink& sink) {
  InputResult read;
  {
    InputWatch watch(common, io);
    watch.attach(sink);
    read = read_inputs(common.inputs, io.in, sink);
  }
  if (read.worth_a_summary) io.err << "abstat: " << summary_of(read.counts) << "\n";
  return read;
}

InputResult read_printed(const CommonOptions& common, Streams& io, const ReportPrinting& printing) {
  InputSink sink;
  sink.problem = [&](InputProblem&& problem) { io.err << message_of(problem.problem) << "\n"; };
  sink.printing = &printing;
  return read_watched(common, io, sink);
}

// Its runs go into a file that grows, instead of a text that replaces one.
ExitCode add_to_database(const CommonOptions& common, Streams& io) {
  if (common.output.empty()) {
    io.err << "abstat: convert: -f sqlite needs -o FILE: the database to add to\n";
    return ExitCode::usage;
  }
  auto database = RunDatabase::open(common.output);
  if (!database) {
    io.err << message_of(database.error()) << "\n";
    return ExitCode::io;
  }
  InputSink sink{[&](Report&& report) { (*database)->add(report); },
                 {},
                 [&](InputProblem&& problem) { io.err << message_of(problem.problem) << "\n"; }};
  const InputResult read = read_watched(common, io, sink);
  if (const auto written = (*database)->commit(); !written) {
    io.err << message_of(written.error()) << "\n";
    return worst(read.exit_code, ExitCode::io);
  }
  io.err << fmt::format("abstat: {}: {} runs added, {} known already\n", visible(common.output),
                        (*database)->added(), (*database)->known());
  return read.exit_code;
}

// More would only wait for the one that reads, and each holds a piece of the text.
unsigned threads_of(const CommonOptions& options) {
  constexpr unsigned most_threads = 16;
  const unsigned wanted = options.threads > 0 ? options.threads : std::thread::hardware_concurrency();
  return std::clamp(wanted, 1U, most_threads);
}

// An input without reports leaves no output, not even what stands in front of the first.
InputResult print_reports(const CommonOptions& common, Streams& io, ResultOutput& output) {
  const ReportText report_text{common.format, output.style()};
  bool any = false;
  const ReportPrinting printing{threads_of(common), report_text, report_text.between(),
                                [&](std::string_view text) {
                                  output.stream() << (any ? report_text.between() : report_text.opening());
                                  output.stream() << text;
                                  any = true;
                                }};
  const InputResult result = read_printed(common, io, printing);
  if (any) output.stream() << report_text.closing();
  return result;
}

}  // namespace

ExitCode convert(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "convert", "Turns reports into typed data: one JSON object, CSV row or table for each.",
      {{"abstat convert samples/web-stacks.md -f json", "every field of every report, null where absent"},
       {"abstat convert runs/ -f csv -o runs.csv", "one row per report of a folder"},
       {"abstat convert runs/ -f sqlite -o runs.db", "adds the runs that are not yet in a database"}},
      {Format::ndjson, Format::gobench, Format::sqlite});
  bool count = false;
  line.app().add_flag("--count", count,
                      "Read everything and print only how many reports of each status there were");
  if (const auto over = line.parse(args, io)) return *over;

  if (line.common().format == Format::sqlite && !count) return add_to_database(line.common(), io);
  ResultOutput output(line.common(), io);
  const InputResult result = count ? read_printed(line.common(), io, {threads_of(line.common())})
                                   : print_reports(line.common(), io, output);
  if (result.counts.total_reports() == 0) return result.exit_code;
  if (count) output.write(StatusCounts{result.counts.reports});
  return worst(result.exit_code, output.finish());
}

}  // namespace abstat
