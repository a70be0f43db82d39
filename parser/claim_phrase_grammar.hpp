// The phrase grammar of claims. It reads a sentence as a string with one character a token (the values of
// Word), so one grammar serves every language: what is language stands in the word tables.
#pragma once

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

namespace abstat::phrase_rules {

namespace p = tao::pegtl;

// clang-format off
struct hedge        : p::one<'~', 'g', 'G', 'l', 'L', 'o', 'a'> {};
struct late_hedge   : p::one<'~', 'g', 'l', 'o', '+'> {};
struct unit         : p::one<'u', 'm', 'b', 'y', '%', 'x', 'q', 'c', 'w', 'h', 'k'> {};
struct number       : p::one<'n'> {};
struct number_word  : p::one<'N'> {};
struct range_mark   : p::one<'-', 'T'> {};
struct plus         : p::one<'+'> {};
struct upper_number : p::one<'n'> {};
struct upper_unit   : unit {};
struct lower_unit   : unit {};
struct level_word   : p::one<'P'> {};

// "95th percentile", "95 分位", "95% 分位"
struct level_number : p::seq<level_word, number, p::not_at<unit>> {};
struct level        : p::sor<p::seq<number, p::opt<p::one<'%'>>, level_word>, level_number> {};
// "2000-2200 req/s", "0.17 s to 0.2 s", "between 50 and 60", "3900～4400 之间"
struct between      : p::seq<p::one<'B'>, number, p::opt<lower_unit>, p::one<'&', '-', 'T'>, upper_number, p::opt<upper_unit>> {};
struct range        : p::seq<number, p::opt<lower_unit>, range_mark, upper_number, p::opt<upper_unit>, p::opt<p::one<'B'>>> {};
struct spelled      : p::seq<p::star<hedge>, number_word, p::at<p::one<'x'>>, unit> {};
struct ratio_word   : p::one<'t', '9'> {};
struct spelled_ratio: p::seq<p::star<hedge>, ratio_word> {};
struct single       : p::seq<number, p::opt<plus>, p::opt<lower_unit>, p::opt<plus>> {};
// The hedge behind a number may not be the one before the next.
struct behind       : p::star<late_hedge, p::not_at<p::one<'n'>>> {};
struct amount       : p::seq<p::star<hedge>, p::sor<between, range, single>, behind> {};
// "from 4 to 8", "从 1049 提升到 3967": two figures, not a range.
struct from_mark    : p::one<'V'> {};
struct to_mark      : p::sor<p::one<'T', '>'>, p::seq<p::one<'R'>, p::opt<p::one<'T'>>>> {};
struct from_single  : p::seq<p::star<hedge>, single> {};
struct skipped      : p::not_one<'n', '.', ','> {};
struct from_to      : p::seq<from_mark, p::star<p::one<'~'>>, from_single, p::rep_max<6, skipped>, p::at<p::star<hedge>, number>> {};
struct arrow        : p::seq<from_single, p::one<'>'>, p::at<p::star<hedge>, number>> {};
// clang-format on

}  // namespace abstat::phrase_rules
