// The exit codes, the same for every command; the worst one wins.
#pragma once

#include <cstdint>

namespace abstat {

enum class ExitCode : std::uint8_t {
  ok = 0,
  judged_wrong =
      1,      // a contradicted or inexact claim, a regression beyond the margin, a failed audit identity
  usage = 2,  // unknown command, option, format, metric or baseline; no input
  cannot_judge = 3,  // no report where one was expected, too few runs for a gate that was asked for
  io = 4,            // an input or output failed
};

}  // namespace abstat
