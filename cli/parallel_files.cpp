#include "cli/parallel_files.hpp"

#include "cli/input_part.hpp"
#include "cli/input_reading.hpp"
#include "cli/turns.hpp"

#include <algorithm>
#include <memory>

namespace abstat {

namespace {

// Short files that one thread reads before it looks round: few enough that all threads have some.
std::size_t files_at_once(std::size_t files, unsigned threads) {
  constexpr std::size_t most_files = 32;
  constexpr std::size_t parts_per_thread = 4;
  return std::clamp<std::size_t>(files / (threads * parts_per_thread), 1, most_files);
}

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
  const unsigned threads = threads_for(files.size(), sink.printing->threads);
  const std::size_t at_once = files_at_once(files.size(), threads);
  Turns turns(threads);
  const auto read_files = [&](Turns::Turn turn) {
    const auto part = std::make_shared<InputPart>(sink, counts);
    part->sink().come_first = [&turns, turn, part = part.get()] {
      turns.wait_for(turn);
      part->come_first();
    };
    if (turns.is_due(turn)) part->come_first();
    const std::size_t first = turn * at_once;
    for (const InputFile& file : files.subspan(first, std::min(at_once, files.size() - first))) {
      const std::size_t before = part->reports();
      read_input(file, standard_input, part->sink(), part->counts());
      part->in_order([&read, &file, found = part->reports() - before] { read(file, found); });
    }
    turns.end(turn, [part] { part->hand_over(); });
  };
  turns.run([&] {
    while (const auto turn = turns.begin([&](Turns::Turn next) { return next * at_once < files.size(); }))
      read_files(*turn);
  });
}

}  // namespace abstat
