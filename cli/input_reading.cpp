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

// Holds back the beginning of a text until its kind is known, then passes everything to the reader for it.
class InputReading {
 public:
  InputReading(const InputFile& file, const InputSink& sink, InputCounts& counts)
      : file_(file), sink_(sink), counts_(counts), delivery_(file, sink, counts) {}

  // False when the rest of the input is of no interest.
  bool feed(std::string_view text) {
    if (kind_) return pass(text);
    if (beginning_.empty() && text.size() >= kind_sample_bytes) return start(text);
    beginning_.append(text);
    return beginning_.size() < kind_sample_bytes || start(beginning_);
  }

  void finish() {
    if (!kind_) start(beginning_);
    if (auto* const text = std::get_if<ReportReader>(&reader_)) text->finish();
    if (auto* const text = std::get_if<std::unique_ptr<ParallelReportReader>>(&reader_)) (*text)->finish();
    if (auto* const html = std::get_if<HtmlReportReader>(&reader_)) html->finish();
    if (auto* const log = std::get_if<RequestLogReader>(&reader_)) finish_log(*log);
    reader_.emplace<std::monostate>();  // a document may need the memory
    delivery_.finish();
    if (delivery_.reports() == 0 && !log_taken_) complain_of_no_report();
  }

 private:
  bool start(std::string_view beginning) {
    kind_ = kind_of(beginning);
    const auto take = [this](Report&& report) { delivery_.take(std::move(report)); };
    const auto complain = [this](Problem&& problem) { sink_.problem({ExitCode::ok, std::move(problem)}); };
    if (kind_ == InputKind::text && reads_in_parallel()) {
      reader_.emplace<std::unique_ptr<ParallelReportReader>>(
          std::make_unique<ParallelReportReader>(*sink_.workers, file_.path, take, complain));
    } else if (kind_ == InputKind::text) {
      reader_.emplace<ReportReader>(file_.path, take, complain);
    }
    if (kind_ == InputKind::html) reader_.emplace<HtmlReportReader>(file_.path, take);
    if (kind_ == InputKind::request_log && sink_.request_log) reader_.emplace<RequestLogReader>(file_.path);
    return pass(beginning);
  }

  [[nodiscard]] bool reads_in_parallel() const {
    return sink_.workers != nullptr && sink_.workers->threads() > 1;
  }

  bool pass(std::string_view text) {
    if (auto* const log = std::get_if<RequestLogReader>(&reader_)) {
      log->feed(text);
      return true;
    }
    if (std::holds_alternative<std::monostate>(reader_)) return false;
    delivery_.see_text(text);
    if (auto* const reports = std::get_if<ReportReader>(&reader_)) reports->feed(text);
    if (auto* const reports = std::get_if<std::unique_ptr<ParallelReportReader>>(&reader_))
      (*reports)->feed(text);
    if (auto* const html = std::get_if<HtmlReportReader>(&reader_)) html->feed(text);
    return true;
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
  std::string beginning_;
  std::optional<InputKind> kind_;
  std::variant<std::monostate, ReportReader, std::unique_ptr<ParallelReportReader>, HtmlReportReader,
               RequestLogReader>
      reader_;
  bool log_taken_ = false;
};

Result<ByteSource> open_input(const InputFile& file, std::istream& standard_input) {
  if (file.standard_input()) return ByteSource::from(standard_input, file.path);
  return ByteSource::open(file.path);
}

}  // namespace

void read_input(const InputFile& file, std::istream& standard_input, const InputSink& sink,
                InputCounts& counts) {
  Result<ByteSource> source = open_input(file, standard_input);
  if (!source) return sink.problem({ExitCode::io, source.error()});
  ++counts.files;
  InputReading reading(file, sink, counts);
  read_text(
      std::move(source), file.path,
      [&](std::string_view text) {
        counts.bytes += text.size();
        if (sink.progress) sink.progress(counts);
        return reading.feed(text);
      },
      sink.problem);
  reading.finish();
}

}  // namespace abstat
