// The whole program as a function: main() calls it, and so do the tests.
#pragma once

#include "cli/exit_code.hpp"

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>

namespace abstat {

// What a command reads and writes besides files.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;  // text is the default format there, markdown elsewhere
  std::size_t columns = 100;     // of that terminal
  bool ascii = false;            // it knows no other characters
  bool err_is_terminal = false;  // where long work shows how far it is
};

// args without the program's name.
[[nodiscard]] ExitCode run(std::span<const std::string> args, Streams& io);

}  // namespace abstat
