#include "report_assembler.hpp"

#include "era.hpp"
#include "line_beginnings.hpp"

#include <algorithm>
#include <utility>

#include <abstat/limits.hpp>

namespace abstat {

namespace {

using enum LineKind;

bool is_list_or_table(std::string_view prefix) {
  return prefix.find_first_of("-*+|") != std::string_view::npos;
}

// Without a line end nobody knows whether "Complete requests:      10" went on.
bool ends_with_number(LineKind kind) {
  constexpr LineKinds ends_with_words =
      LineKinds::of(document_length, rampup_delay, time_taken, failed_breakdown, total_transferred,
                    html_transferred, time_per_request, time_per_request_all, rate_received, rate_sent,
                    rate_total, times_heading, times_columns, warning, percentiles_heading, percentile_100);
  return !ends_with_words.has(kind);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

// Nothing that stands inside a report: neither a damaged line of ab nor a sign for lines that were left out.
bool is_prose(std::string_view line) {
  return !is_decorated_blank(line) && !begins_like_a_line(line) && !is_elision(line);
}

template <typename Text>
void add_distinct(std::vector<std::string>& texts, Text text, std::size_t most) {
  if (texts.size() < most && std::find(texts.begin(), texts.end(), text) == texts.end())
    texts.emplace_back(text);
}

}  // namespace

ReportAssembler::ReportAssembler(std::string file, Sink sink)
    : file_(std::move(file)), sink_(std::move(sink)) {}

bool ReportAssembler::has_report_lines() const {
  return report_ && last_ >= server_software;
}

void ReportAssembler::set_prefix() {
  prefix_ = line.prefix;
  prefix_kind_ = line.prefix_kind;
}

void ReportAssembler::begin() {
  report_.emplace();
  report_->source.file = file_;
  report_->source.first_line = line.number;
  traits_ = {};
  seen_ = {};
  last_ = usage_error;
  last_line_ = line.number;
  set_prefix();
  confirmed_ = line.prefix_kind != PrefixKind::loose_words;
  if (line.prefix.empty()) learned.learn({});
  path_.reset();
  clear_gap();
}

void ReportAssembler::accept(LineKind kind) {
  if (path_) since_path_.push_back({line.number, std::string(line.text)});
  last_ = std::max(last_, kind);
  seen_.insert(kind);
  last_line_ = line.number;
  confirmed_ = confirmed_ || kind == banner;
  last_smooth_ = path_ ? usage_error : last_smooth_behind(kind);
}

void ReportAssembler::clear_gap() {
  gap_.clear();
  gap_size_ = 0;
  gap_has_text_ = false;
  gap_has_break_ = false;
}

// The foreign lines turned out to stand inside the report.
void ReportAssembler::keep_gap() {
  for (UnparsedLine& foreign : gap_) {
    if (report_->unparsed.size() >= limits::unparsed_lines) break;
    report_->unparsed.push_back(std::move(foreign));
  }
  clear_gap();
}

bool ReportAssembler::fits_prefix() const {
  if (line.behind_prefix && line.prefix_kind == PrefixKind::none) return true;
  // What stands in front of a banner may be the beginning of a string: data = `This is ApacheBench, …
  if (line.prefix_kind == PrefixKind::none) return prefix_kind_ == PrefixKind::none || last_ == banner;
  return prefix_kind_ != PrefixKind::none && prefix_size_in(line.prefix, prefix_) == line.prefix.size();
}

bool ReportAssembler::continues(LineKind kind) const {
  if (!fits_prefix() || gap_has_break_) return false;
  if (kind == last_) return kind == warning || kind == usage_error;
  const bool adjacent = line.number <= last_line_ + 1;
  if (kind < last_)
    return adjacent && !seen_.has(kind) && is_list_or_table(line.prefix) && is_list_or_table(prefix_);
  if (!gap_has_text_ || last_ < server_software) return true;
  return follow_each_other(*report_, era_of(*report_, traits_, seen_), last_, kind);
}

bool ReportAssembler::take(LineKind kind) {
  if (kind > last_ && kind <= last_smooth_) [[likely]] {
    last_ = kind;
    seen_.insert(kind);
    last_line_ = line.number;
    if (kind == LineKind::document_path || kind == LineKind::document_length)
      last_smooth_ = last_smooth_behind(kind);
    return true;
  }
  return take_in_context(kind);
}

bool ReportAssembler::take_in_context(LineKind kind) {
  if (!report_) {
    begin();
    accept(kind);
    return true;
  }
  const bool adjacent = line.number <= last_line_ + 1;
  if (path_ && kind == document_length && adjacent) {
    return_to_path();
    accept(kind);
    return true;
  }
  if (continues(kind)) {
    // A path with a line break in it: "/ok?x=\nFailed requests:        99". Only ab prints Document Length
    // next.
    if (last_ == document_path && kind != document_length && !path_) {
      if (line.text.empty()) return false;
      path_ = Run{*report_, traits_, seen_, last_, last_line_};
      since_path_.clear();
    }
    keep_gap();
    confirmed_ = true;
    if (line.prefix_kind == PrefixKind::none && !line.behind_prefix) set_prefix();
    accept(kind);
    return true;
  }
  if (line.prefix_kind != PrefixKind::none && prefix_kind_ == PrefixKind::none && kind != banner &&
      (adjacent || line.prefix_kind == PrefixKind::loose_words)) {
    return false;
  }
  close(ReportEnd::next_report);
  begin();
  accept(kind);
  return true;
}

bool ReportAssembler::take_progress() {
  if (report_ && last_ >= total && line.number > last_line_ + 1) close(ReportEnd::next_report);
  if (!report_) begin();
  if (last_ <= progress) {
    keep_gap();
    accept(progress);
  }
  last_line_ = line.number;
  return true;
}

void ReportAssembler::take_end_of_run() {
  if (dumping_ && has_report_lines()) return_to_run();
  traits_.finished = true;
  dump_done_ = true;
}

bool ReportAssembler::take_message(std::string_view text, bool gives_up) {
  if (!report_ || gap_has_break_) return false;
  add_distinct(report_->messages, text, limits::messages);
  keep_gap();
  last_line_ = line.number;
  if (!gives_up) return true;
  traits_.gave_up = true;
  std::string& reason = report_->status_reason;
  if (reason.find(text) == std::string::npos && reason.size() < limits::unparsed_bytes) {
    reason += reason.empty() ? "" : "; ";
    reason += text;
  }
  return true;
}

bool ReportAssembler::take_abort(std::int64_t requests_done) {
  if (!report_ || gap_has_break_) return false;
  keep_gap();
  last_line_ = line.number;
  traits_.gave_up = true;
  traits_.counted_before_abort = true;
  report_->requests.done_before_abort = requests_done;
  return true;
}

bool ReportAssembler::take_usage_error(std::string_view text, bool gives_up) {
  if (!take_in_context(LineKind::usage_error)) return false;
  if (!take_message(text, false)) return false;
  report_->status_reason = text;
  traits_.usage = gives_up;
  traits_.gave_up = gives_up;
  return true;
}

bool ReportAssembler::take_usage() {
  if (!report_ || last_ != usage_error) return false;
  traits_.usage = true;
  traits_.gave_up = true;
  accept(usage);
  return true;
}

void ReportAssembler::take_dump() {
  if (!report_) begin();
  if (dumping_ && has_report_lines()) {
    held_.clear();
    return_to_run();
    return;
  }
  if (has_report_lines()) begin();  // the dump of a run whose beginning was cut away
  if (dumping_ && line.number == last_line_) return;
  if (dumping_ && seen_.has(benchmarking) && run_ &&
      report_->source.first_line != run_->report.source.first_line) {
    release();
    dumping_ = false;
  }
  if (!dumping_) {
    last_ = progress;
    run_ = Run{*report_, traits_, seen_, last_, last_line_};
  }
  dumping_ = true;
  dump_done_ = false;
  clear_gap();
}

void ReportAssembler::return_to_run() {
  report_ = run_->report;
  traits_ = run_->traits;
  seen_ = run_->seen;
  last_ = run_->last;
  last_line_ = run_->last_line;
  path_.reset();
  clear_gap();
}

void ReportAssembler::return_to_path() {
  *report_ = std::move(path_->report);
  traits_ = path_->traits;
  seen_ = path_->seen;
  last_ = path_->last;
  path_.reset();
  gap_ = std::move(since_path_);
  keep_gap();
}

void ReportAssembler::take_unknown(std::string_view shown, std::string_view text) {
  if (!report_ || is_blank(shown)) return;
  if (dumping_ && !has_report_lines()) return;
  if (last_ == usage && (shown.starts_with("    ") || shown.starts_with("Options are:"))) {
    last_line_ = line.number;
    return;
  }
  look_closely();
  gap_has_break_ = gap_has_break_ || is_section_break(shown);
  gap_has_text_ = gap_has_text_ || gap_has_break_ || is_prose(shown);
  if (++gap_size_ > limits::gap_lines) {
    close(ReportEnd::other_text);
  } else if (!is_only_decoration(shown)) {
    gap_.push_back({line.number, std::string(text.substr(0, limits::unparsed_bytes))});
  }
}

bool ReportAssembler::finish_before_report() {
  if (dumping_ || path_) return false;
  // Otherwise the banner would belong to the report at hand.
  const bool is_begun =
      !report_ || seen_.has(LineKind::banner) || (last_ > banner && !is_list_or_table(prefix_));
  if (is_begun) close(ReportEnd::next_report);
  return is_begun;
}

void ReportAssembler::close(ReportEnd end) {
  if (!report_) return;
  if (confirmed_ && is_evidence(seen_, traits_)) {
    report_->source.last_line = last_line_;
    report_->era = era_of(*report_, traits_, seen_);
    // ab -r goes on after a message; only trunk reports after it gave up.
    const bool reported = has_report_lines() && !(report_->era == AbEra::e8 && traits_.counted_before_abort);
    if (reported) traits_.gave_up = false;
    report_->status = report_status(*report_, traits_, seen_, end);
    if (report_->status != ReportStatus::aborted) report_->status_reason.clear();
    correct(*report_, traits_);
    hand_over(std::move(*report_));
  }
  report_.reset();
  last_ = none;
  look_closely();
  clear_gap();
  if (dumping_ && dump_done_ && end == ReportEnd::next_report) release();
}

void ReportAssembler::hand_over(Report&& report) {
  if (!dumping_) {
    sink_(std::move(report));
    return;
  }
  held_.push_back(std::move(report));
  if (held_.size() >= limits::held_reports) release();
}

void ReportAssembler::release() {
  dumping_ = false;
  run_.reset();
  for (Report& report : std::exchange(held_, {})) sink_(std::move(report));
}

void ReportAssembler::finish(bool last_line_open) {
  if (last_line_open && has_report_lines()) {
    const bool unknown =
        gap_.size() == 1 && line.number == last_line_ + 1 && begins_like_a_line(gap_.back().text);
    if (unknown) {
      keep_gap();
      last_line_ = line.number;
    }
    const bool has_suffix = traits_.longest_request || traits_.last_request;
    traits_.cut_in_line = last_line_ == line.number &&
                          (unknown || ends_with_number(last_) || (last_ == percentile_100 && !has_suffix));
  }
  close(ReportEnd::end_of_input);
  release();
}

}  // namespace abstat
