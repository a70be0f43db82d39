#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/input_watch.hpp"
#include "cli/inputs.hpp"
#include "cli/ordered_rendering.hpp"
#include "cli/result_output.hpp"
#include "cli/run_database.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <ostream>
#include <thread>
#include <utility>

#include <abstat/csv.hpp>
#include <abstat/display_text.hpp>
#include <abstat/exports.hpp>
#include <abstat/json.hpp>
#include <abstat/pages.hpp>
#include <abstat/report_lines.hpp>

namespace abstat {

namespace {

// The text of consecutive reports, of which the first is the index-th of all. What stands before the first
// one is written with it: an input without reports leaves no output.
struct ReportText {
  Format format;
  TextStyle style;

  void operator()(std::string& text, std::size_t index, std::span<const Report> reports) const {
    for (const Report& report : reports) append(text, index++, report);
  }

  void append(std::string& text, std::size_t index, const Report& report) const {
    switch (format) {
      case Format::json:
        text += index == 0 ? fmt::format("{{\"schema\":\"{}\",\"reports\":[\n", json_schema) : ",\n";
        append_json(text, report);
        break;
      case Format::ndjson:
        append_json(text, report);
        text += '\n';
        break;
      case Format::csv:
        if (index == 0) text += csv_header_of_reports();
        append_csv_row(text, report);
        break;
      case Format::text:
        text += (index == 0 ? "" : "\n") + render_text(page_of(report), style);
        break;
      case Format::markdown:
        text += (index == 0 ? "" : "\n") + render_markdown(page_of(report));
        break;
      case Format::gobench:
        text += (index == 0 ? gobench_header() : "") + gobench_of(report);
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

unsigned threads_of(const CommonOptions& options) {
  return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
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
  Workers workers(threads_of(line.common()));
  std::optional<OrderedRendering> rendering;
  InputSink sink{
      [&](Report&& report) {
        if (count) return;
        if (!rendering) {
          rendering.emplace(workers, ReportText{line.common().format, output.style()}, output.stream());
        }
        rendering->take(std::move(report));
      },
      {},
      [&](InputProblem&& problem) { io.err << message_of(problem.problem) << "\n"; }};
  sink.workers = &workers;
  const InputResult result = read_watched(line.common(), io, sink);
  if (result.counts.total_reports() == 0) return result.exit_code;
  if (count) {
    output.write(StatusCounts{result.counts.reports});
  } else if (rendering) {
    rendering->finish();
    if (line.common().format == Format::json) output.stream() << "\n]}\n";
  }
  return worst(result.exit_code, output.finish());
}

}  // namespace abstat
