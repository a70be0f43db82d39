#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/result_output.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include <abstat/display_text.hpp>
#include <abstat/plan.hpp>
#include <abstat/sample_size.hpp>

namespace abstat {

namespace {

void add_count(CLI::App& app, const std::string& name, const std::string& description,
               std::function<void(std::size_t)> take) {
  app.add_option_function<std::string>(
         name,
         [name, take = std::move(take)](const std::string& asked) {
           take(parse_count(name, asked, 1'000'000'000));
         },
         description)
      ->type_name("N");
}

// How many runs, where it follows from what they are to show.
struct Purpose {
  std::optional<double> detect;     // a difference, as a share
  std::optional<double> precision;  // half the width of an interval, as a share
  std::optional<double> run_cv;
};

void add_options(CommandLine& line, PlanOptions& options, Purpose& purpose) {
  CLI::App& app = line.app();
  add_count(app, "-n", "Requests of each run; 1000 unless told",
            [&](std::size_t n) { options.requests = static_cast<std::int64_t>(n); });
  add_count(app, "-c", "Connections at once; 100 unless told",
            [&](std::size_t c) { options.concurrency = static_cast<std::int64_t>(c); });
  add_count(app, "--replicates", "Runs of each stack; 5 unless told",
            [&](std::size_t r) { options.replicates = r; });
  constexpr auto refused = CommandLine::ShareOfZero::refused;
  line.add_share("--detect", "As many runs as show such a difference four times in\nfive; goes with --run-cv",
                 purpose.detect, refused);
  line.add_share("--precision",
                 "As many runs as give a stack an interval of so much\nto either side; goes with --run-cv",
                 purpose.precision, refused);
  line.add_share("--run-cv", "How much runs of one stack vary, such as 3%", purpose.run_cv, refused);
  add_count(app, "--seed", "Another random order; 1 unless told",
            [&](std::size_t seed) { options.seed = seed; });
  app.add_flag("--warm-up", options.warm_up, "First one run of each stack that is not kept");
  app.add_flag("-k,--keep-alive", options.keep_alive, "Use ab -k");
  app.add_option("--ab", options.more_ab_options,
                 "One more word for ab, as often as needed:\n--ab=-H --ab='Accept: text/html'")
      ->type_name("WORD")
      ->allow_extra_args(false);
  app.add_option("--folder", options.folder, "Where the logs go; runs unless told")->type_name("FOLDER");
}

// Runs of each stack, or what is wrong with the options that ask for them.
tl::expected<std::size_t, std::string> replicates_for(const Purpose& purpose, const CLI::App& app,
                                                      std::size_t told) {
  using namespace std::string_literals;
  if (!purpose.detect && !purpose.precision) {
    if (purpose.run_cv) return tl::unexpected("--run-cv: expected --detect or --precision with it"s);
    return told;
  }
  if (!purpose.run_cv) {
    return tl::unexpected(
        "--detect and --precision: expected --run-cv with them, how much runs of one stack vary"s);
  }
  if (app.count("--replicates") > 0) {
    return tl::unexpected("--replicates: expected either it or --detect and --precision"s);
  }
  std::size_t runs = 2;
  for (const auto& size :
       {purpose.detect ? runs_for_effect(*purpose.run_cv, 1 + *purpose.detect) : SampleSize{2, 0},
        purpose.precision ? runs_for_precision(*purpose.run_cv, 1 + *purpose.precision) : SampleSize{2, 0}}) {
    if (!size) return tl::unexpected("--detect and --precision: expected what 10,000 runs can show"s);
    runs = std::max(runs, size->runs);
  }
  return runs;
}

tl::expected<std::vector<PlannedStack>, std::string> stacks_of(const std::vector<std::string>& arguments) {
  std::vector<PlannedStack> stacks;
  for (const std::string& argument : arguments) {
    const std::size_t equals = argument.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == argument.size()) {
      return tl::unexpected(fmt::format("plan: expected NAME=URL, found '{}'", visible(argument)));
    }
    stacks.push_back({argument.substr(0, equals), argument.substr(equals + 1)});
    if (!is_url_for_ab(stacks.back().url)) {
      return tl::unexpected(
          fmt::format("plan: expected a URL with a path, such as http://localhost:8000/, found '{}'",
                      visible(stacks.back().url)));
    }
  }
  return stacks;
}

}  // namespace

ExitCode plan(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "plan",
      "Prints a shell script that runs ab on each stack in an order that drift cannot favour and\n"
      "leaves the logs where compare and rank look for them.",
      {{"abstat plan sync=http://localhost:8000/ gevent=http://localhost:8001/ > runs.sh",
        "five runs of each, interleaved"},
       {"abstat plan sync=http://localhost:8000/ gevent=http://localhost:8001/ --detect 5% --run-cv 3%",
        "as many as show a difference of 5 %"}},
      {}, CommandLine::Reads::stacks);
  PlanOptions options;
  Purpose purpose;
  add_options(line, options, purpose);
  if (const auto over = line.parse(args, io)) return *over;

  const auto refuse = [&](const std::string& why) {
    io.err << "abstat: " << why << "\n";
    return ExitCode::usage;
  };
  if (options.concurrency > options.requests) {
    return refuse(fmt::format("-c: expected at most as many connections as the {} requests of -n, found {}",
                              options.requests, options.concurrency));
  }
  const auto replicates = replicates_for(purpose, line.app(), options.replicates);
  if (!replicates) return refuse(replicates.error());
  options.replicates = *replicates;
  const auto stacks = stacks_of(line.common().inputs);
  if (!stacks) return refuse(stacks.error());
  ResultOutput output(line.common(), io);
  output.stream() << shell_script(plan_runs(*stacks, options));
  return output.finish();
}

}  // namespace abstat
