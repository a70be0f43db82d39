// PEGTL rules that tell the number of a run ("Run 3", "第二轮", "#2") from a name, and cut a caption to its
// name.
#pragma once

#include <tao/pegtl.hpp>

namespace abstat::name_rules {

namespace p = tao::pegtl;

// clang-format off
struct blank          : p::sor<p::one<' ', '\t', '*', '_', ':', '.', ')', '(', '-', '='>, TAO_PEGTL_STRING("：")> {};
struct blanks         : p::star<blank> {};
struct number         : p::plus<p::digit> {};
struct chinese_number : p::sor<TAO_PEGTL_STRING("一"), TAO_PEGTL_STRING("二"), TAO_PEGTL_STRING("三"), TAO_PEGTL_STRING("四"), TAO_PEGTL_STRING("五"),
                               TAO_PEGTL_STRING("六"), TAO_PEGTL_STRING("七"), TAO_PEGTL_STRING("八"), TAO_PEGTL_STRING("九"), TAO_PEGTL_STRING("十")> {};
struct ordinal_word   : p::sor<TAO_PEGTL_ISTRING("first"), TAO_PEGTL_ISTRING("second"), TAO_PEGTL_ISTRING("third"), TAO_PEGTL_ISTRING("fourth"), TAO_PEGTL_ISTRING("fifth")> {};
struct run_word       : p::sor<TAO_PEGTL_ISTRING("runs"), TAO_PEGTL_ISTRING("run"), TAO_PEGTL_ISTRING("round"), TAO_PEGTL_ISTRING("repeat"), TAO_PEGTL_ISTRING("trial"),
                               TAO_PEGTL_ISTRING("test"), TAO_PEGTL_ISTRING("attempt"), TAO_PEGTL_ISTRING("iteration"), TAO_PEGTL_ISTRING("lauf"), TAO_PEGTL_ISTRING("durchlauf"),
                               TAO_PEGTL_ISTRING("essai"), TAO_PEGTL_ISTRING("prueba"), TAO_PEGTL_STRING("прогон"), TAO_PEGTL_STRING("запуск")> {};
struct run_measure    : p::sor<TAO_PEGTL_STRING("轮"), TAO_PEGTL_STRING("次"), TAO_PEGTL_STRING("遍"), TAO_PEGTL_STRING("回目"), TAO_PEGTL_STRING("回")> {};
struct chinese_run    : p::seq<p::opt<TAO_PEGTL_STRING("第")>, p::sor<p::plus<chinese_number>, number>, blanks, run_measure, p::opt<p::sor<TAO_PEGTL_STRING("测试"), TAO_PEGTL_STRING("压测"), TAO_PEGTL_STRING("结果")>>> {};
struct english_run    : p::sor<p::seq<run_word, blanks, p::opt<p::one<'#'>>, number>, p::seq<ordinal_word, blanks, run_word>, p::seq<p::opt<p::one<'#'>>, number, p::opt<p::sor<TAO_PEGTL_STRING("st"), TAO_PEGTL_STRING("nd"), TAO_PEGTL_STRING("rd"), TAO_PEGTL_STRING("th")>>, blanks, p::opt<run_word>>> {};
// Nothing but the number of a run.
struct run_number     : p::seq<blanks, p::sor<chinese_run, english_run>, blanks, p::eof> {};

// ↑ gevent, 2567 req/s; -> 1064 requests/sec
struct pointing_up    : p::sor<TAO_PEGTL_STRING("↑"), TAO_PEGTL_STRING("⬆"), TAO_PEGTL_STRING("▲"), TAO_PEGTL_STRING("☝"), p::one<'^'>> {};
struct concluding     : p::sor<TAO_PEGTL_STRING("->"), TAO_PEGTL_STRING("→"), TAO_PEGTL_STRING("=>"), TAO_PEGTL_STRING("⇒"), TAO_PEGTL_STRING("➜")> {};

// A name ends where a command, a code span or a sentence begins.
struct name_stop      : p::sor<p::one<'`', '<', '\n'>, TAO_PEGTL_STRING(": "), TAO_PEGTL_STRING("："), TAO_PEGTL_STRING("ab -"), TAO_PEGTL_STRING("。"), p::seq<p::one<'.', ';'>, p::sor<p::one<' '>, p::eof>>> {};
// `a command`, and nothing else
struct code_only      : p::seq<p::one<'`'>, p::plus<p::not_one<'`', '\n'>>, p::one<'`'>, p::eof> {};
// *a whole paragraph*, _the same_
template <char Mark> struct italic : p::seq<p::one<Mark>, p::not_one<Mark>, p::until<p::seq<p::one<Mark>, p::eof>>> {};
struct italics        : p::sor<italic<'*'>, italic<'_'>> {};
// What stands before a colon or a parenthesis.
struct lead_stop      : p::sor<p::one<':', '(', '\n'>, TAO_PEGTL_STRING("："), TAO_PEGTL_STRING("（")> {};
struct lead           : p::seq<p::plus<p::not_at<lead_stop>, p::any>, p::at<lead_stop>> {};
struct mark           : p::sor<p::one<' ', '\t', '\n', '*', '_', '-', '=', '#', '>', '+', '~', '.', ')'>, p::seq<p::one<'<'>, p::star<p::not_one<'>'>>, p::one<'>'>>> {};
struct marks          : p::star<mark> {};
struct name           : p::plus<p::not_at<name_stop>, p::any> {};
// clang-format on

}  // namespace abstat::name_rules
