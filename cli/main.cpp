#include "cli/run.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <unistd.h>
#include <vector>

// A reader that has seen enough closes the pipe: no error, and nothing left to do.
extern "C" void reader_has_gone(int /*signal*/) {
  std::_Exit(0);
}

int main(int argc, char** argv) {
  std::signal(SIGPIPE, reader_has_gone);
  std::ios::sync_with_stdio(false);
  static std::array<char, 1U << 18U> buffer;
  std::cout.rdbuf()->pubsetbuf(buffer.data(), buffer.size());
  const std::vector<std::string> args(argv + 1, argv + argc);
  abstat::Streams io{std::cin, std::cout, std::cerr, isatty(STDOUT_FILENO) == 1};
  return static_cast<int>(abstat::run(args, io));
}
