// PEGTL rules for the rows of tables: cells between pipes, and columns drawn with tabs or runs of blanks.
#pragma once

#include <tao/pegtl.hpp>

namespace abstat::table_rules {

namespace p = tao::pegtl;

// clang-format off
struct blank       : p::one<' ', '\t'> {};
struct blanks      : p::star<blank> {};
struct quote_mark  : p::seq<blanks, p::one<'>'>> {};

// | a | `b|c` | d \| e |
struct code_span   : p::seq<p::one<'`'>, p::star<p::not_one<'`'>>, p::one<'`'>> {};
struct escaped     : p::seq<p::one<'\\'>, p::any> {};
struct pipe        : p::one<'|'> {};
struct pipe_cell   : p::star<p::sor<escaped, code_span, p::not_one<'|'>>> {};
struct pipe_row    : p::seq<blanks, p::opt<pipe>, p::list<pipe_cell, pipe>, p::eof> {};

// |---|:--:|, |----+----|, +----+----+, ===== ====, ┼ of box drawings
struct box_mark    : p::utf8::range<0x2500, 0x257F> {};
struct rule_mark   : p::sor<p::one<'-', '=', '+', '|', ':'>, box_mark> {};
struct long_dash   : p::sor<p::rep_min<3, p::one<'-'>>, p::rep_min<3, p::one<'='>>, p::rep_min<3, box_mark>> {};
struct rule_line   : p::seq<blanks, p::plus<p::sor<rule_mark, blank>>, p::eof> {};
struct has_dashes  : p::until<long_dash> {};
struct dash_line   : p::seq<p::at<rule_line>, has_dashes> {};

// stack      req/s   p95
struct gap         : p::sor<p::seq<p::star<p::one<' '>>, p::plus<p::one<'\t'>>, blanks>, p::rep_min<2, p::one<' '>>> {};
struct column_char : p::seq<p::not_at<p::sor<gap, p::seq<blanks, p::eof>>>, p::any> {};
struct column_cell : p::plus<column_char> {};
struct column_row  : p::seq<blanks, p::list<column_cell, gap>, blanks, p::eof> {};

// <tr><td>sync</td><td align="right"><b>4347</b></td></tr>, a cell or a row on lines of their own
template <typename Name> struct html_open : p::seq<p::one<'<'>, Name, p::not_at<p::alnum>, p::star<p::not_one<'>', '<'>>, p::one<'>'>> {};
struct html_table  : html_open<TAO_PEGTL_ISTRING("table")> {};
struct html_end    : TAO_PEGTL_ISTRING("</table") {};
struct html_row    : html_open<TAO_PEGTL_ISTRING("tr")> {};
struct html_cell   : p::sor<html_open<TAO_PEGTL_ISTRING("td")>, html_open<TAO_PEGTL_ISTRING("th")>> {};
struct html_close  : p::sor<p::seq<p::one<'<'>, p::one<'/'>, p::sor<TAO_PEGTL_ISTRING("td"), TAO_PEGTL_ISTRING("th"), TAO_PEGTL_ISTRING("tr")>, p::star<p::not_one<'>', '<'>>, p::one<'>'>>, html_end> {};
struct html_body   : p::plus<p::not_at<p::sor<html_close, html_cell, html_row>>, p::any> {};
struct html_line   : p::seq<p::star<p::sor<html_row, html_cell, html_close, html_body>>, p::eof> {};
struct has_html_table : p::until<html_table> {};
struct has_html_end   : p::until<html_end> {};
// clang-format on

}  // namespace abstat::table_rules
