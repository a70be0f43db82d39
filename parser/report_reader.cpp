#include "line_cutter.hpp"
#include "line_reader.hpp"
#include "line_text.hpp"

#include <algorithm>
#include <utility>

#include <abstat/limits.hpp>
#include <abstat/report_reader.hpp>

namespace abstat {

namespace {

// Nothing that ab may have said itself: "Benchmarking localhost (be patient)...This is ApacheBench,
// Version 2.3".
bool is_line_prefix(std::string_view text) {
  if (text.empty()) return true;
  if (text.size() > limits::prefix_bytes) return false;
  const bool timestamp = std::none_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'S') || (c >= 'U' && c <= 'Y') || c == '\r';
  });
  return timestamp || prefix_kind(text) != PrefixKind::loose_words;
}

}  // namespace

struct ReportReader::State {
  State(std::string file, Sink sink, Problems problems, std::size_t first_line)
      : lines(std::move(file), std::move(sink), std::move(problems), first_line) {}

  LineReader lines;
  LineCutter<LineReader> cutter{lines};
};

ReportReader::ReportReader(std::string file, Sink sink, Problems problems, std::size_t first_line)
    : state_(std::make_unique<State>(std::move(file), std::move(sink), std::move(problems), first_line)) {}
ReportReader::~ReportReader() = default;
ReportReader::ReportReader(ReportReader&&) noexcept = default;
ReportReader& ReportReader::operator=(ReportReader&&) noexcept = default;

void ReportReader::feed(std::string_view bytes) {
  state_->cutter.feed(bytes);
}

void ReportReader::finish() {
  state_->cutter.finish();
}

bool ReportReader::finish_before_report() {
  return state_->cutter.is_between_lines() && state_->lines.finish_before_report();
}

std::size_t ReportReader::line() const {
  return state_->lines.line();
}

std::size_t last_report_beginning(std::string_view text) {
  constexpr std::string_view banner = "This is ApacheBench, Version ";
  constexpr std::size_t searched = std::size_t{64} * 1024;
  const std::size_t from = text.size() - std::min(searched, text.size());
  for (std::size_t found = text.rfind(banner); found != std::string_view::npos && found > from;
       found = text.rfind(banner, found - 1)) {
    const std::size_t line = text.rfind('\n', found) + 1;
    if (line == 0 || is_line_prefix(text.substr(line, found - line))) return line;
  }
  return 0;
}

std::vector<Report> read_reports(std::string_view text, std::string file) {
  std::vector<Report> reports;
  ReportReader reader(std::move(file), [&reports](Report&& report) { reports.push_back(std::move(report)); });
  reader.feed(text);
  reader.finish();
  return reports;
}

}  // namespace abstat
