// Whether what was printed has arrived: a full disk shows itself only when the last bytes are written.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/run.hpp"

namespace abstat {

// Says on stderr when standard output did not take everything. A reader that has closed the pipe has seen
// enough: that is no error.
[[nodiscard]] ExitCode flush_standard_output(Streams& io);

}  // namespace abstat
