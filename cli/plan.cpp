#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/result_output.hpp"

#include <cstdint>
#include <fmt/format.h>
#include <functional>
#include <ostream>
#include <utility>
#include <vector>

#include <abstat/display_text.hpp>
#include <abstat/plan.hpp>

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

void add_options(CLI::App& app, PlanOptions& options) {
  add_count(app, "-n", "Requests of each run; 1000 unless told",
            [&](std::size_t n) { options.requests = static_cast<std::int64_t>(n); });
  add_count(app, "-c", "Connections at once; 100 unless told",
            [&](std::size_t c) { options.concurrency = static_cast<std::int64_t>(c); });
  add_count(app, "--replicates", "Runs of each stack; 5 unless told",
            [&](std::size_t r) { options.replicates = r; });
  add_count(app, "--seed", "Another random order; 1 unless told",
            [&](std::size_t seed) { options.seed = seed; });
  app.add_flag("-k,--keep-alive", options.keep_alive, "Use ab -k");
  app.add_option("--folder", options.folder, "Where the logs go; runs unless told")->type_name("FOLDER");
}

}  // namespace

ExitCode plan(std::span<const std::string> args, Streams& io) {
  CommandLine line(
      "plan",
      "Prints a shell script that runs ab on each stack in an order that drift cannot favour and\n"
      "leaves the logs where compare and rank look for them.",
      {{"abstat plan sync=http://localhost:8000/ gevent=http://localhost:8001/ > runs.sh",
        "five runs of each, interleaved"}},
      {}, CommandLine::Reads::stacks);
  PlanOptions options;
  add_options(line.app(), options);
  if (const auto over = line.parse(args, io)) return *over;

  std::vector<PlannedStack> stacks;
  for (const std::string& argument : line.common().inputs) {
    const std::size_t equals = argument.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == argument.size()) {
      io.err << fmt::format("abstat: plan: expected NAME=URL, found '{}'\n", visible(argument));
      return ExitCode::usage;
    }
    stacks.push_back({argument.substr(0, equals), argument.substr(equals + 1)});
  }
  ResultOutput output(line.common(), io);
  output.stream() << shell_script(plan_runs(stacks, options));
  return output.finish();
}

}  // namespace abstat
