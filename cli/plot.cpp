#include "cli/analysis_options.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/nearest_name.hpp"
#include "cli/picture.hpp"
#include "cli/result_output.hpp"
#include "cli/unknown_baseline.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ostream>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

#include <abstat/display_text.hpp>
#include <abstat/plot.hpp>
#include <abstat/scaling.hpp>

namespace abstat {

namespace {

struct Asked {
  std::vector<Report> reports;
  Grouping grouping;
  Connections connections;  // of a sweep's reports, where they are those with one number of connections
  Metric metric;
  AnalysisOptions options;
  std::string baseline;
  double margin;
  PlotUse use;
};

// The drawing, or what is said behind "abstat: " where something is missing for it.
struct Missing {
  std::string message;
  ExitCode exit_code;
};
using Drawing = tl::expected<std::string, Missing>;

tl::unexpected<Missing> nothing_of(const std::string& expected) {
  return tl::unexpected(
      Missing{fmt::format("plot: expected {}, found none", expected), ExitCode::cannot_judge});
}

Drawing draw_rank(const Asked& asked) {
  RankOptions options;
  take_over(asked.options, asked.grouping, options);
  options.metric = asked.metric;
  options.probabilities = RankProbabilities::none;
  const Ranking ranking = rank_reports(asked.reports, options);
  if (ranking.stacks.empty()) return nothing_of("a stack with a value of " + asked.metric.name());
  return svg_of(ranking, asked.use, asked.connections);
}

Drawing draw_speedup(const Asked& asked) {
  CompareOptions options;
  take_over(asked.options, asked.grouping, options);
  options.metric = asked.metric;
  options.baseline = asked.baseline;
  options.margin = asked.margin;
  const auto comparison = compare_reports(asked.reports, options);
  if (!comparison) {
    const BaselineProblem problem = problem_of(comparison.error(), "plot");
    return tl::unexpected(Missing{problem.message, problem.code});
  }
  if (comparison->comparisons.empty()) return nothing_of("two stacks with a value");
  return svg_of(*comparison, asked.use, asked.connections);
}

Drawing draw_latency(const Asked& asked) {
  const LatencyProfile profile = latency_profile(asked.reports, asked.options.level, asked.grouping);
  if (profile.stacks.empty()) return nothing_of("a report with percentiles");
  return svg_of(profile, asked.use, asked.connections);
}

Drawing draw_runs(const Asked& asked) {
  const RunOrder order = run_order(asked.reports, asked.metric, asked.grouping);
  if (order.stacks.empty()) return nothing_of("a run with a value of " + asked.metric.name());
  return svg_of(order, asked.use);
}

Drawing draw_scaling(const Asked& asked) {
  const Scaling scaling = scaling_of(asked.reports, asked.metric, asked.options.level, asked.grouping);
  if (scaling.series.empty()) return nothing_of("a stack measured at two or more numbers of connections");
  return svg_of(scaling, asked.use);
}

struct Kind {
  std::string_view name;
  Drawing (*draw)(const Asked& asked);
  bool compares_stacks;  // which is fair with the same number of connections only
};

constexpr std::array kinds{
    Kind{"rank", draw_rank, true},  Kind{"speedup", draw_speedup, true},  Kind{"latency", draw_latency, true},
    Kind{"runs", draw_runs, false}, Kind{"scaling", draw_scaling, false},
};

void keep_common_load(Asked& asked, Streams& io) {
  const Scaling scaling = scaling_of(asked.reports, asked.metric, asked.options.level, asked.grouping);
  auto load = common_load(asked.reports, scaling, asked.grouping);
  if (!load) return;
  io.err << fmt::format(
      "abstat: plot: several numbers of connections; drawn with {}, --where 'concurrency == N' draws "
      "another\n",
      load->concurrency);
  asked.reports = std::move(load->reports);
  asked.grouping.stack = {};
  asked.connections = load->concurrency;
}

std::vector<std::string> names_of_kinds() {
  std::vector<std::string> names;
  for (const Kind& kind : kinds) names.emplace_back(kind.name);
  return names;
}

const Kind* kind_named(const std::string& name, Streams& io) {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == name; });
  if (found != kinds.end()) return &*found;
  const std::vector<std::string> names = names_of_kinds();
  io.err << fmt::format("abstat: plot: expected one of {}; found '{}'{}\n", fmt::join(names, ", "),
                        visible(name), suggestion(name, names));
  return nullptr;
}

}  // namespace

ExitCode plot(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "plot",
      "One drawing alone: rank, speedup, latency, runs or scaling. Its text is text, and it has a\n"
      "title and a description for those who do not see it. PNG needs the program rsvg-convert.",
      {{"abstat plot rank runs/ -o rank.svg", "values, intervals and ranks"},
       {"abstat plot latency runs/ -o latency.png", "percentiles, as a picture of pixels"}},
      {}, CommandLine::Reads::drawing);
  AnalysisOptions options;
  options.metrics = {{MetricKind::goodput}};
  std::string baseline = "first";
  double margin = 1.05;
  add_analysis_options(line, options,
                       {{Method::log_t, Method::paired}, {Adjustment::holm, Adjustment::games_howell}});
  line.app()
      .add_option("--baseline", baseline, "Of speedup: a stack's name, first or best; first unless told")
      ->type_name("STACK");
  line.add_margin(margin);
  if (const auto over = line.parse(args, io)) return *over;
  CommonOptions common = line.common();
  const Kind* kind = kind_named(common.inputs.front(), io);
  if (kind == nullptr) return ExitCode::usage;
  common.inputs.erase(common.inputs.begin());
  if (common.inputs.empty()) {
    io.err << "abstat: plot: expected an input: a file, a folder, NAME=PATH, or - for standard input\n";
    return ExitCode::usage;
  }

  auto selected = select_reports(common, options, io);
  if (!selected) return selected.error();
  const bool pixels = common.output.ends_with(".png");
  Asked asked{std::move(selected->reports),
              selected->grouping,
              {},
              options.metrics.front(),
              options,
              baseline,
              margin,
              pixels ? PlotUse::light_file : PlotUse::file};
  if (kind->compares_stacks) keep_common_load(asked, io);
  const Drawing drawing = kind->draw(asked);
  if (!drawing) {
    io.err << "abstat: " << visible(drawing.error().message) << "\n";
    return worst(selected->exit_code, drawing.error().exit_code);
  }
  Result<std::string> bytes = pixels ? png_of(*drawing) : Result<std::string>(*drawing);
  if (!bytes) {
    io.err << message_of(bytes.error()) << "\n";
    return ExitCode::io;
  }
  ResultOutput output(common, io);
  output.stream() << *bytes;
  return worst(selected->exit_code, output.finish());
}

}  // namespace abstat
