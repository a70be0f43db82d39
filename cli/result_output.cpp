#include "cli/result_output.hpp"

#include "cli/input_problem.hpp"
#include "cli/standard_output.hpp"

#include <cerrno>
#include <cstdlib>
#include <string_view>

namespace abstat {

namespace {

// https://no-color.org: any value but the empty one switches colours off, unless they are asked for.
bool colours_wanted(bool terminal, Colour colour) {
  if (colour != Colour::automatic) return colour == Colour::always;
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
  const bool to_terminal = io_.out_is_terminal && options_.output.empty();
  style.colour = colours_wanted(to_terminal, options_.colour);
  if (to_terminal) style.columns = io_.columns;
  style.ascii = to_terminal && io_.ascii;
  return style;
}

std::string ResultOutput::exported(const std::vector<Ranking>& rankings) const {
  switch (options_.format) {
    case Format::bmf:
      return bmf_of(rankings);
    case Format::github_benchmark:
      return github_benchmark_of(rankings);
    case Format::prometheus:
      return prometheus_of(rankings);
    default:
      return {};
  }
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
