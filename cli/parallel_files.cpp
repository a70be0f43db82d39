#include "cli/parallel_files.hpp"

#include "cli/input_part.hpp"
#include "cli/input_reading.hpp"
#include "cli/turns.hpp"

#include <algorithm>

namespace abstat {

namespace {

// A thread takes as long to begin as a few short files to read.
unsigned threads_for(std::size_t files, unsigned wanted) {
  constexpr std::size_t files_worth_a_thread = 8;
  return static_cast<unsigned>(std::clamp<std::size_t>(files / files_worth_a_thread, 1, wanted));
}

}  // namespace

void read_one_by_one(std::span<const InputFile> files, std::istream& standard_input, const InputSink& sink,
                     InputCounts& counts, const FileRead& read) {
  for (const InputFile& file : files) {
    const std::size_t before = counts.total_reports();
    read_input(file, standard_input, sink, counts);
    read(file, counts.total_reports() - before);
  }
}

void read_side_by_side(std::span<const InputFile> files, std::istream& standard_input, const InputSink& sink,
                       InputCounts& counts, const FileRead& read) {
  Turns turns;
  const auto read_file = [&](Turns::Turn turn) {
    InputPart part(sink, counts);
    part.sink().come_first = [&] {
      turns.wait_for(turn);
      part.come_first();
    };
    if (turns.is_due(turn)) part.come_first();
    read_input(files[turn], standard_input, part.sink(), part.counts());
    turns.wait_for(turn);
    part.hand_over();
    read(files[turn], part.reports());
    turns.end(turn);
  };
  const auto is_left = [&](Turns::Turn turn) { return turn < files.size(); };
  turns.run(threads_for(files.size(), sink.printing->threads), [&] {
    while (const auto turn = turns.begin(is_left)) read_file(*turn);
  });
}

}  // namespace abstat
