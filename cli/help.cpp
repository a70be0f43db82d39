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

struct Topic {
  std::string_view name;
  std::string_view text;
};

constexpr std::array topics{
    Topic{"formats",
          "What -f takes. Every command that reads reports has the first four.\n\n"
          "  text                      for a terminal: aligned, with intervals drawn\n"
          "  markdown                  for GitHub; what comes out where the output is no terminal\n"
          "  csv, json                 for programs: docs/json.md, abstat schema\n"
          "  ndjson                    convert: one report a line\n"
          "  sqlite                    convert: adds to the database that -o names\n"
          "  gobench                   convert: for benchstat\n"
          "  html                      report: one file to look at, with drawings\n"
          "  bmf, github-action-benchmark, prometheus\n"
          "                            rank: values of stacks for other services\n"
          "  github                    compare, check, audit: annotations of a pull request\n"
          "  junit                     compare, check: a case for each stack or claim\n"
          "  sarif                     check, audit: for code scanning\n\n"
          "abstat-formats(5) tells more, of what is read too.\n"},
    Topic{"statistics",
          "The run is the unit. Requests of one run share its moment and its machine: they are not "
          "independent\n"
          "measurements, so one run of a stack has no interval between runs, and none is made up.\n\n"
          "  interval       of several runs: Student's t on the logarithms of their values\n"
          "  one-run bound  how far a single run may be off; a screen, never a test\n"
          "  speedup        ratio in the better direction: 1.5x is 1.5 times as good\n"
          "  ranks          every rank that the tests of all pairs (Holm) do not rule out\n"
          "  group          stacks that share a letter are not told apart\n"
          "  P(best)        chance of being the best, not adjusted for how many stacks there are\n"
          "  caveats        reservations by name; each is explained below its table\n\n"
          "docs/statistics.md has formulas, sources and measured coverage.\n"},
    Topic{"verdicts",
          "What check says of a claim:\n\n"
          "  confirmed      the figure, rounded or cut to the digits written; or the bound or order holds\n"
          "  inexact        not the figure in the report, but within its uncertainty\n"
          "  contradicted   the reports say otherwise\n"
          "  unsupported    no report in the document can carry it\n"
          "  ambiguous      it fits several readings; all are shown\n\n"
          "What compare says of a speedup:\n\n"
          "  faster, slower its interval lies on one side of 1\n"
          "  same           its interval lies within the practical margin (--margin, 5 %)\n"
          "  undetermined   none of these: more runs would tell\n\n"
          "docs/claims.md tells more.\n"},
    Topic{"exit-codes", about_exit_codes},
    Topic{"metrics",
          "What --metric takes; several with commas between where a command makes a table for each.\n\n"
          "  throughput     requests per second, as ab printed them\n"
          "  goodput        those answered whole and with 2xx: fast errors are no speed\n"
          "  mean           mean time of a request, ms; the Total row of Connection Times\n"
          "  p50 … p100     time within which so many percent were answered, ms\n"
          "  failure-rate   share of responses that failed or were not 2xx\n"
          "  transfer-rate  KiB received per second\n"},
};

std::vector<std::string> names_of_topics() {
  std::vector<std::string> names;
  for (const Topic& topic : topics) names.emplace_back(topic.name);
  return names;
}

}  // namespace

ExitCode help(std::span<const std::string> args, Streams& io) {
  const std::vector<std::string> names = names_of_topics();
  if (args.empty() || args.front() == "--help" || args.front() == "-h") {
    io.out << fmt::format(
        "Usage: abstat help TOPIC\n\nTopics: {}\n\nOptions:\n  -h, --help                Print this help and "
        "stop\n\n"
        "abstat COMMAND --help tells of a command.\n\nExample:\n  abstat help verdicts\n      what the words "
        "of check and "
        "compare mean\n",
        fmt::join(names, ", "));
    return flush_standard_output(io);
  }
  std::string asked = args.front();
  for (std::size_t i = 1; i < args.size(); ++i) asked += "-" + args[i];  // "exit codes"
  const auto found =
      std::find_if(topics.begin(), topics.end(), [&](const Topic& topic) { return topic.name == asked; });
  if (found == topics.end()) {
    io.err << fmt::format("abstat: help: expected one of the topics {}; found '{}'{}\n",
                          fmt::join(names, ", "), visible(asked), suggestion(asked, names));
    return ExitCode::usage;
  }
  io.out << found->text;
  return flush_standard_output(io);
}

}  // namespace abstat
