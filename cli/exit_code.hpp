// The exit codes, the same for every command; the worst one wins.
#pragma once

#include <cstdint>
#include <string_view>

namespace abstat {

enum class ExitCode : std::uint8_t {
  ok = 0,
  judged_wrong =
      1,      // a contradicted or inexact claim, a regression beyond the margin, a failed audit identity
  usage = 2,  // unknown command, option, format, metric or baseline; no input
  cannot_judge = 3,  // no report where one was expected, too few runs for a gate that was asked for
  io = 4,            // an input or output failed
};

// For --help and abstat help exit-codes.
inline constexpr std::string_view about_exit_codes =
    "  0  all well\n"
    "  1  what was judged is wrong: a contradicted or inexact claim, a regression, a broken identity\n"
    "  2  the command line is wrong\n"
    "  3  cannot judge: no report in an input, or too few runs for what was asked\n"
    "  4  an input or output failed\n\n"
    "The worst one counts; of several inputs the good ones are answered all the same.\n";

}  // namespace abstat
