#include "cli/input_part.hpp"

#include <utility>

namespace abstat {

namespace {

constexpr std::size_t written_at_once = std::size_t{64} * 1024;

}  // namespace

InputPart::InputPart(const InputSink& whole, InputCounts& counts_of_whole)
    : whole_(whole), counts_of_whole_(counts_of_whole) {
  sink_.report = [this](Report&& report) { take(report); };
  sink_.problem = [this](InputProblem&& problem) {
    in_order([this, said = std::move(problem)]() mutable { whole_.problem(std::move(said)); });
  };
  sink_.progress = [this](const InputCounts&) {
    if (is_first_ && whole_.progress) hand_over();
  };
  sink_.printing = whole.printing;
}

void InputPart::in_order(std::function<void()> step) {
  if (is_first_) return step();
  steps_.push_back(std::move(step));
}

void InputPart::come_first() {
  is_first_ = true;
  hand_over();
}

void InputPart::hand_over() {
  reports_ += counts_.total_reports();
  counts_of_whole_.add(std::exchange(counts_, {}));
  for (const std::function<void()>& step : steps_) step();
  steps_.clear();
  write();
  if (whole_.progress) whole_.progress(counts_of_whole_);
}

void InputPart::take(const Report& report) {
  const ReportPrinting& printing = *whole_.printing;
  if (!printing.print) return;
  if (!text_.empty()) text_ += printing.between;
  printing.print(text_, report);
  if (is_first_ && text_.size() >= written_at_once) write();
}

void InputPart::write() {
  if (!text_.empty()) whole_.printing->write(text_);
  text_.clear();
}

}  // namespace abstat
