#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/result_output.hpp"

#include <ostream>

#include <abstat/json.hpp>

namespace abstat {

ExitCode schema(std::span<const std::string> args, Streams& io) {
  CommandLine line("schema",
                   "Prints the JSON Schema (draft 4) of everything that -f json and -f ndjson write.",
                   {{"abstat schema -o abstat.schema.json", "for programs that check what they read"}}, {},
                   CommandLine::Reads::nothing);
  if (const auto over = line.parse(args, io)) return *over;
  ResultOutput output(line.common(), io);
  output.stream() << json_schema_document();
  return output.finish();
}

}  // namespace abstat
