// What one part of the input (a file, or a piece of a long one) leads to: printed reports, problems and
// counts, held back until everything in front of it is out.
#pragma once

#include "cli/inputs.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace abstat {

class InputPart {
 public:
  // Both outlive the part; the sink prints.
  InputPart(const InputSink& whole, InputCounts& counts_of_whole);
  InputPart(const InputPart&) = delete;
  InputPart& operator=(const InputPart&) = delete;

  // For the readers of this part.
  [[nodiscard]] InputSink& sink() { return sink_; }
  [[nodiscard]] InputCounts& counts() { return counts_; }

  // Done at once or when the part is handed over, between the problems in front of it and those behind.
  void in_order(std::function<void()> step);

  // Everything in front of it is out: what comes is handed over when it is worth a call.
  void come_first();
  // Hands what is held over to the whole. Everything in front of it is out.
  void hand_over();

  // Found so far.
  [[nodiscard]] std::size_t reports() const { return reports_ + counts_.total_reports(); }

 private:
  void take(const Report& report);
  void write();

  const InputSink& whole_;
  InputCounts& counts_of_whole_;
  InputSink sink_;
  InputCounts counts_;
  std::string text_;
  std::vector<std::function<void()>> steps_;
  std::size_t reports_ = 0;  // handed over
  bool is_first_ = false;
};

}  // namespace abstat
