#include "cli/result_output.hpp"

#include "cli/input_problem.hpp"

#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace abstat {

namespace {

// https://no-color.org: any value but the empty one switches colours off.
bool colours_wanted(bool terminal) {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return terminal && (no_color == nullptr || *no_color == '\0') && term != nullptr &&
         std::string_view(term) != "dumb";
}

}  // namespace

ResultOutput::ResultOutput(const CommonOptions& options, Streams& io) : options_(options), io_(io) {
  errno = 0;
}

std::ostream& ResultOutput::stream() {
  if (options_.output.empty()) return io_.out;
  if (!file_) {
    auto opened = OutputFile::open(options_.output);
    if (opened) {
      file_ = std::move(*opened);
    } else if (!problem_) {
      problem_ = opened.error();
    }
  }
  return file_ ? file_->stream() : nowhere_;
}

TextStyle ResultOutput::style() const {
  TextStyle style;
  style.colour = colours_wanted(io_.out_is_terminal && options_.output.empty());
  return style;
}

ExitCode ResultOutput::finish() {
  if (file_) {
    if (auto written = file_->commit(); !written) problem_ = written.error();
  } else if (options_.output.empty()) {
    io_.out.flush();
    // A reader that has seen enough closes the pipe: no error.
    if (!io_.out && errno != EPIPE) {
      const std::string why = errno == 0 ? "a write error" : std::generic_category().message(errno);
      problem_ = problem_in("", "standard output to take the result", why);
    }
  }
  if (!problem_) return ExitCode::ok;
  io_.err << message_of(*problem_) << "\n";
  return ExitCode::io;
}

}  // namespace abstat
