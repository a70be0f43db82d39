#include "cli/checked_documents.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/corrections.hpp"
#include "cli/input_problem.hpp"
#include "cli/reports.hpp"
#include "cli/result_output.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ostream>
#include <utility>

#include <abstat/display_text.hpp>

namespace abstat {

namespace {

constexpr std::size_t most_claims = 1'000'000'000;

struct CheckOptions {
  FailOn fail_on = default_fail_on();
  bool strict = false;
  std::size_t explain = 0;  // 0: no claim in particular
  bool suggest = false;
  bool write = false;
};

void add_options(CLI::App& app, CheckOptions& options) {
  app.add_flag("--strict", options.strict, "Exit 1 on any verdict but confirmed and on every caveat");
  app.add_option_function<std::string>(
         "--fail-on",
         [&options](const std::string& asked) {
           const std::vector<std::string> known = fail_on_names();
           const std::vector<std::string> names = CLI::detail::split(asked, ',');
           for (const std::string& name : names) {
             if (std::find(known.begin(), known.end(), name) != known.end()) continue;
             throw CLI::ValidationError(fmt::format("--fail-on: expected some of {}, found '{}'",
                                                    fmt::join(known, ", "), visible(name)));
           }
           options.fail_on = {names.begin(), names.end()};
         },
         "Exit 1 on these verdicts and caveats, with commas\nbetween; contradicted,inexact unless told")
      ->type_name("LIST");
  app.add_option_function<std::string>(
         "--explain",
         [&options](const std::string& asked) {
           options.explain = parse_count("--explain", asked, most_claims);
         },
         "Show claim number N in full")
      ->type_name("N");
  CLI::Option* suggest = app.add_flag(
      "--suggest", options.suggest,
      "Print a unified diff that corrects wrong numbers and stale\ntables, for patch -p1 and git apply");
  app.add_flag("--write", options.write,
               "Correct wrong numbers and stale tables in the files, then\ncheck the result")
      ->excludes(suggest);
}

// False when there is no such claim, which has been said.
bool write_explanation(const std::vector<CheckedDocument>& documents, std::size_t number,
                       ResultOutput& output, Streams& io) {
  const Page page = explanation_of(documents, number);
  if (page.parts.empty()) {
    io.err << fmt::format("abstat: --explain: expected a claim's number, found {}; there are {}\n", number,
                          number_of_claims(documents));
    return false;
  }
  output.write_page(page);
  return true;
}

// Comments for abstat that do not parse, and tables that are not what the reports say.
void write_problems(const std::vector<CheckedDocument>& documents, Streams& io) {
  for (const CheckedDocument& document : documents) {
    for (const Problem& problem : document.result.problems) io.err << message_of(problem) << "\n";
    for (const Problem& problem : document.result.stale_tables) io.err << message_of(problem) << "\n";
  }
}

// What was said on stderr when the files were read first need not be said again.
std::ostream& no_messages() {
  static std::ostream nowhere(nullptr);
  return nowhere;
}

}  // namespace

ExitCode check(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "check",
      "Says of each claim in a document whether it follows from the document's own reports, with the\n"
      "place of the claim, the place of the report and the arithmetic. Exit code 1 when one is\n"
      "contradicted or inexact or a marked table is stale, 3 when a comment for abstat does not parse.",
      {{"abstat check samples/web-stacks.md", "the verdict on each claim"},
       {"abstat check samples/web-stacks.md --explain 5", "one claim in full"},
       {"abstat check --suggest NOTE.md | patch -p1", "correct the numbers of a document"}},
      {Format::github, Format::sarif, Format::junit});
  CheckOptions options;
  add_options(line.app(), options);
  if (const auto over = line.parse(args, io)) return *over;
  if (options.strict) options.fail_on = strict_fail_on();

  ReadReports read = read_reports_of(line.common(), io, KeepDocuments::yes);
  if (read.reports.empty()) return read.exit_code;
  if (read.documents.empty()) read.exit_code = worst(read.exit_code, ExitCode::cannot_judge);
  std::vector<CheckedDocument> documents = check_documents(read.reports, std::move(read.documents));
  if (options.write) {
    const ExitCode corrected = correct_files(documents, io);
    if (corrected != ExitCode::ok) return worst(read.exit_code, corrected);
    Streams quiet{io.in, io.out, no_messages(), io.out_is_terminal, io.columns, io.ascii};
    read = read_reports_of(line.common(), quiet, KeepDocuments::yes);
    documents = check_documents(read.reports, std::move(read.documents));
  }
  write_problems(documents, io);
  ResultOutput output(line.common(), io);
  if (options.suggest) {
    write_diffs(documents, output.stream());
  } else if (options.explain == 0) {
    output.write(documents);
  } else if (!write_explanation(documents, options.explain, output, io)) {
    return ExitCode::usage;
  }
  return worst(worst(read.exit_code, exit_code_of(documents, options.fail_on)), output.finish());
}

}  // namespace abstat
