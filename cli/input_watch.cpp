#include "cli/input_watch.hpp"

#include <array>
#include <fmt/format.h>
#include <ostream>

#include <abstat/counted.hpp>
#include <abstat/display_text.hpp>

namespace abstat {

namespace {

// Work that is over sooner needs no line.
constexpr auto patience = std::chrono::milliseconds(700);
constexpr auto interval = std::chrono::milliseconds(150);

struct Unit {
  double bytes;
  std::string_view name;
};

Unit unit_for(double bytes) {
  constexpr std::array units{Unit{1024.0 * 1024 * 1024, "GiB"}, Unit{1024.0 * 1024, "MiB"},
                             Unit{1024, "KiB"}};
  for (const Unit& unit : units) {
    if (bytes >= unit.bytes) return unit;
  }
  return {1, "bytes"};
}

}  // namespace

std::string progress_text(const InputCounts& counts, double seconds) {
  const auto done = static_cast<double>(counts.bytes);
  const auto all = static_cast<double>(counts.bytes_in_all);
  const bool known = all > 0 && done <= all;
  const Unit unit = unit_for(known ? all : done);
  const int decimals = unit.bytes > 1 ? 1 : 0;
  std::string text = known ? fmt::format("abstat: {:.{}f} of {:.{}f} {}", done / unit.bytes, decimals,
                                         all / unit.bytes, decimals, unit.name)
                           : fmt::format("abstat: {:.{}f} {}", done / unit.bytes, decimals, unit.name);
  text += fmt::format(", {} reports", counts.total_reports());
  if (known && done > 0) text += fmt::format(", {:.0f} s left", seconds * (all - done) / done);
  return text;
}

InputWatch::InputWatch(const CommonOptions& options, Streams& io)
    : verbose_(options.verbose), progress_(io.err_is_terminal), err_(io.err) {}

InputWatch::~InputWatch() {
  clear();
}

void InputWatch::clear() {
  if (line_stands_) err_ << "\r\x1b[K" << std::flush;
  line_stands_ = false;
}

void InputWatch::show(const InputCounts& counts) {
  const Clock::time_point now = Clock::now();
  if (now - begun_ < patience || now - shown_ < interval) return;
  shown_ = now;
  line_stands_ = true;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  err_ << "\r" << progress_text(counts, seconds) << "\x1b[K" << std::flush;
}

void InputWatch::attach(InputSink& sink) {
  if (progress_) {
    sink.progress = [this](const InputCounts& counts) { show(counts); };
    // A message must not begin in the midst of the line.
    sink.problem = [this, tell = std::move(sink.problem)](InputProblem&& problem) {
      clear();
      tell(std::move(problem));
    };
  }
  if (!verbose_) return;
  sink.file_read = [this](const std::string& path, std::size_t reports) {
    clear();
    err_ << fmt::format("abstat: {}: {}\n", visible(path), counted(reports, "report", "reports"));
  };
}

}  // namespace abstat
