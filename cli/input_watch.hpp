// What a command says on stderr while it reads: a line of progress where that is a terminal and the work is
// long, and with -v what was read from where.
#pragma once

#include "cli/command_line.hpp"
#include "cli/inputs.hpp"
#include "cli/run.hpp"

#include <chrono>
#include <string>

namespace abstat {

class InputWatch {
 public:
  InputWatch(const CommonOptions& options, Streams& io);
  // Takes the line of progress away.
  ~InputWatch();
  InputWatch(const InputWatch&) = delete;
  InputWatch& operator=(const InputWatch&) = delete;

  // Must live as long as the sink is in use.
  void attach(InputSink& sink);

 private:
  using Clock = std::chrono::steady_clock;

  void show(const InputCounts& counts);
  void clear();

  bool verbose_;
  bool progress_;
  std::ostream& err_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point shown_ = begun_;
  bool line_stands_ = false;
};

// "abstat: 1.2 of 3.4 GiB, 12345 reports, 7 s left"; without the rest where the amount is not known.
[[nodiscard]] std::string progress_text(const InputCounts& counts, double seconds);

}  // namespace abstat
