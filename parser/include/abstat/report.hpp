// What one run of ab printed, line by line. A line that was not printed is nullopt, never 0. Nothing here is
// judged, repaired or derived: values stand as printed, and what ab is known to misprint is listed beside
// them under `corrections`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <abstat/figure.hpp>
#include <abstat/position.hpp>

namespace abstat {

enum class ReportStatus : std::uint8_t {
  complete,     // ab finished and printed its whole report
  interrupted,  // Ctrl-C: a report of what was done so far
  aborted,      // ab gave up; status_reason has its words
  partial,      // an excerpt: some blocks were cut away before we saw it
  truncated,    // the text ends in the middle of the report
};
[[nodiscard]] std::string_view to_string(ReportStatus status);

// The formats ab has printed since 1998. The banner does not tell them apart (it says 2.3 since 2.2.9), the
// lines present do. An excerpt may fit several; then `unknown`.
enum class AbEra : std::uint8_t { unknown, e0, e1, e2, e3, e4, e5, e6, e7, e8 };
[[nodiscard]] std::string_view to_string(AbEra era);

struct AbBanner {
  std::optional<std::string> version;   // "2.3", "1.3d", "2.0.40-dev"
  std::optional<std::string> revision;  // "1843412"; absent in Debian's "<$Revision$>"
  bool operator==(const AbBanner&) const = default;
};

// Benchmarking HOST [through PROXY:PORT] (be patient)
struct BenchmarkingLine {
  std::optional<std::string> host;
  std::optional<std::string> proxy_host;
  std::optional<std::int64_t> proxy_port;
  bool operator==(const BenchmarkingLine&) const = default;
};

// Completed 100 requests … Finished 1000 requests: how far ab said it was, on standard error.
struct Progress {
  std::vector<std::int64_t> completed;  // the first limits::progress_lines of them
  std::optional<std::int64_t> finished;
  bool operator==(const Progress&) const = default;
};

struct Server {
  std::optional<std::string> software;  // empty when ab printed the label and nothing behind it
  std::optional<std::string> hostname;
  std::optional<std::int64_t> port;  // 2.0.9 to 2.2.4 print it signed: see corrections
  bool operator==(const Server&) const = default;
};

// SSL/TLS Protocol:       TLSv1.3,TLS_AES_256_GCM_SHA384,2048,256
struct Tls {
  std::optional<std::string> protocol;
  std::optional<std::string> cipher;
  std::optional<std::int64_t> key_bits;
  std::optional<std::int64_t> cipher_bits;
  std::optional<std::string> server_temp_key;  // "X25519 253 bits"
  std::optional<std::string> server_name;
  bool operator==(const Tls&) const = default;
};

struct AbDocument {
  std::optional<std::string> path;
  std::optional<std::int64_t> length_bytes;  // of the first completed response
  bool length_variable = false;              // "Variable": ab -l
  bool operator==(const AbDocument&) const = default;
};

// (Connect: 0, Receive: 0, Length: 362, Exceptions: 0); Receive since 2.2.9, never in HTML.
struct FailedBreakdown {
  std::optional<std::int64_t> connect;
  std::optional<std::int64_t> receive;
  std::optional<std::int64_t> length;
  std::optional<std::int64_t> exceptions;
  bool operator==(const FailedBreakdown&) const = default;
};

struct Requests {
  std::optional<std::int64_t> complete;
  std::optional<std::int64_t> failed;
  std::optional<FailedBreakdown> failed_breakdown;
  std::optional<std::int64_t> broken_pipe_errors;  // 1.3.22 to 1.3.42
  std::optional<std::int64_t> write_errors;
  std::optional<std::int64_t> non_2xx;
  std::optional<std::int64_t> keep_alive;
  std::optional<std::int64_t> keep_alive_aborts;  // trunk
  std::optional<std::int64_t> window;             // trunk, "Number of requests: N (window)"
  std::optional<std::int64_t> done_before_abort;  // "Total of N requests completed"
  bool operator==(const Requests&) const = default;
};

// Which label named the bytes sent. All of them count request headers too.
enum class SentLabel : std::uint8_t { none, posted, put, body_sent };

struct Bytes {
  std::optional<std::int64_t> total;  // headers and bodies received
  std::optional<std::int64_t> html;   // bodies received
  std::optional<std::int64_t> sent;
  SentLabel sent_label = SentLabel::none;
  bool operator==(const Bytes&) const = default;
};

// As printed; the unit is KiB/s in text reports since 2.0.17, see corrections for the others.
struct TransferRate {
  std::optional<Figure> received;
  std::optional<Figure> sent;
  std::optional<Figure> total;
  bool operator==(const TransferRate&) const = default;
};

// One row of Connection Times, in ms. -S and the eras before 1.3.22 print no sd and no median.
struct TimesRow {
  Figure min;
  Figure mean;
  std::optional<Figure> sd;
  std::optional<Figure> median;
  Figure max;
  bool operator==(const TimesRow&) const = default;
};

struct ConnectionTimes {
  std::optional<TimesRow> connect;
  std::optional<TimesRow> processing;
  std::optional<TimesRow> waiting;
  std::optional<TimesRow> total;
  bool operator==(const ConnectionTimes&) const = default;
};

// The nine rows ab prints, in ms; each may have been cut away.
struct Percentiles {
  static constexpr std::array<int, 9> levels{50, 66, 75, 80, 90, 95, 98, 99, 100};
  std::array<std::optional<Figure>, levels.size()> ms;

