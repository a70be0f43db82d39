#include "cli/parallel_reports.hpp"

#include "cli/input_part.hpp"
#include "cli/line_ends.hpp"
#include "cli/report_delivery.hpp"

#include <atomic>
#include <thread>
#include <utility>

#include <abstat/report_reader.hpp>

namespace abstat {

namespace {

// A text in which no report begins for so many pieces is read as it comes.
constexpr std::size_t most_pieces = 4;

}  // namespace

// A reader and what it has found.
struct ParallelReports::Reading {
  Reading(const InputFile& input, const InputSink& sink, InputCounts& counts, std::size_t line)
      : file(input), part(sink, counts), reader(reader_from(line)) {}

  // The part has been handed over; another text begins on this line.
  void begin(std::size_t line) { reader = reader_from(line); }

  // True when nothing behind this text depends on it.
  [[nodiscard]] bool read(std::string_view text, Cut end) {
    reader.feed(text);
    if (end == Cut::end_of_text) reader.finish();
    return end == Cut::end_of_text || (end == Cut::before_report && reader.finish_before_report());
  }

  [[nodiscard]] ReportReader reader_from(std::size_t line) {
    return {
        file.path,
        [this](Report&& report) { hand_over_report(std::move(report), file, part.sink(), part.counts()); },
        [this](Problem&& problem) {
          part.sink().problem({ExitCode::ok, std::move(problem)});
        },
        line};
  }

  const InputFile& file;
  InputPart part;
  ReportReader reader;
};

struct ParallelReports::Piece {
  explicit Piece(std::size_t room) { static_cast<void>(text.room_for(room + 1)); }

  PieceText text;
  std::size_t bytes = 0;  // of it, those not counted with the piece before
  Cut begin = Cut::before_report;
  Cut end = Cut::before_report;
  std::size_t line = 1;
  std::unique_ptr<Reading> reading;
  bool complete = false;
  std::thread::id user;
  std::atomic<bool> is_handed_over = true;
};

// One that has been handed over, if there is any: best one that this thread has had, because its memory is in
// the cache. Turns bounds how many there are.
std::shared_ptr<ParallelReports::Piece> ParallelReports::free_piece(std::shared_ptr<Piece>& spare) {
  const auto here = std::this_thread::get_id();
  std::shared_ptr<Piece> free;
  for (const auto& piece : pieces_) {
    if (!piece->is_handed_over) continue;
    if (!free || piece->user == here) free = piece;
  }
  if (!free) free = pieces_.emplace_back(std::move(spare));
  free->is_handed_over = false;
  free->user = here;
  return free;
}

ParallelReports::ParallelReports(const InputFile& file, const InputSink& sink, InputCounts& counts,
                                 std::size_t piece_bytes)
    : file_(file), sink_(sink), counts_(counts), piece_bytes_(piece_bytes), turns_(sink.printing->threads) {}

ParallelReports::~ParallelReports() = default;

std::size_t ParallelReports::read(std::string_view beginning, std::size_t line, const More& more) {
  rest_ = beginning;
  line_ = line;
  turns_.run([&] { work(more); });
  return reports_;
}

void ParallelReports::work(const More& more) {
  std::shared_ptr<Piece> piece;
  std::shared_ptr<Piece> spare;  // made while nobody waits for it
  const auto take_next = [&](Turns::Turn) {
    piece = free_piece(spare);
    return take(*piece, more);
  };
  while (true) {
    if (!spare) spare = std::make_shared<Piece>(piece_bytes_);
    const auto turn = turns_.begin(take_next);
    if (!turn) return;
    read(*piece);
    turns_.end(*turn, [this, piece] { hand_over(*piece); });
  }
}

bool ParallelReports::take(Piece& piece, const More& more) {
  if (ended_) return false;
  piece.begin = begin_;
  piece.line = line_;
  piece.text.clear();
  piece.text.append(rest_);
  std::size_t cut = 0;
  while (!ended_ && cut == 0 && piece.text.size() < most_pieces * piece_bytes_) {
    ended_ = !more(piece.text);
    if (piece.text.size() >= piece_bytes_) cut = last_report_beginning(piece.text.view());
  }
  piece.bytes = piece.text.size() - rest_.size();
  begin_ = cut != 0 ? Cut::before_report : Cut::anywhere;
  piece.end = ended_ ? Cut::end_of_text : begin_;
  if (ended_ || cut == 0) cut = piece.text.size();
  rest_ = piece.text.view().substr(cut);
  piece.text.cut(cut);
  line_ += line_ends_in(piece.text.view());
  return true;
}

void ParallelReports::read(Piece& piece) {
  if (piece.begin == Cut::anywhere) return;
  if (piece.reading) {
    piece.reading->begin(piece.line);
  } else {
    piece.reading = std::make_unique<Reading>(file_, sink_, counts_, piece.line);
  }
  piece.complete = piece.reading->read(piece.text.view(), piece.end);
}

void ParallelReports::hand_over(Piece& piece) {
  if (unfinished_) {  // what was read without it is dropped
    piece.reading = std::move(unfinished_);
    piece.complete = piece.reading->read(piece.text.view(), piece.end);
  }
  InputPart& part = piece.reading->part;
  part.counts().bytes += piece.bytes;
  reports_ += part.counts().total_reports();
  part.hand_over();
  if (sink_.progress) sink_.progress(counts_);
  if (!piece.complete) unfinished_ = std::move(piece.reading);
  piece.is_handed_over = true;
}

}  // namespace abstat
