// The file that ab -g writes: one line per request. It may have any number of rows; what is kept is how often
// each value occurred, which loses nothing, as ab itself prints whole milliseconds and whole seconds.
//
// Three eras (docs/formats.md): 1.3.22 to 1.3.42 write rows in order of completion with the start in seconds;
// 2.0.16 to 2.2.8 the same with the start in microseconds, up to 2.0.40 with the last digit of the year cut
// off; 2.2.9 and later sort the rows by total time, so that they are no time series.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/position.hpp>
#include <abstat/report.hpp>
#include <abstat/value_counts.hpp>

namespace abstat {

// A row as printed. Times in ms; versions before 2.1 print negative ones when the clock was set back.
struct RequestRow {
  std::int64_t start = 0;          // since 1970, in RequestLog::start_unit; 0 for a clock that stood there
  std::int64_t connect_ms = 0;     // ctime
  std::int64_t processing_ms = 0;  // dtime
  std::int64_t total_ms = 0;       // ttime
  std::int64_t waiting_ms = 0;     // wait
  bool operator==(const RequestRow&) const = default;
};

enum class StartUnit : std::uint8_t { seconds, microseconds };

// A start beyond the year 5138 in seconds is one in microseconds.
[[nodiscard]] constexpr StartUnit start_unit_of(std::int64_t start) {
  return start >= 100'000'000'000 ? StartUnit::microseconds : StartUnit::seconds;
}

struct RequestLog {
  std::string file;
  std::uint64_t rows = 0;   // that were read; `unparsed_rows` were not
  std::size_t headers = 0;  // more than one: several logs in one file, whose requests must not be pooled
  StartUnit start_unit = StartUnit::seconds;
  bool sorted_by_total = true;  // as 2.2.9 and later write it
  bool year_cut = false;        // 2.0.16 to 2.0.40
  CountedValues connect_ms;
  CountedValues processing_ms;
  CountedValues total_ms;
  CountedValues waiting_ms;
  CountedValues starts;  // value: second since 1970; seconds without a start are absent
  std::uint64_t unparsed_rows = 0;
  std::vector<UnparsedLine> unparsed;  // the first limits::unparsed_kept of them
  bool operator==(const RequestLog&) const = default;
};

class RequestLogReader {
 public:
  using RowSink = std::function<void(const RequestRow&)>;

  // on_row, when given, is called for each row in the file's order.
  explicit RequestLogReader(std::string file, RowSink on_row = {});
  ~RequestLogReader();
  RequestLogReader(RequestLogReader&&) noexcept;
  RequestLogReader& operator=(RequestLogReader&&) noexcept;

  // UTF-8 bytes, cut anywhere.
  void feed(std::string_view bytes);
  // A log without a single row is a problem.
  [[nodiscard]] Result<RequestLog> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] Result<RequestLog> read_request_log(std::string_view text, std::string file);

}  // namespace abstat
