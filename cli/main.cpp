#include "cli/run.hpp"
#include "cli/terminal.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <new>
#include <string>
#include <system_error>
#include <unistd.h>
#include <vector>

// A reader that has seen enough closes the pipe: no error, and nothing left to do.
extern "C" void reader_has_gone(int /*signal*/) {
  std::_Exit(0);
}

namespace {

// What the system refuses in the midst of the work. Results are written aside until they are whole, so that
// nothing half-done is left under an output's name.
abstat::ExitCode run_or_say_why_not(const std::vector<std::string>& args, abstat::Streams& io) {
  try {
    return abstat::run(args, io);
  } catch (const std::bad_alloc&) {
    io.err << "abstat: expected enough memory for these inputs, found none left; give it fewer at a time\n";
  } catch (const std::system_error& error) {
    io.err << "abstat: expected the system to go along, found " << error.code().message() << "\n";
  }
  return abstat::ExitCode::io;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, reader_has_gone);
  std::ios::sync_with_stdio(false);
  static std::array<char, 1U << 18U> buffer;
  std::cout.rdbuf()->pubsetbuf(buffer.data(), buffer.size());
  const std::vector<std::string> args(argv + 1, argv + argc);
  abstat::Streams io{std::cin,
                     std::cout,
                     std::cerr,
                     isatty(STDOUT_FILENO) == 1,
                     abstat::columns_of_terminal(STDOUT_FILENO),
                     abstat::locale_is_ascii(),
                     isatty(STDERR_FILENO) == 1};
  return static_cast<int>(run_or_say_why_not(args, io));
}
