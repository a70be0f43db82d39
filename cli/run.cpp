#include "cli/run.hpp"

#include "cli/commands.hpp"
#include "cli/nearest_name.hpp"
#include "cli/standard_output.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ostream>
#include <vector>

#include <abstat/display_text.hpp>

namespace abstat {

namespace {

struct Command {
  std::string_view name;
  std::string_view summary;
  ExitCode (*run)(std::span<const std::string> args, Streams& io);
};

constexpr std::array commands{
    Command{"report", "one page: what was measured, ranking, speedups, claims, audit", report},
    Command{"convert", "typed data from reports: JSON, CSV, markdown", convert},
    Command{"compare", "speedups against a baseline, with their uncertainty", compare},
    Command{"rank", "the order of stacks, and how far the data establishes it", rank},
    Command{"check", "whether a document's claims follow from its reports", check},
    Command{"render", "the marked tables of a document, written anew from its reports", render},
    Command{"audit", "whether reports are consistent with themselves", audit},
    Command{"plot", "one drawing as SVG or PNG: rank, speedup, latency, runs, scaling", plot},
    Command{"schema", "the JSON Schema of what -f json writes", schema},
    Command{"plan", "a script of ab runs that would settle a comparison", plan},
    Command{"help", "formats, statistics, verdicts, exit-codes, metrics: abstat help TOPIC", help},
};

std::vector<std::string> names_of_commands() {
  std::vector<std::string> names;
  for (const Command& command : commands) names.emplace_back(command.name);
  return names;
}

std::string help_of_all() {
  std::string text =
      "Usage: abstat COMMAND [OPTION]... INPUT...\n\n"
      "Reads reports of ApacheBench (ab) from logs, folders and documents, says which differences\n"
      "are real, and whether what a document concludes follows from its reports.\n\n"
      "Commands:\n";
  for (const Command& command : commands) text += fmt::format("  {:<10}{}\n", command.name, command.summary);
  text +=
      "\nabstat COMMAND --help and abstat help TOPIC tell more. abstat --version prints the version.\n"
      "\nExample:\n  abstat report samples/web-stacks.md\n"
      "\nExit codes:\n";
  return text.append(about_exit_codes);
}

}  // namespace

ExitCode run(std::span<const std::string> args, Streams& io) {
  if (args.empty()) {
    io.err << fmt::format("abstat: expected a command: {}\n", fmt::join(names_of_commands(), ", "));
    return ExitCode::usage;
  }
  const std::string& first = args.front();
  if (first == "--version") {
    io.out << "abstat " ABSTAT_VERSION "\n";
    return flush_standard_output(io);
  }
  if (first == "--help" || first == "-h") {
    io.out << help_of_all();
    return flush_standard_output(io);
  }
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const Command& command) { return command.name == first; });
  if (found == commands.end()) {
    const std::vector<std::string> names = names_of_commands();
    io.err << fmt::format("abstat: expected a command: {}; found '{}'{}\n", fmt::join(names, ", "),
                          visible(first), suggestion(first, names));
    return ExitCode::usage;
  }
  return found->run(args.subspan(1), io);
}

}  // namespace abstat
