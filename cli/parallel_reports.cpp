#include "cli/parallel_reports.hpp"

#include <utility>
#include <vector>

#include <abstat/line_shift.hpp>

namespace abstat {

namespace {

// A text in which no report begins for so many pieces is read as it comes.
constexpr std::size_t most_pieces = 8;

// The memory of what has been handed back: fresh pages cost more than reading into used ones.
template <typename T>
T taken_from(std::vector<T>& spares) {
  if (spares.empty()) return {};
  T spare = std::move(spares.back());
  spares.pop_back();
  spare.clear();
  return spare;
}

}  // namespace

// A reader and what it has found, with lines counted from where it began.
struct ParallelReportReader::Reading {
  Reading(const std::string& file, std::vector<Report> room)
      : reports(std::move(room)),
        reader(
            file, [this](Report&& report) { reports.push_back(std::move(report)); },
            [this](Problem&& problem) { problems.push_back(std::move(problem)); }) {}

  // True when nothing behind this text depends on it.
  [[nodiscard]] bool read(std::string_view text, Cut end) {
    reader.feed(text);
    if (end == Cut::end_of_text) reader.finish();
    return end == Cut::end_of_text || (end == Cut::before_report && reader.finish_before_report());
  }

  std::vector<Report> reports;
  std::vector<Problem> problems;
  ReportReader reader;
};

class ParallelReportReader::Piece : public Job {
 public:
  Piece(ParallelReportReader& owner, std::string text, std::vector<Report> room, Cut begin, Cut end)
      : owner_(owner), text_(std::move(text)), room_(std::move(room)), begin_(begin), end_(end) {}

  void run() override {
    if (begin_ == Cut::anywhere) return;
    reading_ = std::make_unique<Reading>(owner_.file_, std::move(room_));
    complete_ = reading_->read(text_, end_);
  }

  void hand_back() override {
    if (owner_.unfinished_) {
      reading_ = std::move(owner_.unfinished_);
      complete_ = reading_->read(text_, end_);
    }
    owner_.deliver(*reading_);
    owner_.spare_texts_.push_back(std::move(text_));
    if (complete_) {
      owner_.lines_ += reading_->reader.lines();
      owner_.spare_reports_.push_back(std::move(reading_->reports));
    } else {
      owner_.unfinished_ = std::move(reading_);
    }
  }

 private:
  ParallelReportReader& owner_;
  std::string text_;
  std::vector<Report> room_;
  Cut begin_;
  Cut end_;
  std::unique_ptr<Reading> reading_;
  bool complete_ = false;
};

ParallelReportReader::ParallelReportReader(Workers& workers, std::string file, ReportReader::Sink sink,
                                           ReportReader::Problems problems, std::size_t piece_bytes)
    : file_(std::move(file)),
      sink_(std::move(sink)),
      problems_(std::move(problems)),
      piece_bytes_(piece_bytes),
      pieces_(workers) {}

ParallelReportReader::~ParallelReportReader() = default;

void ParallelReportReader::feed(std::string_view text) {
  while (!text.empty()) {
    const std::string_view next = text.substr(0, piece_bytes_);
    text_.append(next);
    text.remove_prefix(next.size());
    if (text_.size() >= piece_bytes_) cut();
  }
}

void ParallelReportReader::cut() {
  const std::size_t end = last_report_beginning(text_);
  if (end == 0 && text_.size() < most_pieces * piece_bytes_) return;
  std::string rest = taken_from(spare_texts_);
  if (end != 0) {
    rest.assign(text_, end);
    text_.resize(end);
  }
  submit(end != 0 ? Cut::before_report : Cut::anywhere);
  text_ = std::move(rest);
}

void ParallelReportReader::submit(Cut end) {
  pieces_.add(std::make_unique<Piece>(*this, std::move(text_), taken_from(spare_reports_), begin_, end));
  text_.clear();
  begin_ = end;
  is_whole_ = false;
}

void ParallelReportReader::finish() {
  if (is_whole_) {  // a small text needs no threads
    Piece piece(*this, std::move(text_), {}, begin_, Cut::end_of_text);
    piece.run();
    piece.hand_back();
  } else {
    submit(Cut::end_of_text);
    pieces_.finish();
  }
}

void ParallelReportReader::deliver(Reading& reading) {
  for (Report& report : reading.reports) {
    shift_lines(report, lines_);
    sink_(std::move(report));
  }
  reading.reports.clear();
  for (Problem& problem : reading.problems) {
    problem.where.line += lines_;
    problems_(std::move(problem));
  }
  reading.problems.clear();
}

}  // namespace abstat
