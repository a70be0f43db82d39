#include "cli/report_delivery.hpp"

#include "cli/byte_source.hpp"

#include <fmt/format.h>
#include <utility>

#include <abstat/limits.hpp>
#include <abstat/report_reader.hpp>

namespace abstat {

void hand_over_report(Report&& report, const InputFile& file, const InputSink& sink, InputCounts& counts) {
  if (report.stack.empty()) report.stack = file.stack.empty() ? file.path_stack : file.stack;
  ++counts.reports.at(static_cast<std::size_t>(report.status));
  counts.unparsed_lines += report.unparsed.size();
  sink.report(std::move(report));
}

ReportDelivery::ReportDelivery(const InputFile& file, const InputSink& sink, InputCounts& counts)
    : file_(file), sink_(sink), counts_(counts), companions_(read_companions(file.beside, sink.problem)) {
  counts_.attachments += companions_.files();
}

void ReportDelivery::see_text(std::string_view text, std::optional<std::size_t> bytes_in_all) {
  if (text.empty()) return;
  if (!saw_text_) is_document_ = static_cast<bool>(sink_.document) || looks_like_a_document(text);
  saw_text_ = true;
  if (!is_document_) return;
  if (bytes_in_all > most_bytes()) return give_up_document();
  if (!text_.empty()) make_room();
  text_.append(text);
  if (text_.size() > most_bytes()) give_up_document();
}

// For the largest document at once: what is not used costs nothing, and growing costs twice the memory.
void ReportDelivery::make_room() {
  constexpr std::size_t shortest_report = 1024;  // of those that come in thousands
  text_.reserve(limits::document_bytes + ByteSource::block_bytes);
  held_.reserve(limits::document_bytes / shortest_report);
}

std::size_t ReportDelivery::most_bytes() const {
  return sink_.document ? limits::checked_document_bytes : limits::document_bytes;
}

void ReportDelivery::give_up_document() {
  const std::string expected =
      fmt::format("a document of at most {} MiB", most_bytes() / (std::size_t{1} << 20U));
  if (sink_.document) {
    sink_.problem({ExitCode::ok, problem_in(file_.path, expected, "more; its claims are not read")});
  } else {
    sink_.problem({ExitCode::ok, problem_in(file_.path, expected, "more; its headings name no stacks")});
  }
  is_document_ = false;
  std::string().swap(text_);
  release_held();
}

void ReportDelivery::release_held() {
  for (Report& report : held_) deliver(std::move(report));
  held_.clear();
}

void ReportDelivery::take(Report&& report) {
  ++reports_;
  if (is_document_) {
    report.stack = file_.stack;  // a heading names only what has no name
    held_.push_back(std::move(report));
  } else {
    deliver(std::move(report));
  }
}

void ReportDelivery::deliver(Report&& report) {
  if (companions_.files() == 0) return hand_over_report(std::move(report), file_, sink_, counts_);
  if (last_) hand_over_report(std::move(*last_), file_, sink_, counts_);
  last_ = std::move(report);
}

void ReportDelivery::finish_document() {
  Document document = read_document(text_, file_.path, held_);
  name_stacks(held_, document);
  release_held();
  if (sink_.document) sink_.document(std::move(document));
}

// A run that was called wrongly leaves an empty report: what it said is on stderr.
void ReportDelivery::take_from_stderr() {
  if (!companions_.stderr_path) return;
  for (Report& report : read_reports(companions_.stderr_text, *companions_.stderr_path)) {
    if (report.status == ReportStatus::aborted) take(std::move(report));
  }
}

void ReportDelivery::finish() {
  if (is_document_) finish_document();
  if (reports_ == 0) take_from_stderr();
  if (!last_) return;
  attach(std::move(companions_), *last_, sink_.problem);
  hand_over_report(std::move(*last_), file_, sink_, counts_);
  last_.reset();
}

}  // namespace abstat
