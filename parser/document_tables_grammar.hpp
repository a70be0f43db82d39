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
// clang-format on

}  // namespace abstat::table_rules
