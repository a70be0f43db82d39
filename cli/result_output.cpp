#include "cli/result_output.hpp"

#include "cli/input_problem.hpp"
#include "cli/standard_output.hpp"

#include <cerrno>
#include <cstdlib>
#include <string_view>

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
  if (options_.output.empty()) return flush_standard_output(io_);
  if (file_) {
    if (auto written = file_->commit(); !written) problem_ = written.error();
  }
  if (!problem_) return ExitCode::ok;
  io_.err << message_of(*problem_) << "\n";
  return ExitCode::io;
}

}  // namespace abstat
