#include "cli/attaching.hpp"

#include "cli/decoded_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include <abstat/attachments.hpp>
#include <abstat/input_kind.hpp>
#include <abstat/limits.hpp>
#include <abstat/report_reader.hpp>

namespace abstat {

namespace {

bool is_stderr(const std::string& path) {
  const std::size_t name = path.rfind('/') == std::string::npos ? 0 : path.rfind('/');
  return path.find(".err", name) != std::string::npos || path.find(".stderr", name) != std::string::npos;
}

InputKind kind_of_file(const std::string& path, const ProblemSink& complain) {
  std::string beginning;
  const auto take = [&](std::string_view text) {
    beginning.append(text.substr(0, kind_sample_bytes - beginning.size()));
    return beginning.size() < kind_sample_bytes;
  };
  read_text(ByteSource::open(path), path, take, complain);
  return kind_of(beginning);
}

std::optional<RequestLog> read_log(const std::string& path, const ProblemSink& complain) {
  RequestLogReader reader(path);
  const auto take = [&](std::string_view text) {
    reader.feed(text);
    return true;
  };
  read_text(ByteSource::open(path), path, take, complain);
  Result<RequestLog> log = reader.finish();
  if (!log) return std::nullopt;  // a header alone: the run completed nothing
  return std::move(*log);
}

void complain_of_other_run(const std::string& file, std::string expected, std::string found,
                           const ProblemSink& complain) {
  complain({ExitCode::ok, problem_in(file, std::move(expected), std::move(found) + "; it is not attached")});
}

bool is_of_run(const RequestLog& log, const Report& report, const ProblemSink& complain) {
  const auto complete = report.requests.complete;
  const std::uint64_t rows = log.rows + log.unparsed_rows;
  if (log.headers == 1 && (!complete || static_cast<std::uint64_t>(*complete) == rows)) return true;
  complain_of_other_run(
      log.file,
      complete ? fmt::format("the {} requests of the report beside it", *complete) : "one request log",
      log.headers > 1 ? fmt::format("{} logs", log.headers) : fmt::format("{}", rows), complain);
  return false;
}

// The report prints whole milliseconds of what the file has with microseconds.
bool is_of_run(const PercentileFile& file, const Report& report, const ProblemSink& complain) {
  const auto& maximum = file.ms.back();
  const auto printed = report.percentiles_ms ? report.percentiles_ms->at(100) : std::nullopt;
  if (!maximum || !printed || printed->interval().meets(maximum->interval())) return true;
  complain_of_other_run(file.file, "the longest request of the report beside it, " + printed->text() + " ms",
                        maximum->text() + " ms", complain);
  return false;
}

std::optional<PercentileFile> percentiles_for(Companions& companions, const Report& report,
                                              const ProblemSink& complain) {
  if (!companions.percentile_path) return std::nullopt;
  std::optional<std::uint64_t> n;
  if (report.requests.complete && *report.requests.complete > 0) n = *report.requests.complete;
  Result<PercentileFile> file =
      read_percentile_file(companions.percentile_text, *companions.percentile_path, n);
  if (!file || !is_of_run(*file, report, complain)) return std::nullopt;
  return std::move(*file);
}

// What ab's words on stderr mean for a run, as the reader of reports judges them behind an unfinished start.
std::optional<Report> outcome_of(const std::string& stderr_text) {
  std::string whole =
      "This is ApacheBench, Version 2.3 <$Revision$>\n"
      "Copyright 1996 Adam Twiss, Zeus Technology Ltd, http://www.zeustech.net/\n"
      "Licensed to The Apache Software Foundation, http://www.apache.org/\n\n"
      "Benchmarking localhost (be patient)\n";
  std::vector<Report> reports = read_reports(whole + stderr_text, "");
  if (reports.empty()) return std::nullopt;
  return std::move(reports.front());
}

void add_messages(const std::string& stderr_text, Report& report) {
  std::optional<Report> outcome = outcome_of(stderr_text);
  if (!outcome) return;
  for (std::string& message : outcome->messages) {
    const bool known =
        std::find(report.messages.begin(), report.messages.end(), message) != report.messages.end();
    if (!known) report.messages.push_back(std::move(message));
  }
  const bool without_end = report.status != ReportStatus::complete && !report.time_taken_s;
  if (!without_end || outcome->status != ReportStatus::aborted) return;
  report.status = ReportStatus::aborted;
  if (report.status_reason.empty()) report.status_reason = std::move(outcome->status_reason);
}

}  // namespace

std::size_t Companions::files() const {
  return (request_log ? 1U : 0U) + (percentile_path ? 1U : 0U) + (stderr_path ? 1U : 0U);
}

Companions read_companions(const std::vector<std::string>& paths, const ProblemSink& complain) {
  Companions companions;
  for (const std::string& path : paths) {
    if (is_stderr(path)) {
      companions.stderr_path = path;
      companions.stderr_text = read_small_text(path, limits::stderr_bytes, complain);
      continue;
    }
    const InputKind kind = kind_of_file(path, complain);
    if (kind == InputKind::request_log && !companions.request_log) {
      companions.request_log = read_log(path, complain);
    } else if (kind == InputKind::percentile_file && !companions.percentile_path) {
      companions.percentile_path = path;
      companions.percentile_text = read_small_text(path, limits::percentile_file_bytes, complain);
    }
  }
  return companions;
}

void attach(Companions&& companions, Report& report, const ProblemSink& complain) {
  if (companions.stderr_path) add_messages(companions.stderr_text, report);
  Attachments attachments;
  attachments.percentile_file = percentiles_for(companions, report, complain);
  if (companions.request_log && is_of_run(*companions.request_log, report, complain)) {
    attachments.request_log = std::move(companions.request_log);
  }
  if (!attachments.request_log && !attachments.percentile_file) return;
  report.attachments = std::make_shared<const Attachments>(std::move(attachments));
}

}  // namespace abstat
