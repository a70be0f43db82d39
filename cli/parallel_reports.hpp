// Reads the reports of one long text on several threads. The text is cut where a report begins; each piece is
// read as if it were a text of its own, and what depends on the piece before it (a body that ab -v dumped,
// old line ends) is read once more behind that piece, so that what comes out is what one reader finds.
//
// Every thread reads its pieces from the source by itself, one at a time and into the same memory again, and
// prints what it finds: no bytes go from one processor to another but the few behind the last cut.
#pragma once

#include "cli/discovery.hpp"
#include "cli/inputs.hpp"
#include "cli/piece_text.hpp"
#include "cli/turns.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace abstat {

class ParallelReports {
 public:
  // Appends what comes next to the text; false when nothing comes behind it.
  using More = std::function<bool(PieceText&)>;

  // Enough work to be worth a turn, little enough to stay in the cache of one processor.
  static constexpr std::size_t usual_piece_bytes = std::size_t{256} * 1024;

  // The sink prints; everything in front of this text is out.
  ParallelReports(const InputFile& file, const InputSink& sink, InputCounts& counts,
                  std::size_t piece_bytes = usual_piece_bytes);
  ~ParallelReports();
  ParallelReports(const ParallelReports&) = delete;
  ParallelReports& operator=(const ParallelReports&) = delete;

  // UTF-8 text whose beginning, on this line of the file, begins a report; more is called to its end. How
  // many reports there are.
  std::size_t read(std::string_view beginning, std::size_t line, const More& more);

 private:
  enum class Cut { before_report, anywhere, end_of_text };
  struct Reading;
  struct Piece;

  void work(const More& more);
  [[nodiscard]] std::shared_ptr<Piece> free_piece(std::shared_ptr<Piece>& spare);
  [[nodiscard]] bool take(Piece& piece, const More& more);
  void read(Piece& piece);
  void hand_over(Piece& piece);

  const InputFile& file_;
  const InputSink& sink_;
  InputCounts& counts_;
  std::size_t piece_bytes_;
  Turns turns_;

  // For the thread that takes a piece; where the next one begins.
  std::vector<std::shared_ptr<Piece>> pieces_;  // used again and again
  std::string rest_;                            // of the text behind the last cut
  Cut begin_ = Cut::before_report;
  std::size_t line_ = 1;
  bool ended_ = false;

  // For the thread whose turn has come.
  std::unique_ptr<Reading> unfinished_;  // goes on behind its piece, because the next one depends on it
  std::size_t reports_ = 0;
};

}  // namespace abstat
