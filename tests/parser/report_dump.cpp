#include "parser/report_dump.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <string_view>

using abstat::Figure;
using abstat::Report;

namespace {

// Bytes that would break a line or a terminal, as \xNN.
std::string visible(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    if (code >= 0x20 && code < 0x7f && byte != '\\') {
      result += byte;
    } else {
      result += fmt::format("\\x{:02x}", code);
    }
  }
  return result;
}

class Dump {
 public:
  void add(std::string_view name, const std::optional<std::string>& value) {
    if (value) line(name, fmt::format("\"{}\"", visible(*value)));
  }
  void add(std::string_view name, const std::optional<std::int64_t>& value) {
    if (value) line(name, fmt::to_string(*value));
  }
  void add(std::string_view name, const std::optional<Figure>& value) {
    if (value) line(name, value->text());
  }
  void add(std::string_view name, const std::optional<abstat::TimesRow>& row) {
    if (!row) return;
    const auto shown = [](const std::optional<Figure>& figure) {
      return figure ? figure->text() : std::string("-");
    };
    line(name, fmt::format("{} {} {} {} {}", row->min.text(), row->mean.text(), shown(row->sd),
                           shown(row->median), row->max.text()));
  }
  void line(std::string_view name, std::string_view value) { text += fmt::format("{}: {}\n", name, value); }

  std::string text;
};

void add_run(Dump& out, const Report& report) {
  out.line("lines", fmt::format("{}-{}", report.source.first_line, report.source.last_line));
  out.line("status", abstat::to_string(report.status));
  if (!report.status_reason.empty()) out.line("status_reason", visible(report.status_reason));
  out.line("era", abstat::to_string(report.era));
  if (report.html) out.line("html", "true");
  out.add("ab.version", report.ab.version);
  out.add("ab.revision", report.ab.revision);
  out.add("benchmarking.host", report.benchmarking.host);
  out.add("benchmarking.proxy_host", report.benchmarking.proxy_host);
  out.add("benchmarking.proxy_port", report.benchmarking.proxy_port);
  if (!report.progress.completed.empty()) {
    out.line("progress.completed", fmt::format("{}", fmt::join(report.progress.completed, " ")));
  }
  out.add("progress.finished", report.progress.finished);
}

void add_header(Dump& out, const Report& report) {
  out.add("server.software", report.server.software);
  out.add("server.hostname", report.server.hostname);
  out.add("server.port", report.server.port);
  if (report.tls) {
    out.add("tls.protocol", report.tls->protocol);
    out.add("tls.cipher", report.tls->cipher);
    out.add("tls.key_bits", report.tls->key_bits);
    out.add("tls.cipher_bits", report.tls->cipher_bits);
    out.add("tls.server_temp_key", report.tls->server_temp_key);
    out.add("tls.server_name", report.tls->server_name);
  }
  out.add("document.path", report.document.path);
  out.add("document.length_bytes", report.document.length_bytes);
  if (report.document.length_variable) out.line("document.length_variable", "true");
}

void add_totals(Dump& out, const Report& report) {
  out.add("workers", report.workers);
  out.add("concurrency", report.concurrency);
  out.add("concurrency_achieved", report.concurrency_achieved);
  out.add("rampup_delay_ms", report.rampup_delay_ms);
  out.add("time_taken_s", report.time_taken_s);
  const abstat::Requests& requests = report.requests;
  out.add("requests.complete", requests.complete);
  out.add("requests.failed", requests.failed);
  if (requests.failed_breakdown) {
    out.add("requests.failed_breakdown.connect", requests.failed_breakdown->connect);
    out.add("requests.failed_breakdown.receive", requests.failed_breakdown->receive);
    out.add("requests.failed_breakdown.length", requests.failed_breakdown->length);
    out.add("requests.failed_breakdown.exceptions", requests.failed_breakdown->exceptions);
  }
  out.add("requests.broken_pipe_errors", requests.broken_pipe_errors);
  out.add("requests.write_errors", requests.write_errors);
  out.add("requests.non_2xx", requests.non_2xx);
  out.add("requests.keep_alive", requests.keep_alive);
  out.add("requests.keep_alive_aborts", requests.keep_alive_aborts);
  out.add("requests.window", requests.window);
  out.add("requests.done_before_abort", requests.done_before_abort);
  out.add("bytes.total", report.bytes.total);
  out.add("bytes.html", report.bytes.html);
  out.add("bytes.sent", report.bytes.sent);
  if (report.bytes.sent_label != abstat::SentLabel::none) {
    out.line("bytes.sent_label", fmt::to_string(static_cast<int>(report.bytes.sent_label)));
  }
}

void add_rates(Dump& out, const Report& report) {
  out.add("requests_per_second", report.requests_per_second);
  out.add("time_per_request_ms", report.time_per_request_ms);
  out.add("time_per_request_all_ms", report.time_per_request_all_ms);
  out.add("transfer_rate_kib_s.received", report.transfer_rate_kib_s.received);
  out.add("transfer_rate_kib_s.sent", report.transfer_rate_kib_s.sent);
  out.add("transfer_rate_kib_s.total", report.transfer_rate_kib_s.total);
}

void add_tables(Dump& out, const Report& report) {
  if (report.connection_times_ms) {
    out.add("connection_times_ms.connect", report.connection_times_ms->connect);
    out.add("connection_times_ms.processing", report.connection_times_ms->processing);
    out.add("connection_times_ms.waiting", report.connection_times_ms->waiting);
    out.add("connection_times_ms.total", report.connection_times_ms->total);
  }
  if (report.percentiles_ms) {
    for (const int level : abstat::Percentiles::levels) {
      out.add(fmt::format("percentiles_ms.{}", level), report.percentiles_ms->at(level));
    }
  }
}

void add_remarks(Dump& out, const Report& report) {
  for (const abstat::AbWarning& warning : report.ab_warnings) {
    out.line("ab_warning",
             fmt::format("{} {}", static_cast<int>(warning.severity), static_cast<int>(warning.about)));
  }
  for (const std::string& message : report.messages) out.line("message", visible(message));
  for (const abstat::Correction& correction : report.corrections) {
    out.line("correction",
             fmt::format("{} {} {}", correction.name, correction.field, correction.value.text()));
  }
  for (const abstat::UnparsedLine& unparsed : report.unparsed) {
    out.line("unparsed", fmt::format("{} {}", unparsed.line, visible(unparsed.text)));
  }
}

void add_line_numbers(Dump& out, const abstat::ReportLines& at) {
  out.line("at", fmt::format("{}", fmt::join({at.concurrency,
                                              at.time_taken,
                                              at.complete,
                                              at.failed,
                                              at.failed_breakdown,
                                              at.write_errors,
                                              at.non_2xx,
                                              at.keep_alive,
                                              at.document_length,
                                              at.total_bytes,
                                              at.html_bytes,
                                              at.sent_bytes,
                                              at.requests_per_second,
                                              at.time_per_request,
                                              at.time_per_request_all,
                                              at.transfer_rate,
                                              at.connect,
                                              at.processing,
                                              at.waiting,
                                              at.total,
                                              at.percentiles},
                                             " ")));
}

}  // namespace

std::string dump(const Report& report) {
  Dump out;
  add_run(out, report);
  add_header(out, report);
  add_totals(out, report);
  add_rates(out, report);
  add_tables(out, report);
  add_remarks(out, report);
  add_line_numbers(out, report.lines);
  return out.text;
}

std::string dump(const std::vector<Report>& reports) {
  std::string text = fmt::format("reports: {}\n", reports.size());
  for (const Report& report : reports) text += "\n" + dump(report);
  return text;
}