  // Nothing when ab prints no such level or the row is absent.
  [[nodiscard]] std::optional<Figure> at(int level) const;
  // False when ab prints no such level.
  bool set(int level, Figure value);
  bool operator==(const Percentiles&) const = default;
};

// ERROR: The median and mean for the total time are more than twice the standard deviation apart …
struct AbWarning {
  enum class Severity : std::uint8_t { warning, error };
  enum class About : std::uint8_t { connect, processing, waiting, total };
  Severity severity = Severity::warning;
  About about = About::total;
  bool operator==(const AbWarning&) const = default;
};

// A value that ab is known to misprint, and what it stands for. docs/formats.md lists the names.
struct Correction {
  std::string_view name;   // "unpadded-microseconds"; one of the names in corrections.hpp
  std::string_view field;  // the JSON path of the printed value, "time_taken_s"
  Figure value;            // the corrected value in the field's unit
  bool operator==(const Correction&) const = default;
};

struct UnparsedLine {
  std::size_t line = 0;
  std::string text;
  bool operator==(const UnparsedLine&) const = default;
};

// Where a figure stands in the input, for messages: 0 means the line was absent.
struct ReportLines {
  std::size_t concurrency = 0;
  std::size_t time_taken = 0;
  std::size_t complete = 0;
  std::size_t failed = 0;
  std::size_t failed_breakdown = 0;
  std::size_t write_errors = 0;
  std::size_t non_2xx = 0;
  std::size_t keep_alive = 0;
  std::size_t document_length = 0;
  std::size_t total_bytes = 0;
  std::size_t html_bytes = 0;
  std::size_t sent_bytes = 0;
  std::size_t requests_per_second = 0;
  std::size_t time_per_request = 0;
  std::size_t time_per_request_all = 0;
  std::size_t transfer_rate = 0;
  std::size_t connect = 0;
  std::size_t processing = 0;
  std::size_t waiting = 0;
  std::size_t total = 0;
  std::size_t percentiles = 0;  // of the first row
  bool operator==(const ReportLines&) const = default;
};

struct Attachments;  // attachments.hpp

struct Report {
  Span source;
  std::string stack;                  // given by NAME=PATH, headings, folder or file name; empty until named
  std::vector<std::string> commands;  // command lines found beside the report in its document

  ReportStatus status = ReportStatus::partial;
  std::string status_reason;  // ab's words when it gave up; empty otherwise
  AbEra era = AbEra::unknown;
  bool html = false;  // printed by -w

  AbBanner ab;
  BenchmarkingLine benchmarking;
  Progress progress;
  Server server;
  std::optional<Tls> tls;
  AbDocument document;

  std::optional<std::int64_t> workers;               // trunk
  std::optional<std::int64_t> concurrency;           // as asked with -c
  std::optional<std::int64_t> concurrency_achieved;  // trunk
  std::optional<Figure> rampup_delay_ms;             // trunk
  std::optional<Figure> time_taken_s;
  Requests requests;
  Bytes bytes;
  std::optional<Figure> requests_per_second;
  std::optional<Figure> time_per_request_ms;      // mean
  std::optional<Figure> time_per_request_all_ms;  // mean, across all concurrent requests
  TransferRate transfer_rate_kib_s;
  std::optional<ConnectionTimes> connection_times_ms;
  std::optional<Percentiles> percentiles_ms;

  std::vector<AbWarning> ab_warnings;
  std::vector<std::string> messages;  // what ab said on stderr: aborts, TLS failures, "Send request failed!"
  std::vector<Correction> corrections;
  std::vector<UnparsedLine> unparsed;
  ReportLines lines;

  // The -g and -e files of the same run, where they lie beside it; null without. Two reports are equal only
  // when they share them.
  std::shared_ptr<const Attachments> attachments;

  bool operator==(const Report&) const = default;
};

}  // namespace abstat
