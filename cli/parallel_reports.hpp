// Reads the reports of one long text on several threads. The text is cut where a report begins; each piece is
// read as if it were a text of its own, and what depends on the piece before it (a body that ab -v dumped,
// old line ends) is read once more behind that piece, so that the reports are those of one reader.
#pragma once

#include "cli/ordered_work.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/report_reader.hpp>

namespace abstat {

class ParallelReportReader {
 public:
  // Enough work to be worth handing to another thread, little enough to stay in its cache.
  static constexpr std::size_t usual_piece_bytes = std::size_t{128} * 1024;

  ParallelReportReader(Workers& workers, std::string file, ReportReader::Sink sink,
                       ReportReader::Problems problems, std::size_t piece_bytes = usual_piece_bytes);
  ~ParallelReportReader();
  ParallelReportReader(const ParallelReportReader&) = delete;
  ParallelReportReader& operator=(const ParallelReportReader&) = delete;

  // UTF-8 bytes, cut anywhere.
  void feed(std::string_view text);
  void finish();

 private:
  enum class Cut { before_report, anywhere, end_of_text };
  struct Reading;
  class Piece;

  void cut();
  void submit(Cut end);
  void deliver(Reading& reading);

  std::string file_;
  ReportReader::Sink sink_;
  ReportReader::Problems problems_;
  std::size_t piece_bytes_;
  std::string text_;                     // of the piece at hand
  Cut begin_ = Cut::before_report;       // where it was cut off; a text begins as a report does
  bool is_whole_ = true;                 // the piece at hand is all of the text so far
  std::size_t lines_ = 0;                // in front of what is delivered next
  std::unique_ptr<Reading> unfinished_;  // goes on behind its piece, because the next one depends on it
  std::vector<std::string> spare_texts_;
  std::vector<std::vector<Report>> spare_reports_;
  OrderedWork pieces_;
};

}  // namespace abstat
