// PEGTL grammar of the comments abstat reads. Once "abstat:" stands there, what follows must parse: errors
// carry the column where it stopped.
#pragma once

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

namespace abstat::comment_rules {

namespace p = tao::pegtl;

// clang-format off
struct blanks        : p::star<p::one<' ', '\t'>> {};
struct comment_end   : TAO_PEGTL_STRING("-->") {};

// report="gunicorn gevent" metric=rps
struct report_text   : p::star<p::not_one<'"', '\n'>> {};
struct report_pin    : p::if_must<p::seq<TAO_PEGTL_STRING("report"), blanks, p::one<'='>>, blanks, p::one<'"'>, report_text, p::one<'"'>> {};
struct metric_name   : p::plus<p::sor<p::alnum, p::one<'-', '_', '/'>>> {};
struct metric_pin    : p::if_must<p::seq<TAO_PEGTL_STRING("metric"), blanks, p::one<'='>>, blanks, p::opt<p::one<'"'>>, metric_name, p::opt<p::one<'"'>>> {};
struct pin           : p::list<p::sor<report_pin, metric_pin>, p::plus<p::one<' ', '\t', ','>>> {};

// expect speedup("gevent", "sync") >= 1.3
struct number        : p::seq<p::plus<p::digit>, p::opt<p::one<'.'>, p::plus<p::digit>>> {};
struct argument_text : p::star<p::not_one<'"', '\n'>> {};
struct argument      : p::if_must<p::one<'"'>, argument_text, p::one<'"'>> {};
struct function_name : p::seq<p::alpha, p::star<p::sor<p::alnum, p::one<'_', '-'>>>> {};
struct arguments     : p::list_must<argument, p::one<','>, p::one<' ', '\t'>> {};
struct call          : p::if_must<p::seq<function_name, blanks, p::one<'('>>, blanks, arguments, blanks, p::one<')'>> {};
struct sum;
struct group         : p::if_must<p::one<'('>, blanks, sum, blanks, p::one<')'>> {};
struct operand       : p::sor<number, call, group> {};
struct times_mark    : p::one<'*'> {};
struct over_mark     : p::one<'/'> {};
struct times_operand : p::seq<blanks, p::must<operand>> {};
struct over_operand  : p::seq<blanks, p::must<operand>> {};
struct product       : p::seq<operand, p::star<p::seq<blanks, p::sor<p::seq<times_mark, times_operand>, p::seq<over_mark, over_operand>>>>> {};
struct plus_mark     : p::one<'+'> {};
struct minus_mark    : p::seq<p::one<'-'>, p::not_at<p::one<'-'>>> {};
struct plus_operand  : p::seq<blanks, p::must<product>> {};
struct minus_operand : p::seq<blanks, p::must<product>> {};
struct sum           : p::seq<product, p::star<p::seq<blanks, p::sor<p::seq<plus_mark, plus_operand>, p::seq<minus_mark, minus_operand>>>>> {};
struct comparator    : p::sor<TAO_PEGTL_STRING(">="), TAO_PEGTL_STRING("<="), TAO_PEGTL_STRING("=="), p::one<'<', '>', '='>> {};
struct left_side     : sum {};
struct right_side    : sum {};
struct expectation   : p::if_must<p::seq<TAO_PEGTL_STRING("expect"), p::plus<p::one<' ', '\t'>>>, left_side, blanks, comparator, blanks, right_side> {};

// begin rank, end
struct table_name    : p::plus<p::alpha> {};
struct begin_mark    : p::if_must<p::seq<TAO_PEGTL_STRING("begin"), p::plus<p::one<' ', '\t'>>>, table_name> {};
struct end_mark      : TAO_PEGTL_STRING("end") {};

struct body          : p::sor<expectation, begin_mark, end_mark, pin> {};
struct comment       : p::if_must<p::seq<TAO_PEGTL_STRING("<!--"), blanks, TAO_PEGTL_STRING("abstat:")>, blanks, body, blanks, comment_end> {};
// clang-format on

}  // namespace abstat::comment_rules
