// What a command says of a --baseline that is none of the stacks.
#pragma once

#include "cli/exit_code.hpp"

#include <string>

#include <abstat/comparison.hpp>

namespace abstat {

struct BaselineProblem {
  std::string message;  // behind "abstat: "; without control characters
  ExitCode code;
};

// No stack at all where ab gave up in every report: then nothing was wrong with the option.
[[nodiscard]] BaselineProblem problem_of(const UnknownBaseline& unknown, const std::string& command);

}  // namespace abstat
