// The PEGTL grammar of ab's HTML output, one rule per row, named after it, the row quoted above it.
// Attributes come from -x, -y and -z verbatim; values are not escaped, so a value ends only where the row
// does.
#pragma once

#include "figure_grammar.hpp"

#include <tao/pegtl.hpp>

namespace abstat::rules::html {

// clang-format off
struct attributes : pegtl::star<pegtl::not_one<'>', '\n'>> {};
struct blanks     : pegtl::star<pegtl::blank> {};
struct line_end   : pegtl::seq<blanks, pegtl::eolf> {};
struct tr         : pegtl::seq<blanks, TAO_PEGTL_STRING("<tr"), attributes, pegtl::one<'>'>> {};
struct th         : pegtl::seq<TAO_PEGTL_STRING("<th"), attributes, pegtl::one<'>'>> {};
struct td         : pegtl::seq<TAO_PEGTL_STRING("<td"), attributes, pegtl::one<'>'>> {};
struct th_end     : TAO_PEGTL_STRING("</th>") {};
struct td_end     : TAO_PEGTL_STRING("</td>") {};
struct row_end    : pegtl::seq<td_end, TAO_PEGTL_STRING("</tr>"), line_end> {};

// What stands in a cell: taken into the line's values, and from there into the report once the row is whole.
struct text       : pegtl::star<pegtl::not_at<row_end>, pegtl::not_one<'\n'>> {};
struct whole      : pegtl::seq<pegtl::opt<pegtl::one<'-'>>, pegtl::plus<pegtl::digit>> {};
struct figure     : rules::figure {};
struct bytes      : TAO_PEGTL_STRING(" bytes") {};

template <typename Label, typename... Value>
struct entry : pegtl::seq<Label, th_end, td, Value..., row_end> {};

// <tr ><th colspan=2 bgcolor=white>Server Software:</th><td colspan=2 bgcolor=white>tiny/1.0</td></tr>
struct server_software   : entry<TAO_PEGTL_STRING("Server Software:"), text> {};
struct server_hostname   : entry<TAO_PEGTL_STRING("Server Hostname:"), text> {};
struct server_port       : entry<TAO_PEGTL_STRING("Server Port:"), whole> {};
struct document_path     : entry<TAO_PEGTL_STRING("Document Path:"), text> {};
struct document_length   : entry<TAO_PEGTL_STRING("Document Length:"), whole, bytes> {};
struct document_variable : entry<TAO_PEGTL_STRING("Document Length:"), TAO_PEGTL_STRING("Variable")> {};
struct workers           : entry<TAO_PEGTL_STRING("Number of workers:"), whole> {};
struct concurrency       : entry<TAO_PEGTL_STRING("Concurrency Level:"), whole> {};
struct concurrency_achieved : entry<TAO_PEGTL_STRING("Concurrency achieved:"), whole> {};
struct rampup_delay      : entry<TAO_PEGTL_STRING("Rampup delay:"), figure, pegtl::opt<TAO_PEGTL_STRING(" [ms]")>> {};
struct time_taken        : entry<TAO_PEGTL_STRING("Time taken for tests:"), figure, TAO_PEGTL_STRING(" seconds")> {};
struct complete          : entry<TAO_PEGTL_STRING("Complete requests:"), whole> {};
struct failed            : entry<TAO_PEGTL_STRING("Failed requests:"), whole> {};
struct non_2xx           : entry<TAO_PEGTL_STRING("Non-2xx responses:"), whole> {};
struct keep_alive        : entry<TAO_PEGTL_STRING("Keep-Alive requests:"), whole> {};
struct total_bytes       : entry<TAO_PEGTL_STRING("Total transferred:"), whole, bytes> {};
struct total_posted      : entry<TAO_PEGTL_STRING("Total POSTed:"), whole> {};
struct total_put         : entry<TAO_PEGTL_STRING("Total PUT:"), whole> {};
struct total_body_sent   : entry<TAO_PEGTL_STRING("Total body sent:"), whole> {};
struct html_bytes        : entry<TAO_PEGTL_STRING("HTML transferred:"), whole, bytes> {};
struct requests_per_second : entry<TAO_PEGTL_STRING("Requests per second:"), figure> {};
struct received_rate     : entry<TAO_PEGTL_STRING("Transfer rate:"), figure, TAO_PEGTL_STRING(" kb/s received")> {};

struct labelled : pegtl::seq<tr, th, pegtl::sor<
    server_software, server_hostname, server_port, document_path, document_length, document_variable, workers,
    concurrency, concurrency_achieved, rampup_delay, time_taken, complete, failed, non_2xx, keep_alive,
    total_bytes, total_posted, total_put, total_body_sent, html_bytes, requests_per_second, received_rate>> {};

// <tr ><td colspan=4 bgcolor=white >   (Connect: 0, Length: 5, Exceptions: 0)</td></tr>
struct failed_breakdown : pegtl::seq<tr, td, blanks, TAO_PEGTL_STRING("(Connect: "), whole,
    TAO_PEGTL_STRING(", Length: "), whole, TAO_PEGTL_STRING(", Exceptions: "), whole, pegtl::one<')'>, row_end> {};
struct unlabelled : pegtl::seq<tr, td, TAO_PEGTL_STRING("&nbsp;"), td_end, td> {};
// <tr ><td colspan=2 bgcolor=white>&nbsp;</td><td colspan=2 bgcolor=white>2834.38 kb/s sent</td></tr>
struct sent_rate  : pegtl::seq<unlabelled, figure, TAO_PEGTL_STRING(" kb/s sent"), row_end> {};
struct total_rate : pegtl::seq<unlabelled, figure, TAO_PEGTL_STRING(" kb/s total"), row_end> {};

// <tr ><th bgcolor=white colspan=4>Connnection Times (ms)</th></tr>                 (three n to 2.4.41)
struct times_heading : pegtl::seq<tr, th, TAO_PEGTL_STRING("Conn"), pegtl::opt<pegtl::one<'n'>>, TAO_PEGTL_STRING("ection Times (ms)"),
    th_end, TAO_PEGTL_STRING("</tr>"), line_end> {};
// <tr ><th bgcolor=white>&nbsp;</th> <th bgcolor=white>min</th>   <th bgcolor=white>avg</th>   <th bgcolor=white>max</th></tr>
struct times_columns : pegtl::seq<tr, th, TAO_PEGTL_STRING("&nbsp;"), th_end, blanks, th, TAO_PEGTL_STRING("min"), th_end, blanks, th,
    TAO_PEGTL_STRING("avg"), th_end, blanks, th, TAO_PEGTL_STRING("max"), th_end, TAO_PEGTL_STRING("</tr>"), line_end> {};
struct ms : pegtl::seq<blanks, whole> {};
// <tr ><th bgcolor=white>Connect:</th><td bgcolor=white>    0</td><td bgcolor=white>    0</td><td bgcolor=white>    1</td></tr>
template <typename Label>
struct times : pegtl::seq<tr, th, Label, th_end, td, ms, td_end, td, ms, td_end, td, ms, row_end> {};
struct connect    : times<TAO_PEGTL_STRING("Connect:")> {};
struct processing : times<TAO_PEGTL_STRING("Processing:")> {};
struct total      : times<TAO_PEGTL_STRING("Total:")> {};

struct row : pegtl::sor<labelled, failed_breakdown, sent_rate, total_rate, times_heading, times_columns, connect, processing, total> {};

// <table border=1>
struct table_begin : pegtl::seq<blanks, TAO_PEGTL_STRING("<table"), attributes, pegtl::one<'>'>, line_end> {};
struct table_end   : pegtl::seq<blanks, TAO_PEGTL_STRING("</table>"), line_end> {};

//  This is ApacheBench, Version 2.0.40-dev <i>&lt;$Revision: 1.146 $&gt;</i> apache-2.0<br>
struct version  : pegtl::plus<pegtl::not_one<' ', '<', '\n'>> {};
struct revision : pegtl::plus<pegtl::not_one<' ', '$', '\n'>> {};
struct apache   : pegtl::plus<pegtl::sor<pegtl::alnum, pegtl::one<'-', '.'>>> {};
struct banner   : pegtl::seq<blanks, TAO_PEGTL_STRING("This is ApacheBench, Version "), version, TAO_PEGTL_STRING(" <i>&lt;$Revision"),
    pegtl::opt<TAO_PEGTL_STRING(": "), revision, pegtl::one<' '>>, TAO_PEGTL_STRING("$&gt;</i>"),
    pegtl::opt<pegtl::one<' '>, apache>, pegtl::until<pegtl::eolf>> {};
// This is ApacheBench, Version 2.3 <$Revision$>: the banner of a text report, behind a table without end.
struct text_banner : pegtl::seq<TAO_PEGTL_STRING("This is ApacheBench, Version "), pegtl::until<pegtl::eolf>> {};
//  Copyright 1996 Adam Twiss, Zeus Technology Ltd, http://www.zeustech.net/<br>
struct copyright : pegtl::seq<blanks, pegtl::sor<TAO_PEGTL_STRING("Copyright "), TAO_PEGTL_STRING("Licensed to ")>,
    pegtl::star<pegtl::not_at<TAO_PEGTL_STRING("<br>")>, pegtl::not_one<'\n'>>, TAO_PEGTL_STRING("<br>"), line_end> {};
struct paragraph : pegtl::seq<blanks, pegtl::sor<TAO_PEGTL_STRING("<p>"), TAO_PEGTL_STRING("</p>")>, line_end> {};

// Lines of ab that may stand anywhere between, from stderr or because progress is off.
struct done       : pegtl::seq<TAO_PEGTL_STRING("..done"), line_end> {};
struct interrupted : pegtl::sor<pegtl::seq<TAO_PEGTL_STRING("..interrupted"), pegtl::eolf>,
    pegtl::seq<TAO_PEGTL_STRING("Finished "), pegtl::plus<pegtl::digit>, TAO_PEGTL_STRING(" requests (interrupted)"), pegtl::eolf>> {};
struct progress   : pegtl::seq<pegtl::sor<TAO_PEGTL_STRING("Completed "), TAO_PEGTL_STRING("Finished ")>, pegtl::plus<pegtl::digit>,
    TAO_PEGTL_STRING(" requests"), line_end> {};

struct empty_line : pegtl::seq<blanks, pegtl::eol> {};
struct other_line : pegtl::seq<pegtl::any, pegtl::until<pegtl::eolf>> {};
struct line_begin : pegtl::success {};
struct line : pegtl::seq<line_begin, pegtl::sor<row, table_begin, table_end, banner, text_banner, copyright, paragraph, done, interrupted, progress, empty_line, other_line>> {};
struct file : pegtl::until<pegtl::eof, line> {};
// clang-format on

}  // namespace abstat::rules::html
