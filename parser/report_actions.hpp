// What each line of ab means for the report: which field its value goes to. Nothing is judged here; whether
// the line belongs to the report at hand is the assembler's question.
#pragma once

#include "report_assembler.hpp"
#include "report_grammar_lines.hpp"

#include <optional>
#include <type_traits>

namespace abstat::rules {

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

// The member of member of … of an object.
template <auto First, auto... Rest>
auto& member(auto& object) {
  if constexpr (sizeof...(Rest) == 0)
    return object.*First;
  else
    return member<Rest...>(object.*First);
}

// Not inlined: it is much code, and every word needs it.
[[gnu::noinline]] inline void store(std::optional<std::string>& field, std::string_view word) {
  field = word;
}

// Accepts the line and does nothing else.
template <LineKind Kind>
struct takes {
  static bool apply0(ReportAssembler& assembler) { return assembler.take(Kind); }
};

// The values of a line are taken before it is asked where they belong: behind that question they would have
// to be read back from memory, sooner than the processor has written them.

// The line's whole number goes to the field at Path, its place to Line.
template <LineKind Kind, auto Line, auto... Path>
struct stores_integer {
  static bool apply0(ReportAssembler& assembler) {
    const std::int64_t number = assembler.values.integers[0];
    if (!assembler.take(Kind)) return false;
    Report& report = assembler.report();
    member<Path...>(report) = number;
    if constexpr (!std::is_null_pointer_v<decltype(Line)>) report.lines.*Line = assembler.line.number;
    return true;
  }
};

template <LineKind Kind, auto Line, auto... Path>
struct stores_figure {
  static bool apply0(ReportAssembler& assembler) {
    const Figure figure = assembler.values.figures[0];
    if (!assembler.take(Kind)) return false;
    Report& report = assembler.report();
    member<Path...>(report) = figure;
    if constexpr (!std::is_null_pointer_v<decltype(Line)>) report.lines.*Line = assembler.line.number;
    return true;
  }
};

template <LineKind Kind, auto... Path>
struct stores_word {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.take(Kind)) return false;
    store(member<Path...>(assembler.report()), assembler.values.words[0]);
    return true;
  }
};

template <LineKind Kind, auto Path>
struct stores_tls_word {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.take(Kind)) return false;
    std::optional<Tls>& tls = assembler.report().tls;
    if (!tls) tls.emplace();
    store((*tls).*Path, assembler.values.words[0]);
    return true;
  }
};

template <SentLabel Label>
struct stores_sent {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.take(LineKind::total_sent)) return false;
    Report& report = assembler.report();
    report.bytes.sent = assembler.values.integers[0];
    report.bytes.sent_label = Label;
    report.lines.sent_bytes = assembler.line.number;
    return true;
  }
};

// clang-format off
template <typename S> struct action<server_software<S>> : stores_word<LineKind::server_software, &Report::server, &Server::software> {};
template <typename S> struct action<server_hostname<S>> : stores_word<LineKind::server_hostname, &Report::server, &Server::hostname> {};
template <typename S> struct action<server_port<S>> : stores_integer<LineKind::server_port, nullptr, &Report::server, &Server::port> {};
template <typename S> struct action<server_temp_key<S>> : stores_tls_word<LineKind::server_temp_key, &Tls::server_temp_key> {};
template <typename S> struct action<tls_server_name<S>> : stores_tls_word<LineKind::tls_server_name, &Tls::server_name> {};
template <typename S> struct action<document_path<S>> : stores_word<LineKind::document_path, &Report::document, &AbDocument::path> {};
template <typename S> struct action<document_length<S>> : stores_integer<LineKind::document_length, &ReportLines::document_length, &Report::document, &AbDocument::length_bytes> {};

template <typename S> struct action<workers<S>> : stores_integer<LineKind::workers, nullptr, &Report::workers> {};
template <typename S> struct action<concurrency<S>> : stores_integer<LineKind::concurrency, &ReportLines::concurrency, &Report::concurrency> {};
template <typename S> struct action<concurrency_achieved<S>> : stores_integer<LineKind::concurrency_achieved, nullptr, &Report::concurrency_achieved> {};
template <typename S> struct action<rampup_delay<S>> : stores_figure<LineKind::rampup_delay, nullptr, &Report::rampup_delay_ms> {};
template <typename S> struct action<time_taken<S>> : stores_figure<LineKind::time_taken, &ReportLines::time_taken, &Report::time_taken_s> {};
template <typename S> struct action<window<S>> : stores_integer<LineKind::window, nullptr, &Report::requests, &Requests::window> {};
template <typename S> struct action<complete<S>> : stores_integer<LineKind::complete, &ReportLines::complete, &Report::requests, &Requests::complete> {};
template <typename S> struct action<failed<S>> : stores_integer<LineKind::failed, &ReportLines::failed, &Report::requests, &Requests::failed> {};
template <typename S> struct action<broken_pipe_errors<S>> : stores_integer<LineKind::broken_pipe_errors, nullptr, &Report::requests, &Requests::broken_pipe_errors> {};
template <typename S> struct action<write_errors<S>> : stores_integer<LineKind::write_errors, &ReportLines::write_errors, &Report::requests, &Requests::write_errors> {};
template <typename S> struct action<non_2xx<S>> : stores_integer<LineKind::non_2xx, &ReportLines::non_2xx, &Report::requests, &Requests::non_2xx> {};
template <typename S> struct action<keep_alive<S>> : stores_integer<LineKind::keep_alive, &ReportLines::keep_alive, &Report::requests, &Requests::keep_alive> {};
template <typename S> struct action<keep_alive_aborts<S>> : stores_integer<LineKind::keep_alive_aborts, nullptr, &Report::requests, &Requests::keep_alive_aborts> {};
template <typename S> struct action<total_transferred<S>> : stores_integer<LineKind::total_transferred, &ReportLines::total_bytes, &Report::bytes, &Bytes::total> {};
template <typename S> struct action<total_posted<S>> : stores_sent<SentLabel::posted> {};
template <typename S> struct action<total_put<S>> : stores_sent<SentLabel::put> {};
template <typename S> struct action<total_body_sent<S>> : stores_sent<SentLabel::body_sent> {};
template <typename S> struct action<html_transferred<S>> : stores_integer<LineKind::html_transferred, &ReportLines::html_bytes, &Report::bytes, &Bytes::html> {};

