// What the rows of an HTML report mean for the report: one line each.
#pragma once

#include "html_reading.hpp"
#include "html_report_grammar.hpp"

#include <utility>

namespace abstat::html {

namespace grammar = rules::html;

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

// The row's values so far.

template <>
struct action<grammar::line_begin> {
  static void apply0(HtmlReading& reading) { reading.begin_line(); }
};

template <>
struct action<grammar::tr> {
  static void apply0(HtmlReading& reading) { reading.row = {}; }
};

template <>
struct action<grammar::text> {
  template <typename Input>
  static void apply(const Input& in, HtmlReading& reading) {
    reading.row.text = in.string_view();
  }
};

struct take_figure {
  template <typename Input>
  static bool apply(const Input& in, HtmlReading& reading) {
    HtmlRow& row = reading.row;
    return row.count < row.figures.size() &&
           rules::read_figure(in.string_view(), row.figures.at(row.count++));
  }
};
template <>
struct action<grammar::figure> : take_figure {};
template <>
struct action<grammar::whole> : take_figure {};

// The banner.

template <>
struct action<grammar::version> {
  template <typename Input>
  static void apply(const Input& in, HtmlReading& reading) {
    reading.banner = {};
    reading.banner.ab.version = in.string();
  }
};

template <>
struct action<grammar::revision> {
  template <typename Input>
  static void apply(const Input& in, HtmlReading& reading) {
    reading.banner.ab.revision = in.string();
  }
};

template <>
struct action<grammar::apache> {
  template <typename Input>
  static void apply(const Input& in, HtmlReading& reading) {
    reading.banner.apache = in.string();
  }
};

template <>
struct action<grammar::banner> {
  static void apply0(HtmlReading& reading) { reading.take_banner(std::move(reading.banner)); }
};

// Whole rows: where their values go.

inline void remember_line(HtmlReading& reading, std::size_t ReportLines::*line) {
  if (line != nullptr) reading.open_report().lines.*line = reading.line();
}

template <auto Part, auto Field>
auto& place(HtmlReading& reading) {
  if constexpr (std::is_same_v<decltype(Part), std::nullptr_t>) {
    return reading.open_report().*Field;
  } else {
    return reading.open_report().*Part.*Field;
  }
}

template <auto Part, auto Field>
struct store_text {
  static void apply0(HtmlReading& reading) { place<Part, Field>(reading) = std::string(reading.row.text); }
};

template <auto Part, auto Field, std::size_t ReportLines::*Line = nullptr>
struct store_whole {
  static void apply0(HtmlReading& reading) {
    place<Part, Field>(reading) = reading.row.figures[0].digits;
    remember_line(reading, Line);
  }
};

template <auto Part, auto Field, std::size_t ReportLines::*Line = nullptr>
struct store_figure {
  static void apply0(HtmlReading& reading) {
    place<Part, Field>(reading) = reading.row.figures[0];
    remember_line(reading, Line);
  }
};

template <SentLabel Label>
struct store_sent {
  static void apply0(HtmlReading& reading) {
    store_whole<&Report::bytes, &Bytes::sent, &ReportLines::sent_bytes>::apply0(reading);
    reading.open_report().bytes.sent_label = Label;
  }
};

template <auto Field, std::size_t ReportLines::*Line>
struct store_times {
  static void apply0(HtmlReading& reading) {
    auto& times = reading.open_report().connection_times_ms;
    if (!times) times.emplace();
    const auto& [min, mean, max] = reading.row.figures;
    (*times).*Field = TimesRow{min, mean, std::nullopt, std::nullopt, max};
    remember_line(reading, Line);
  }
};

// clang-format off
template <> struct action<grammar::server_software>   : store_text<&Report::server, &Server::software> {};
template <> struct action<grammar::server_hostname>   : store_text<&Report::server, &Server::hostname> {};
template <> struct action<grammar::server_port>       : store_whole<&Report::server, &Server::port> {};
template <> struct action<grammar::document_path>     : store_text<&Report::document, &AbDocument::path> {};
template <> struct action<grammar::document_length>   : store_whole<&Report::document, &AbDocument::length_bytes, &ReportLines::document_length> {};
template <> struct action<grammar::workers>           : store_whole<nullptr, &Report::workers> {};
template <> struct action<grammar::concurrency>       : store_whole<nullptr, &Report::concurrency, &ReportLines::concurrency> {};
template <> struct action<grammar::concurrency_achieved> : store_whole<nullptr, &Report::concurrency_achieved> {};
template <> struct action<grammar::rampup_delay>      : store_figure<nullptr, &Report::rampup_delay_ms> {};
template <> struct action<grammar::time_taken>        : store_figure<nullptr, &Report::time_taken_s, &ReportLines::time_taken> {};
template <> struct action<grammar::complete>          : store_whole<&Report::requests, &Requests::complete, &ReportLines::complete> {};
template <> struct action<grammar::failed>            : store_whole<&Report::requests, &Requests::failed, &ReportLines::failed> {};
template <> struct action<grammar::non_2xx>           : store_whole<&Report::requests, &Requests::non_2xx, &ReportLines::non_2xx> {};
template <> struct action<grammar::keep_alive>        : store_whole<&Report::requests, &Requests::keep_alive, &ReportLines::keep_alive> {};
template <> struct action<grammar::total_bytes>       : store_whole<&Report::bytes, &Bytes::total, &ReportLines::total_bytes> {};
template <> struct action<grammar::total_posted>      : store_sent<SentLabel::posted> {};
template <> struct action<grammar::total_put>         : store_sent<SentLabel::put> {};
template <> struct action<grammar::total_body_sent>   : store_sent<SentLabel::body_sent> {};
template <> struct action<grammar::html_bytes>        : store_whole<&Report::bytes, &Bytes::html, &ReportLines::html_bytes> {};
template <> struct action<grammar::requests_per_second> : store_figure<nullptr, &Report::requests_per_second, &ReportLines::requests_per_second> {};
template <> struct action<grammar::received_rate>     : store_figure<&Report::transfer_rate_kib_s, &TransferRate::received, &ReportLines::transfer_rate> {};
template <> struct action<grammar::sent_rate>         : store_figure<&Report::transfer_rate_kib_s, &TransferRate::sent> {};
template <> struct action<grammar::total_rate>        : store_figure<&Report::transfer_rate_kib_s, &TransferRate::total> {};
template <> struct action<grammar::connect>           : store_times<&ConnectionTimes::connect, &ReportLines::connect> {};
template <> struct action<grammar::processing>        : store_times<&ConnectionTimes::processing, &ReportLines::processing> {};
template <> struct action<grammar::total>             : store_times<&ConnectionTimes::total, &ReportLines::total> {};
// clang-format on

template <>
struct action<grammar::document_variable> {
  static void apply0(HtmlReading& reading) {
    reading.open_report().document.length_variable = true;
    remember_line(reading, &ReportLines::document_length);
  }
};

template <>
struct action<grammar::failed_breakdown> {
  static void apply0(HtmlReading& reading) {
    const auto& figures = reading.row.figures;
    reading.open_report().requests.failed_breakdown =
        FailedBreakdown{figures[0].digits, std::nullopt, figures[1].digits, figures[2].digits};
    remember_line(reading, &ReportLines::failed_breakdown);
  }
};

// Whole lines that are no rows with values.

template <>
struct action<grammar::table_begin> {
  static void apply0(HtmlReading& reading) { reading.begin_table(); }
};

template <>
struct action<grammar::table_end> {
  static void apply0(HtmlReading& reading) { reading.end_table(); }
};

template <>
struct action<grammar::interrupted> {
  static void apply0(HtmlReading& reading) { reading.mark_interrupted(); }
};

struct keep_place {
  static void apply0(HtmlReading& reading) { reading.take_text_line("\n"); }
};
template <>
struct action<grammar::copyright> : keep_place {};
template <>
struct action<grammar::paragraph> : keep_place {};
template <>
struct action<grammar::empty_line> : keep_place {};

// Progress says nothing that a table does not, but it does about a run that was aborted.
struct pass_on_outside {
  template <typename Input>
  static void apply(const Input& in, HtmlReading& reading) {
    reading.take_text_line(in.string_view());
  }
};
template <>
struct action<grammar::done> : pass_on_outside {};
template <>
struct action<grammar::progress> : pass_on_outside {};

template <>
struct action<grammar::text_banner> {
  template <typename Input>
  static void apply(const Input& in, HtmlReading& reading) {
    reading.take_text_banner(in.string_view());
  }
};

struct pass_on {
  template <typename Input>
  static void apply(const Input& in, HtmlReading& reading) {
    reading.take_other(in.string_view());
  }
};
template <>
struct action<grammar::other_line> : pass_on {};

}  // namespace abstat::html
