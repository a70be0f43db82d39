#include "cli/run.hpp"

#include <ostream>

namespace abstat {

ExitCode run(std::span<const std::string> args, Streams& io) {
  if (args.size() == 1 && args.front() == "--version") {
    io.out << "abstat " ABSTAT_VERSION "\n";
    return ExitCode::ok;
  }
  io.err << "abstat: expected a command\n";
  return ExitCode::usage;
}

}  // namespace abstat
