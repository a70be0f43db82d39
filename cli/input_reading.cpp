#include "cli/input_reading.hpp"

#include "cli/byte_source.hpp"

#include <utility>

#include <abstat/decoder.hpp>
#include <abstat/limits.hpp>
#include <abstat/report_reader.hpp>

namespace abstat {

namespace {

// Names and counts the reports of one file on their way to the sink. While the file may be a document its
// text is held, and the reports with it, because the headings name them.
class InputReading {
 public:
  InputReading(const InputFile& file, const InputSink& sink, InputCounts& counts)
      : file_(file),
        sink_(sink),
        counts_(counts),
        reader_(file.path, [this](Report&& report) { take(std::move(report)); }) {}

  void feed(std::string_view text) {
    if (bytes_ == 0) holding_ = static_cast<bool>(sink_.document) || looks_like_a_document(text);
    bytes_ += text.size();
    if (holding_) hold(text);
    reader_.feed(text);
  }

  void finish() {
    reader_.finish();
    if (holding_) finish_document();
    if (reports_ > 0) return;
    if (file_.in_folder()) {
      ++counts_.without_report;
    } else {
      sink_.problem({ExitCode::cannot_judge,
                     problem_in(file_.path, "a report of ab", bytes_ == 0 ? "an empty file" : "none")});
    }
  }

 private:
  void hold(std::string_view text) {
    text_.append(text);
    if (text_.size() <= limits::document_bytes) return;
    sink_.problem({ExitCode::ok, problem_in(file_.path, "a document of at most 16 MiB",
                                            "more; its headings name no stacks")});
    holding_ = false;
    std::string().swap(text_);
    for (Report& report : held_) hand_over(std::move(report));
    held_.clear();
  }

  void finish_document() {
    Document document = read_document(text_, file_.path);
    name_stacks(held_, document);
    for (Report& report : held_) hand_over(std::move(report));
    if (sink_.document) sink_.document(std::move(document));
  }

  void take(Report&& report) {
    ++reports_;
    report.stack = file_.stack;
    if (holding_) {
      held_.push_back(std::move(report));
    } else {
      hand_over(std::move(report));
    }
  }

  void hand_over(Report&& report) {
    if (report.stack.empty()) report.stack = file_.path_stack;
    ++counts_.reports.at(static_cast<std::size_t>(report.status));
    counts_.unparsed_lines += report.unparsed.size();
    sink_.report(std::move(report));
  }

  const InputFile& file_;
  const InputSink& sink_;
  InputCounts& counts_;
  std::size_t bytes_ = 0;
  std::size_t reports_ = 0;
  bool holding_ = false;
  std::string text_;
  std::vector<Report> held_;
  ReportReader reader_;
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
  Decoder decoder(file.path, [&](std::string_view text) { reading.feed(text); });
  for (;;) {
    const Result<std::string_view> block = source->next();
    if (!block) {
      sink.problem({ExitCode::io, block.error()});
      break;
    }
    if (block->empty() || !decoder.feed(*block)) break;
  }
  if (const auto damage = decoder.finish()) sink.problem({ExitCode::io, *damage});
  reading.finish();
}

}  // namespace abstat
