#include "cli/standard_output.hpp"

#include "cli/input_problem.hpp"

#include <cerrno>
#include <ostream>
#include <system_error>

namespace abstat {

ExitCode flush_standard_output(Streams& io) {
  if (io.out) errno = 0;  // of a stream that failed before, errno still tells why
  io.out.flush();
  if (io.out || errno == EPIPE) return ExitCode::ok;
  const std::string why = errno == 0 ? "a write error" : std::generic_category().message(errno);
  io.err << message_of(problem_in("", "standard output to take the result", why)) << "\n";
  return ExitCode::io;
}

}  // namespace abstat
