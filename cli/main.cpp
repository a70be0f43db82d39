#include "cli/run.hpp"

#include <iostream>
#include <string>
#include <unistd.h>
#include <vector>

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  abstat::Streams io{std::cin, std::cout, std::cerr, isatty(STDOUT_FILENO) == 1};
  return static_cast<int>(abstat::run(args, io));
}
