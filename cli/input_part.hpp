// What one part of the input (a file, or a piece of a long one) leads to: printed reports, problems and
// counts, held back until everything in front of it is out.
#pragma once

#include "cli/inputs.hpp"

#include <cstddef>
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

  // Everything in front of it is out: what comes is handed over when it is worth a call.
  void come_first();
  // Hands what is held over to the whole. Everything in front of it is out.
  void hand_over();

  // Handed over so far.
  [[nodiscard]] std::size_t reports() const { return reports_; }

 private:
  void take(const Report& report);
  void write();

  const InputSink& whole_;
  InputCounts& counts_of_whole_;
  InputSink sink_;
  InputCounts counts_;
  std::string text_;
  std::vector<InputProblem> problems_;
  std::size_t reports_ = 0;
  bool is_first_ = false;
};

}  // namespace abstat