template <typename S> struct action<requests_per_second<S>> : stores_figure<LineKind::requests_per_second, &ReportLines::requests_per_second, &Report::requests_per_second> {};
template <typename S> struct action<time_per_request<S>> : stores_figure<LineKind::time_per_request, &ReportLines::time_per_request, &Report::time_per_request_ms> {};
template <typename S> struct action<time_per_request_all<S>> : stores_figure<LineKind::time_per_request_all, &ReportLines::time_per_request_all, &Report::time_per_request_all_ms> {};
template <typename S> struct action<time_per_request_concurent<S>> : action<time_per_request_all<S>> {};
template <typename S> struct action<rate_received<S>> : stores_figure<LineKind::rate_received, &ReportLines::transfer_rate, &Report::transfer_rate_kib_s, &TransferRate::received> {};
template <typename S> struct action<requests_per_second_cut<S>> : action<requests_per_second<S>> {};
template <typename S> struct action<rate_received_cut<S>> : action<rate_received<S>> {};
template <typename S> struct action<rate_sent<S>> : stores_figure<LineKind::rate_sent, nullptr, &Report::transfer_rate_kib_s, &TransferRate::sent> {};
template <typename S> struct action<rate_total<S>> : stores_figure<LineKind::rate_total, nullptr, &Report::transfer_rate_kib_s, &TransferRate::total> {};
// clang-format on

template <typename S>
struct action<document_variable<S>> {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.take(LineKind::document_length)) return false;
    assembler.report().document.length_variable = true;
    assembler.report().lines.document_length = assembler.line.number;
    return true;
  }
};

template <typename S>
struct action<requests_asked<S>> : takes<LineKind::window> {};

// Lines whose spelling tells the era.
template <auto Trait, typename Stores>
struct shows : Stores {
  static bool apply0(ReportAssembler& assembler) {
    if (!Stores::apply0(assembler)) return false;
    assembler.traits().*Trait = true;
    return true;
  }
};

// clang-format off
template <typename S> struct action<concurrency_misspelt<S>>     : shows<&ReportTraits::misspelt, action<concurrency<S>>> {};
template <typename S> struct action<total_misspelt<S>>           : shows<&ReportTraits::misspelt, action<total_transferred<S>>> {};
template <typename S> struct action<html_misspelt<S>>            : shows<&ReportTraits::misspelt, action<html_transferred<S>>> {};
template <typename S> struct action<requests_per_seconds<S>>     : shows<&ReportTraits::misspelt, action<requests_per_second<S>>> {};
template <typename S> struct action<requests_per_second_bare<S>> : shows<&ReportTraits::bare_rates, action<requests_per_second<S>>> {};
template <typename S> struct action<rate_received_kb<S>>         : shows<&ReportTraits::bare_rates, action<rate_received<S>>> {};
template <typename S> struct action<rate_kb<S>>                  : shows<&ReportTraits::bare_rates, action<rate_received<S>>> {};
// clang-format on

template <bool HasReceive>
struct stores_breakdown {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.take(LineKind::failed_breakdown)) return false;
    const auto& [connect, receive, length, exceptions] = assembler.values.integers;
    FailedBreakdown breakdown{connect, std::nullopt, length, exceptions};
    if (HasReceive) breakdown.receive = receive;
    assembler.report().requests.failed_breakdown = breakdown;
    assembler.report().lines.failed_breakdown = assembler.line.number;
    return true;
  }
};
template <typename S>
struct action<failed_breakdown<S>> : stores_breakdown<true> {};
template <typename S>
struct action<failed_breakdown_without_receive<S>> : stores_breakdown<false> {};

template <typename S>
struct action<tls_protocol<S>> {
  static bool apply0(ReportAssembler& assembler) {
    if (!assembler.take(LineKind::tls_protocol)) return false;
    std::optional<Tls>& tls = assembler.report().tls;
    if (!tls) tls.emplace();
    store(tls->protocol, assembler.values.words[0]);
    store(tls->cipher, assembler.values.words[1]);
    tls->key_bits = assembler.values.integers[0];
    tls->cipher_bits = assembler.values.integers[1];
    return true;
  }
};

}  // namespace abstat::rules
