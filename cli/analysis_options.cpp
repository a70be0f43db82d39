#include "cli/analysis_options.hpp"

#include "cli/nearest_name.hpp"
#include "cli/result_output.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ostream>
#include <utility>

#include <abstat/display_text.hpp>
#include <abstat/report_key.hpp>

namespace abstat {

namespace {

// An option that takes one of some named values.
template <typename Value, typename Take>
void add_choice(CLI::App& app, const std::string& name, const std::vector<Value>& values, std::string about,
                const char* type, Take take) {
  std::vector<std::string_view> names;
  for (const Value value : values) names.push_back(to_string(value));
  app.add_option_function<std::string>(
         name,
         [=](const std::string& asked) {
           const auto found = std::find(names.begin(), names.end(), asked);
           if (found == names.end()) {
             throw CLI::ValidationError(fmt::format("{}: expected one of {}, found '{}'", name,
                                                    fmt::join(names, ", "), visible(asked)));
           }
           take(values[static_cast<std::size_t>(found - names.begin())]);
         },
         fmt::format("One of {};\n{}", fmt::join(names, ", "), about))
      ->type_name(type);
}

// The field that was meant, where the problem is its name.
std::string field_suggestion(const Problem& problem) {
  return problem.expected.starts_with("a field") ? suggestion(problem.found, field_names()) : "";
}

void add_where(CLI::App& app, std::optional<Filter>& where) {
  app.add_option_function<std::string>(
         "--where",
         [&where](const std::string& expression) {
           auto filter = parse_filter(expression);
           if (!filter) {
             const Problem& problem = filter.error();
             throw CLI::ValidationError(fmt::format("--where:{}: expected {}, found {}{}",
                                                    problem.where.column, problem.expected,
                                                    visible(problem.found), field_suggestion(problem)));
           }
           where = *filter;
         },
         "Only reports for which this holds, such as\n'concurrency == 100 and requests.failed == 0'")
      ->type_name("EXPR");
}

// Nothing: grouped as usual.
Result<ReportKey> key_of(const std::string& text, const std::vector<Document>& documents) {
  if (text.empty()) return ReportKey();
  return parse_report_key(text, documents);
}

}  // namespace

void add_analysis_options(CommandLine& line, AnalysisOptions& options, const Choices& choices) {
  CLI::App& app = line.app();
  line.add_metrics(options.metrics);
  line.add_level(options.level);
  add_choice(app, "--method", choices.methods, "paired for runs in blocks and log-t otherwise unless told",
             "METHOD", [&options](Method method) { options.method = method; });
  add_choice(app, "--adjust", choices.adjustments,
             "how the error of the whole table is kept in hand;\nholm unless told; the others go with "
             "--method log-t",
             "HOW", [&options](Adjustment adjustment) { options.adjustment = adjustment; });
  app.add_option("--group-by", options.group_by,
                 "What makes a stack: fields such as stack,concurrency,\nheading:LEVEL or path:REGEX")
      ->type_name("KEY");
  app.add_option("--block", options.block,
                 "What runs made side by side share; the file's stem\nunless told (01 of runs/sync/01.log)")
      ->type_name("KEY");
  add_where(app, options.where);
  app.add_flag("--borrow-sd", options.borrow_sd,
               "Lend stacks with one run the run-to-run variation of\nthe others; the result is labelled so");
  line.add_share(
      "--run-cv",
      "Assume this variation from run to run where a stack\nhas one run; the result is labelled so",
      options.run_cv);
  app.add_flag("--length-ok", options.length_ok, "Failures of length alone are a page that varies");
  app.add_flag("--sensitivity", options.sensitivity, "Show stacks with outliers also without them");
  app.add_flag("--naive", options.naive,
               "Show of single runs what sd over root n would say,\nwhich holds the truth far less often "
               "than it claims");
  app.add_flag("--force", options.force, "Compare what differs in workload all the same");
}

tl::expected<SelectedReports, ExitCode> select_reports(const CommonOptions& common,
                                                       const AnalysisOptions& options, Streams& io) {
  const bool grouped = !options.group_by.empty() || !options.block.empty();
  ReadReports read = read_reports_of(common, io, grouped ? KeepDocuments::yes : KeepDocuments::no);
  if (read.reports.empty()) return tl::unexpected(read.exit_code);
  Grouping grouping;
  for (auto [name, text, key] : {std::tuple{"--group-by", &options.group_by, &grouping.stack},
                                 std::tuple{"--block", &options.block, &grouping.block}}) {
    auto parsed = key_of(*text, read.documents);
    if (!parsed) {
      io.err << fmt::format("abstat: {}: expected {}, found {}{}\n", name, parsed.error().expected,
                            visible(parsed.error().found), field_suggestion(parsed.error()));
      return tl::unexpected(ExitCode::usage);
    }
    *key = std::move(*parsed);
  }
  if (options.where) {
    const std::size_t before = read.reports.size();
    std::erase_if(read.reports, [&](const Report& report) { return !options.where->matches(report); });
    if (read.reports.empty()) {
      io.err << fmt::format("abstat: --where: expected a report for which it holds, found none among {}\n",
                            before);
      return tl::unexpected(worst(read.exit_code, ExitCode::cannot_judge));
    }
  }
  return SelectedReports{std::move(read.reports), std::move(grouping), read.exit_code};
}

}  // namespace abstat
