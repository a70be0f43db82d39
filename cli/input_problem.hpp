// What went wrong with an input, and the exit code it is worth.
#pragma once

#include "cli/exit_code.hpp"

#include <string>

#include <abstat/position.hpp>

namespace abstat {

struct InputProblem {
  ExitCode code = ExitCode::io;
  Problem problem;
  bool operator==(const InputProblem&) const = default;
};

// A file or folder that the system would not open, list or read; error is an errno.
[[nodiscard]] Problem cannot_read(const std::string& file, int error);

// One line without its end: "abstat: FILE:LINE:COLUMN: expected …, found …", as much of the place as is
// known.
[[nodiscard]] std::string message_of(const Problem& problem);

}  // namespace abstat
