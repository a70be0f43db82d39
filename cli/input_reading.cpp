#include "cli/input_reading.hpp"

#include "cli/byte_source.hpp"
#include "cli/decoded_text.hpp"
#include "cli/parallel_reports.hpp"
#include "cli/report_delivery.hpp"

#include <memory>
#include <utility>
#include <variant>

#include <abstat/html_report.hpp>
#include <abstat/input_kind.hpp>
#include <abstat/report_reader.hpp>
#include <abstat/request_log.hpp>

namespace abstat {

namespace {

// So much of a text is read before other threads are asked to help: less is read sooner than they begin.
constexpr std::size_t bytes_held_back = ByteSource::block_bytes;
constexpr std::size_t bytes_read_alone = 2 * ByteSource::block_bytes;

// Holds back the beginning of a text until its kind is known, then passes everything to the reader for it.
class InputReading {
 public:
  InputReading(const InputFile& file, const InputSink& sink, InputCounts& counts)
      : file_(file), sink_(sink), counts_(counts), delivery_(file, sink, counts) {}

  // As far as it is of interest; what it was read with is gone when this returns, and the memory free.
  void read(ByteSource source) {
    DecodedText text(std::move(source), file_.path);
    const DecodedText::Take take = [&](std::string_view piece) {
      bytes_in_all_ = text.size();
      feed(piece);
    };
    while (wants_more_ && !rest_ && text.next(take)) continue;
    if (rest_) read_rest(text);
    const bool is_damaged = wants_more_ && text.problem();
    finish_text();
    if (is_damaged) sink_.problem({ExitCode::io, *text.problem()});
  }

  void finish() {
    delivery_.finish();
    if (delivery_.reports() == 0 && !log_taken_) complain_of_no_report();
  }

 private:
  // The rest of a long text begins with a report and on this line: it can be read on several threads.
  struct Rest {
    std::string beginning;
    std::size_t line;
  };

  void feed(std::string_view text) {
    counts_.bytes += text.size();
    fed_ += text.size();
    if (sink_.progress) sink_.progress(counts_);
    if (sink_.come_first && fed_ > bytes_held_back) sink_.come_first();
    if (kind_) return pass(text);
    if (beginning_.empty() && text.size() >= kind_sample_bytes) return start(text);
    beginning_.append(text);
    if (beginning_.size() >= kind_sample_bytes) start(beginning_);
  }

  void read_rest(DecodedText& text) {
    sink_.come_first();
    ParallelReports reports(file_, sink_, counts_);
    const auto more = [&text](PieceText& piece) { return text.append_to(piece); };
    delivery_.count(reports.read(rest_->beginning, rest_->line, more));
  }

  void finish_text() {
    if (!kind_) start(beginning_);
    if (auto* const text = std::get_if<ReportReader>(&reader_)) text->finish();
    if (auto* const html = std::get_if<HtmlReportReader>(&reader_)) html->finish();
    if (auto* const log = std::get_if<RequestLogReader>(&reader_)) finish_log(*log);
    reader_.emplace<std::monostate>();
  }

  void start(std::string_view beginning) {
    kind_ = kind_of(beginning);
    const auto take = [this](Report&& report) { delivery_.take(std::move(report)); };
    const auto complain = [this](Problem&& problem) { sink_.problem({ExitCode::ok, std::move(problem)}); };
    if (kind_ == InputKind::text) reader_.emplace<ReportReader>(file_.path, take, complain);
    if (kind_ == InputKind::html) reader_.emplace<HtmlReportReader>(file_.path, take);
    if (kind_ == InputKind::request_log && sink_.request_log) reader_.emplace<RequestLogReader>(file_.path);
    pass(beginning);
  }

  void pass(std::string_view text) {
    if (auto* const log = std::get_if<RequestLogReader>(&reader_)) return log->feed(text);
    wants_more_ = !std::holds_alternative<std::monostate>(reader_);
    if (!wants_more_) return;
    delivery_.see_text(text, bytes_in_all_);
    if (auto* const reports = std::get_if<ReportReader>(&reader_)) read_reports(*reports, text);
    if (auto* const html = std::get_if<HtmlReportReader>(&reader_)) html->feed(text);
  }

  void read_reports(ReportReader& reader, std::string_view text) {
    if (rest_) {
      rest_->beginning += text;
      return;
    }
    if (others_can_help()) {
      const std::size_t cut = last_report_beginning(text);
      reader.feed(text.substr(0, cut));
      text.remove_prefix(cut);
      if (cut != 0 && reader.finish_before_report()) {
        rest_.emplace(Rest{std::string(text), reader.line()});
        return;
      }
    }
    reader.feed(text);
  }

  [[nodiscard]] bool others_can_help() const {
    return fed_ > bytes_read_alone && sink_.printing != nullptr && sink_.printing->threads > 1 &&
           delivery_.delivers_at_once();
  }

  void finish_log(RequestLogReader& reader) {
    Result<RequestLog> log = reader.finish();
    if (!log) return;
    log_taken_ = true;
    sink_.request_log(std::move(*log));
  }

  void complain_of_no_report() {
    if (file_.in_folder()) {
      const bool attachment = kind_ == InputKind::request_log || kind_ == InputKind::percentile_file;
      ++(attachment ? counts_.lone_attachments : counts_.without_report);
      return;
    }
    std::string found = delivery_.saw_text() ? "none" : "an empty file";
    if (kind_ == InputKind::request_log) found = "only a request log (ab -g) without its report";
    if (kind_ == InputKind::percentile_file) found = "only a percentile file (ab -e) without its report";
    sink_.problem({ExitCode::cannot_judge, problem_in(file_.path, "a report of ab", std::move(found))});
  }

  const InputFile& file_;
  const InputSink& sink_;
  InputCounts& counts_;
  ReportDelivery delivery_;
  std::size_t fed_ = 0;
  std::optional<std::size_t> bytes_in_all_;
  std::string beginning_;
  std::optional<InputKind> kind_;
  std::variant<std::monostate, ReportReader, HtmlReportReader, RequestLogReader> reader_;
  bool wants_more_ = true;
  std::optional<Rest> rest_;
  bool log_taken_ = false;
};

Result<ByteSource> open_input(const InputFile& file, std::istream& standard_input) {
  if (file.standard_input()) return ByteSource::from(standard_input, file.path);
  return ByteSource::open(file.path);
}

}  // namespace

void read_input(const InputFile& file, std::istream& standard_input, const InputSink& sink,
                InputCounts& counts) {
  if (file.standard_input() && sink.come_first) sink.come_first();  // it may be given twice
  Result<ByteSource> source = open_input(file, standard_input);
  if (!source) return sink.problem({ExitCode::io, source.error()});
  ++counts.files;
  InputReading reading(file, sink, counts);
  reading.read(std::move(*source));
  reading.finish();
}

}  // namespace abstat
