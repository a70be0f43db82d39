#include "line_blocks.hpp"
#include "request_log_grammar.hpp"

#include <array>
#include <limits>
#include <utility>

#include <abstat/limits.hpp>
#include <abstat/request_log.hpp>

namespace abstat {

namespace {

namespace pegtl = tao::pegtl;

// Collects what the rows say. A row counts in all columns or in none.
struct Collector {
  RequestLogReader::RowSink on_row;
  RequestLog log;
  ValueCounter connect, processing, total, waiting, starts;
  std::int64_t last_total = std::numeric_limits<std::int64_t>::min();
  std::size_t line = 0;

  void take(const RequestRow& row) {
    const StartUnit unit = start_unit_of(row.start);
    const std::int64_t second = unit == StartUnit::microseconds ? row.start / 1'000'000 : row.start;
    if (!count(second, row)) return refuse("a value beyond the span that is counted");
    ++log.rows;
    log.start_unit = unit;
    log.sorted_by_total = log.sorted_by_total && row.total_ms >= last_total;
    last_total = row.total_ms;
    if (on_row) on_row(row);
  }

  bool count(std::int64_t second, const RequestRow& row) {
    const std::array<std::pair<ValueCounter*, std::int64_t>, 5> columns{{{&starts, second},
                                                                         {&connect, row.connect_ms},
                                                                         {&processing, row.processing_ms},
                                                                         {&total, row.total_ms},
                                                                         {&waiting, row.waiting_ms}}};
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].first->add(columns[i].second)) continue;
      while (i-- > 0) columns[i].first->take_back(columns[i].second);
      return false;
    }
    return true;
  }

  void refuse(std::string_view text) {
    ++log.unparsed_rows;
    if (log.unparsed.size() >= limits::unparsed_kept) return;
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    log.unparsed.push_back({line, std::string(text.substr(0, limits::unparsed_bytes))});
  }
};

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

template <>
struct action<rules::request_log::row> {
  static void apply0(const RequestRow& row, Collector& collector) {
    ++collector.line;
    collector.take(row);
  }
};

template <>
struct action<rules::request_log::row_cut_year> {
  static void apply0(const RequestRow& row, Collector& collector) {
    collector.log.year_cut = true;
    action<rules::request_log::row>::apply0(row, collector);
  }
};

template <>
struct action<rules::request_log::header> {
  static void apply0(const RequestRow& /*unused*/, Collector& collector) {
    ++collector.line;
    ++collector.log.headers;
  }
};

template <>
struct action<rules::request_log::empty_line> {
  static void apply0(const RequestRow& /*unused*/, Collector& collector) { ++collector.line; }
};

template <>
struct action<rules::request_log::unknown_line> {
  template <typename Input>
  static void apply(const Input& in, const RequestRow& /*unused*/, Collector& collector) {
    ++collector.line;
    collector.refuse(in.string_view());
  }
};

}  // namespace

struct RequestLogReader::State {
  LineBlocks lines;
  Collector collector;

  void parse(std::string_view block) {
    pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf_crlf, const char*> in(
        block.data(), block.data() + block.size(), "");
    RequestRow row;
    pegtl::parse<rules::request_log::file, action>(in, row, collector);
  }
};

RequestLogReader::RequestLogReader(std::string file, RowSink on_row) : state_(std::make_unique<State>()) {
  state_->collector.log.file = std::move(file);
  state_->collector.on_row = std::move(on_row);
}

RequestLogReader::~RequestLogReader() = default;
RequestLogReader::RequestLogReader(RequestLogReader&&) noexcept = default;
RequestLogReader& RequestLogReader::operator=(RequestLogReader&&) noexcept = default;

void RequestLogReader::feed(std::string_view bytes) {
  state_->lines.feed(bytes, [this](std::string_view block) { state_->parse(block); });
}

Result<RequestLog> RequestLogReader::finish() {
  state_->lines.finish([this](std::string_view block) { state_->parse(block); });
  Collector& collector = state_->collector;
  if (collector.log.rows == 0) {
    return tl::unexpected(problem_in(collector.log.file, "at least one row of a -g file", "none"));
  }
  collector.log.connect_ms = collector.connect.finish();
  collector.log.processing_ms = collector.processing.finish();
  collector.log.total_ms = collector.total.finish();
  collector.log.waiting_ms = collector.waiting.finish();
  collector.log.starts = collector.starts.finish();
  return std::move(collector.log);
}

Result<RequestLog> read_request_log(std::string_view text, std::string file) {
  RequestLogReader reader(std::move(file));
  reader.feed(text);
  return reader.finish();
}

}  // namespace abstat
