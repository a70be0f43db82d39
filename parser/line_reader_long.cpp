#include "line_reader.hpp"

#include <fmt/format.h>
#include <utility>

#include <abstat/limits.hpp>

namespace abstat {

// Only its parts between CRs can be lines of ab; what is too long even for that is passed over.
void LineReader::read_long_line(std::string_view piece) {
  while (!piece.empty()) {
    const std::size_t end = piece.find('\r');
    const std::string_view text = piece.substr(0, end);
    if (!text.empty()) {
      for (; crs_ > 0; --crs_) end_part();
      const std::size_t room = limits::line_bytes - part_.size();
      part_.append(text.substr(0, room));
      part_too_long_ = part_too_long_ || text.size() > room;
    }
    if (end == std::string_view::npos) return;
    ++crs_;
    piece.remove_prefix(end + 1);
  }
}

void LineReader::end_part() {
  take_long_part();
  pass_lone_cr();
}

void LineReader::take_long_part() {
  if (part_too_long_) {
    if (problems_) {
      Problem problem = problem_in(file_, fmt::format("a line of at most {} bytes", limits::line_bytes),
                                   "a longer one, which was passed over");
      problem.where.line = assembler_.line.number;
      problems_(std::move(problem));
    }
    assembler_.take_unknown(part_, part_);
  } else if (!part_.empty()) {
    read_line(part_);
  }
  part_.clear();
  part_too_long_ = false;
}

void LineReader::end_long_line() {
  take_long_part();
  crs_ = 0;
  ++assembler_.line.number;
  lf_ended_a_line_ = true;
}

void LineReader::finish_long_line() {
  take_long_part();
  give_up_fragment();
  assembler_.finish(true);
}

}  // namespace abstat
