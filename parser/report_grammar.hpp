// The lines of a report of ab, one rule each, named after it, in the order ab prints them. The literal line
// stands above its rule. Style is rules::plain or rules::pasted.
#pragma once

#include "report_style.hpp"

namespace abstat::rules {

template <typename Style, Words Label, typename... Value>
struct entry : pegtl::seq<typename Style::template label<Label>, Value..., typename Style::end> {};

// clang-format off

// Server Software:        nginx/1.22.1
template <typename S> struct server_software   : entry<S, "Server Software:", typename S::template word<0>> {};
// Server Hostname:        localhost
template <typename S> struct server_hostname   : entry<S, "Server Hostname:", typename S::template word<0>> {};
// Server Port:            8000
template <typename S> struct server_port       : entry<S, "Server Port:", typename S::template integer<0>> {};
// SSL/TLS Protocol:       TLSv1.3,TLS_AES_256_GCM_SHA384,2048,256
template <typename S> struct tls_protocol      : entry<S, "SSL/TLS Protocol:", pegtl::star<mark>, word_before_comma<0>, word_before_comma<1>, typename S::template integer<0>, pegtl::one<','>, typename S::template integer<1>> {};
// Server Temp Key:        X25519 253 bits
template <typename S> struct server_temp_key   : entry<S, "Server Temp Key:", typename S::template phrase<0>> {};
// TLS Server Name:        localhost
template <typename S> struct tls_server_name   : entry<S, "TLS Server Name:", typename S::template word<0>> {};

// Document Path:          /index.html
template <typename S> struct document_path     : entry<S, "Document Path:", typename S::template text<0>> {};
// Document Length:        4 bytes
template <typename S> struct document_length   : entry<S, "Document Length:", typename S::template integer<0>, typename S::template words<" bytes">> {};
// Document Length:        Variable
template <typename S> struct document_variable : entry<S, "Document Length:", typename S::template words<"Variable">> {};

// Number of workers:      2                                                          (trunk)
template <typename S> struct workers              : entry<S, "Number of workers:", typename S::template integer<0>> {};
// Concurrency Level:      100
template <typename S> struct concurrency          : entry<S, "Concurrency Level:", typename S::template integer<0>> {};
// Concurency Level:       2                                                          (1.3b6 to 1.3.0)
template <typename S> struct concurrency_misspelt : entry<S, "Concurency Level:", typename S::template integer<0>> {};
// Concurrency achieved:   2                                                          (trunk)
template <typename S> struct concurrency_achieved : entry<S, "Concurrency achieved:", typename S::template integer<0>> {};
// Rampup delay:           0 [ms]                                                     (trunk)
template <typename S> struct rampup_delay         : entry<S, "Rampup delay:", typename S::template figure<0>, typename S::template words<" [ms]">> {};
// Time taken for tests:   0.798 seconds
template <typename S> struct time_taken           : entry<S, "Time taken for tests:", typename S::template figure<0>, typename S::template words<" seconds">> {};
// Number of requests:     50000 (window)                                             (trunk)
template <typename S> struct window               : entry<S, "Number of requests:", typename S::template integer<0>, typename S::template words<" (window)">> {};
// Number of requests:     10                                                         (trunk)
template <typename S> struct requests_asked       : entry<S, "Number of requests:", typename S::template integer<0>> {};
// Complete requests:      1000
template <typename S> struct complete             : entry<S, "Complete requests:", typename S::template integer<0>> {};
// Failed requests:        0
template <typename S> struct failed               : entry<S, "Failed requests:", typename S::template integer<0>> {};
//    (Connect: 0, Receive: 0, Length: 362, Exceptions: 0)                            (2.2.9 and later)
template <typename S> struct failed_breakdown     : pegtl::seq<
    typename S::indent,
    typename S::template words<"(Connect: ">,     typename S::template integer<0>,
    typename S::template words<", Receive: ">,    typename S::template integer<1>,
    typename S::template words<", Length: ">,     typename S::template integer<2>,
    typename S::template words<", Exceptions: ">, typename S::template integer<3>, pegtl::one<')'>, typename S::end> {};
//    (Connect: 5, Length: 0, Exceptions: 0)                                          (to 2.2.8)
template <typename S> struct failed_breakdown_without_receive : pegtl::seq<
    typename S::indent,
    typename S::template words<"(Connect: ">,     typename S::template integer<0>,
    typename S::template words<", Length: ">,     typename S::template integer<2>,
    typename S::template words<", Exceptions: ">, typename S::template integer<3>, pegtl::one<')'>, typename S::end> {};
// Broken pipe errors:     0                                                          (1.3.22 to 1.3.42)
template <typename S> struct broken_pipe_errors   : entry<S, "Broken pipe errors:", typename S::template integer<0>> {};
// Write errors:           0
template <typename S> struct write_errors         : entry<S, "Write errors:", typename S::template integer<0>> {};
// Non-2xx responses:      362
template <typename S> struct non_2xx              : entry<S, "Non-2xx responses:", typename S::template integer<0>> {};
// Keep-Alive requests:    1000
template <typename S> struct keep_alive           : entry<S, "Keep-Alive requests:", typename S::template integer<0>> {};
// Keep-Alive aborts:      9                                                          (trunk)
template <typename S> struct keep_alive_aborts    : entry<S, "Keep-Alive aborts:", typename S::template integer<0>> {};
// Total transferred:      176000 bytes
template <typename S> struct total_transferred    : entry<S, "Total transferred:", typename S::template integer<0>, typename S::template words<" bytes">> {};
// Total transfered:       1122 bytes                                                 (1.3b6 to 1.3.0)
template <typename S> struct total_misspelt       : entry<S, "Total transfered:", typename S::template integer<0>, typename S::template words<" bytes">> {};
// Total POSTed:           1760                                                       (1.3.2 to 2.2.34)
template <typename S> struct total_posted         : entry<S, "Total POSTed:", typename S::template integer<0>> {};
// Total PUT:              1728                                                       (2.2.14 to 2.2.34)
template <typename S> struct total_put            : entry<S, "Total PUT:", typename S::template integer<0>> {};
// Total body sent:        38600                                                      (2.3.3 and later)
template <typename S> struct total_body_sent      : entry<S, "Total body sent:", typename S::template integer<0>> {};
// HTML transferred:       4000 bytes
template <typename S> struct html_transferred     : entry<S, "HTML transferred:", typename S::template integer<0>, typename S::template words<" bytes">> {};
// HTML transfered:        209 bytes                                                  (1.3b6 to 1.3.0)
template <typename S> struct html_misspelt        : entry<S, "HTML transfered:", typename S::template integer<0>, typename S::template words<" bytes">> {};

// Requests per second:    1252.57 [#/sec] (mean)
template <typename S> struct requests_per_second       : entry<S, "Requests per second:", typename S::template figure<0>, typename S::template words<" [#/sec] (mean)">> {};
// Requests per second:    1252.57 [#/sec]                                            (cut by whoever pasted it)
// Requests per second:    1252.57 /sec (mean)
struct cut_rate_unit : pegtl::sor<spaced<" [#/sec]">, spaced<" /sec (mean)">> {};
template <typename S> struct requests_per_second_cut   : entry<S, "Requests per second:", typename S::template figure<0>, cut_rate_unit> {};
// Requests per second:    25.58                                                      (1.3.1 to 1.3.20)
template <typename S> struct requests_per_second_bare  : entry<S, "Requests per second:", typename S::template figure<0>> {};
// Requests per seconds:   25.58                                                      (1.3b6 to 1.3.0)
template <typename S> struct requests_per_seconds      : entry<S, "Requests per seconds:", typename S::template figure<0>> {};
// Time per request:       79.836 [ms] (mean)
template <typename S> struct time_per_request          : entry<S, "Time per request:", typename S::template figure<0>, typename S::template words<" [ms] (mean)">> {};
// Time per request:       0.798 [ms] (mean, across all concurrent requests)
template <typename S> struct time_per_request_all      : entry<S, "Time per request:", typename S::template figure<0>, typename S::template words<" [ms] (mean, across all concurrent requests)">> {};
// Time per request:       34.91 [ms] (mean, across all concurent requests)           (2.0.16 to 2.0.18)
template <typename S> struct time_per_request_concurent : entry<S, "Time per request:", typename S::template figure<0>, typename S::template words<" [ms] (mean, across all concurent requests)">> {};
// Transfer rate:          215.28 [Kbytes/sec] received
template <typename S> struct rate_received             : entry<S, "Transfer rate:", typename S::template figure<0>, typename S::template words<" [Kbytes/sec] received">> {};
// Transfer rate:          215.28 [Kbytes/sec]                                        (cut by whoever pasted it)
template <typename S> struct rate_received_cut         : entry<S, "Transfer rate:", typename S::template figure<0>, typename S::template words<" [Kbytes/sec]">> {};
// Transfer rate:          2.61 kb/s received                                         (1.3.2 to 1.3.20)
template <typename S> struct rate_received_kb          : entry<S, "Transfer rate:", typename S::template figure<0>, typename S::template words<" kb/s received">> {};
// Transfer rate:          2.61 kb/s                                                  (1.3b6 to 1.3.1)
template <typename S> struct rate_kb                   : entry<S, "Transfer rate:", typename S::template figure<0>, typename S::template words<" kb/s">> {};
//                         526.89 kb/s sent
template <typename S> struct rate_sent                 : pegtl::seq<typename S::indent, typename S::template figure<0>, typename S::template words<" kb/s sent">, typename S::end> {};
//                         857.22 kb/s total
template <typename S> struct rate_total                : pegtl::seq<typename S::indent, typename S::template figure<0>, typename S::template words<" kb/s total">, typename S::end> {};
// clang-format on

}  // namespace abstat::rules
