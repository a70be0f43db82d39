// The fields of a report in the order of the output, told to a visitor: the one description that JSON, CSV
// and the tables of `convert` are made from.
//
// A visitor has
//   field(name, value)                         text, bool, whole number, double, Figure, or an optional of
//   these field_if(present, name, value)             left out of JSON, empty in CSV when not present
//   object(name, inside)                       inside() tells the fields within
//   optional_object(name, optional, inside)    inside(value); null when absent
//   objects(name, range, item)                 item(visitor, element) tells the fields of each element
//   strings(name, range), whole_numbers(name, range), counts(name, map)
#pragma once

#include <string_view>

#include <abstat/report.hpp>

namespace abstat {

template <typename Visitor>
void visit_row(Visitor& v, std::string_view name, const std::optional<TimesRow>& row) {
  v.optional_object(name, row, [&](const TimesRow& times) {
    v.field("min", times.min);
    v.field("mean", times.mean);
    v.field("sd", times.sd);
    v.field("median", times.median);
    v.field("max", times.max);
  });
}

template <typename Visitor>
void visit_source(Visitor& v, const Span& source) {
  v.object("source", [&] {
    v.field("file", source.file);
    v.field("first_line", source.first_line);
    v.field("last_line", source.last_line);
  });
}

// What ran and against what.
template <typename Visitor>
void visit_set_up(Visitor& v, const Report& r) {
  v.object("ab", [&] {
    v.field("version", r.ab.version);
    v.field("revision", r.ab.revision);
  });
  v.object("benchmarking", [&] {
    v.field("host", r.benchmarking.host);
    v.field("proxy_host", r.benchmarking.proxy_host);
    v.field("proxy_port", r.benchmarking.proxy_port);
  });
  v.object("progress", [&] {
    v.whole_numbers("completed", r.progress.completed);
    v.field("finished", r.progress.finished);
  });
  v.object("server", [&] {
    v.field("software", r.server.software);
    v.field("hostname", r.server.hostname);
    v.field("port", r.server.port);
  });
  v.optional_object("tls", r.tls, [&](const Tls& tls) {
    v.field("protocol", tls.protocol);
    v.field("cipher", tls.cipher);
    v.field("key_bits", tls.key_bits);
    v.field("cipher_bits", tls.cipher_bits);
    v.field("server_temp_key", tls.server_temp_key);
    v.field("server_name", tls.server_name);
  });
  v.object("document", [&] {
    v.field("path", r.document.path);
    v.field("length_bytes", r.document.length_bytes);
    v.field("length_variable", r.document.length_variable);
  });
  v.field("workers", r.workers);
  v.field("concurrency", r.concurrency);
  v.field("concurrency_achieved", r.concurrency_achieved);
  v.field("rampup_delay_ms", r.rampup_delay_ms);
}

[[nodiscard]] inline std::optional<std::string_view> name_of(SentLabel label) {
  switch (label) {
    case SentLabel::none:
      return std::nullopt;
    case SentLabel::posted:
      return "posted";
    case SentLabel::put:
      return "put";
    case SentLabel::body_sent:
      return "body_sent";
  }
  return std::nullopt;
}

template <typename Visitor>
void visit_counts(Visitor& v, const Report& r) {
  v.object("requests", [&] {
    v.field("complete", r.requests.complete);
    v.field("failed", r.requests.failed);
    v.optional_object("failed_breakdown", r.requests.failed_breakdown, [&](const FailedBreakdown& failed) {
      v.field("connect", failed.connect);
      v.field("receive", failed.receive);
      v.field("length", failed.length);
      v.field("exceptions", failed.exceptions);
    });
    v.field("broken_pipe_errors", r.requests.broken_pipe_errors);
    v.field("write_errors", r.requests.write_errors);
    v.field("non_2xx", r.requests.non_2xx);
    v.field("keep_alive", r.requests.keep_alive);
    v.field("keep_alive_aborts", r.requests.keep_alive_aborts);
    v.field("window", r.requests.window);
    v.field("done_before_abort", r.requests.done_before_abort);
  });
  v.object("bytes", [&] {
    v.field("total", r.bytes.total);
    v.field("html", r.bytes.html);
    v.field("sent", r.bytes.sent);
    v.field("sent_label", name_of(r.bytes.sent_label));
  });
}

template <typename Visitor>
void visit_rates_and_times(Visitor& v, const Report& r) {
  v.field("requests_per_second", r.requests_per_second);
  v.field("time_per_request_ms", r.time_per_request_ms);
  v.field("time_per_request_all_ms", r.time_per_request_all_ms);
  v.object("transfer_rate_kib_s", [&] {
    v.field("received", r.transfer_rate_kib_s.received);
    v.field("sent", r.transfer_rate_kib_s.sent);
    v.field("total", r.transfer_rate_kib_s.total);
  });
  v.optional_object("connection_times_ms", r.connection_times_ms, [&](const ConnectionTimes& times) {
    visit_row(v, "connect", times.connect);
    visit_row(v, "processing", times.processing);
    visit_row(v, "waiting", times.waiting);
    visit_row(v, "total", times.total);
  });
  v.optional_object("percentiles_ms", r.percentiles_ms, [&](const Percentiles& percentiles) {
    constexpr std::array<std::string_view, Percentiles::levels.size()> names{"50", "66", "75", "80", "90",
                                                                             "95", "98", "99", "100"};
    for (std::size_t i = 0; i < names.size(); ++i) v.field(names.at(i), percentiles.ms.at(i));
  });
}

[[nodiscard]] inline std::string_view name_of(AbWarning::Severity severity) {
  return severity == AbWarning::Severity::error ? "error" : "warning";
}

[[nodiscard]] inline std::string_view name_of(AbWarning::About about) {
  constexpr std::array<std::string_view, 4> names{"connect", "processing", "waiting", "total"};
  return names.at(static_cast<std::size_t>(about));
}

template <typename Visitor>
void visit_remarks(Visitor& v, const Report& r) {
  v.objects("ab_warnings", r.ab_warnings, [](auto& item, const AbWarning& warning) {
    item.field("severity", name_of(warning.severity));
    item.field("about", name_of(warning.about));
  });
  v.strings("messages", r.messages);
  v.objects("corrections", r.corrections, [](auto& item, const Correction& correction) {
    item.field("name", correction.name);
    item.field("field", correction.field);
    item.field("value", correction.value);
  });
  v.objects("unparsed", r.unparsed, [](auto& item, const UnparsedLine& line) {
    item.field("line", line.line);
    item.field("text", line.text);
  });
}

template <typename Visitor>
void visit_fields(Visitor& v, const Report& r) {
  visit_source(v, r.source);
  v.field("stack", r.stack);
  v.strings("commands", r.commands);
  v.field("status", to_string(r.status));
  v.field("status_reason",
          r.status_reason.empty() ? std::nullopt : std::optional(std::string_view(r.status_reason)));
  v.field("era", to_string(r.era));
  v.field("html", r.html);
  visit_set_up(v, r);
  v.field("time_taken_s", r.time_taken_s);
  visit_counts(v, r);
  visit_rates_and_times(v, r);
  visit_remarks(v, r);
}

}  // namespace abstat
