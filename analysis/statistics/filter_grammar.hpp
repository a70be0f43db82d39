// The grammar of filter.hpp.
#pragma once

#include <tao/pegtl.hpp>

namespace abstat::filter_rules {

using namespace tao::pegtl;

struct blank : one<' ', '\t'> {};
struct blanks : star<blank> {};

struct field : seq<identifier_first, star<sor<identifier_other, one<'.'>>>> {};

struct number : seq<opt<one<'-', '+'>>, plus<digit>, opt<one<'.'>, plus<digit>>> {};
struct double_quoted_text : star<not_one<'"'>> {};
struct single_quoted_text : star<not_one<'\''>> {};
struct closing_double_quote : one<'"'> {};
struct closing_single_quote : one<'\''> {};
struct text : sor<if_must<one<'"'>, double_quoted_text, closing_double_quote>,
                  if_must<one<'\''>, single_quoted_text, closing_single_quote>> {};
struct true_word : keyword<'t', 'r', 'u', 'e'> {};
struct false_word : keyword<'f', 'a', 'l', 's', 'e'> {};
struct null_word : keyword<'n', 'u', 'l', 'l'> {};
struct value : sor<number, text, true_word, false_word, null_word> {};

struct equal : TAO_PEGTL_STRING("==") {};
struct unequal : TAO_PEGTL_STRING("!=") {};
struct at_most : TAO_PEGTL_STRING("<=") {};
struct at_least : TAO_PEGTL_STRING(">=") {};
struct less : one<'<'> {};
struct more : one<'>'> {};
struct contains : one<'~'> {};
struct relation : sor<equal, unequal, at_most, at_least, less, more, contains> {};

struct or_word : sor<keyword<'o', 'r'>, TAO_PEGTL_STRING("||")> {};
struct and_word : sor<keyword<'a', 'n', 'd'>, TAO_PEGTL_STRING("&&")> {};
struct not_word : sor<keyword<'n', 'o', 't'>, one<'!'>> {};

struct comparison : if_must<field, blanks, relation, blanks, value> {};
struct disjunction;
struct closing_parenthesis : one<')'> {};
struct grouped : if_must<one<'('>, blanks, disjunction, blanks, closing_parenthesis> {};
struct operand;
struct negation : if_must<not_word, blanks, operand> {};
struct operand : sor<negation, grouped, comparison> {};
struct and_tail : if_must<seq<blanks, and_word>, blanks, operand> {};
struct conjunction : seq<operand, star<and_tail>> {};
struct or_tail : if_must<seq<blanks, or_word>, blanks, conjunction> {};
struct disjunction : seq<conjunction, star<or_tail>> {};
struct end : eof {};
struct whole : must<blanks, disjunction, blanks, end> {};

}  // namespace abstat::filter_rules
