// PEGTL rules for the tokens of prose: numbers as people write them, what looks like a number and is none,
// markup, words of the vocabulary. They read the plain form of a passage (claim_token.hpp).
#pragma once

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

namespace abstat::token_rules {

namespace p = tao::pegtl;

// clang-format off
struct blank        : p::one<' ', '\t'> {};
struct letter       : p::sor<p::ranges<'a', 'z', '_'>, p::utf8::ranges<0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x24F, 0x400, 0x52F>> {};  // × and ÷ are none
struct word_char    : p::sor<letter, p::digit> {};

// markup; none reads past a character that could begin it again, so that a line of openings is read once
struct comment      : p::seq<TAO_PEGTL_STRING("<!--"), p::until<p::sor<TAO_PEGTL_STRING("-->"), p::eof>>> {};
struct tag          : p::seq<p::one<'<'>, p::opt<p::one<'/'>>, p::alpha, p::star<p::not_one<'>', '<', '\n'>>, p::one<'>'>> {};
struct code_span    : p::seq<p::one<'`'>, p::plus<p::not_one<'`', '\n'>>, p::one<'`'>> {};
struct image        : p::seq<TAO_PEGTL_STRING("!["), p::star<p::not_one<'[', ']'>>, TAO_PEGTL_STRING("]("), p::star<p::not_one<']', ')', '\n'>>, p::one<')'>> {};
struct link_target  : p::seq<TAO_PEGTL_STRING("]("), p::star<p::not_one<']', ')', '\n'>>, p::one<')'>> {};
struct org_link     : p::seq<TAO_PEGTL_STRING("[["), p::star<p::not_one<'[', ']', '\n'>>, p::sor<TAO_PEGTL_STRING("]["), TAO_PEGTL_STRING("]]")>> {};
struct footnote     : p::seq<p::one<'['>, p::opt<p::one<'^'>>, p::rep_min_max<1, 3, p::digit>, p::one<']'>> {};
struct strike       : TAO_PEGTL_STRING("~~") {};
struct emphasis     : p::sor<TAO_PEGTL_STRING("**"), TAO_PEGTL_STRING("__"), p::seq<p::one<'*'>, p::not_at<p::digit>>> {};
struct url          : p::seq<p::sor<TAO_PEGTL_STRING("https://"), TAO_PEGTL_STRING("http://"), TAO_PEGTL_STRING("localhost")>, p::star<p::ranges<'!', '~'>>> {};
struct mention      : p::seq<p::plus<word_char>, p::one<'@'>, p::plus<p::sor<word_char, p::one<'.', '-'>>>> {};

// what holds digits and is no number
struct year         : p::seq<p::sor<TAO_PEGTL_STRING("19"), TAO_PEGTL_STRING("20")>, p::rep<2, p::digit>> {};
struct day          : p::rep_min_max<1, 2, p::digit> {};
template <char Mark> struct date_by : p::seq<year, p::one<Mark>, day, p::one<Mark>, day> {};
struct date         : p::seq<p::sor<date_by<'-'>, date_by<'/'>, date_by<'.'>, p::seq<year, p::one<'-', '/'>, p::rep<2, p::digit>>, p::seq<year, TAO_PEGTL_STRING("年")>>, p::not_at<p::digit>> {};
struct month        : p::seq<p::sor<TAO_PEGTL_STRING("jan"), TAO_PEGTL_STRING("feb"), TAO_PEGTL_STRING("mar"), TAO_PEGTL_STRING("apr"), TAO_PEGTL_STRING("may"), TAO_PEGTL_STRING("jun"), TAO_PEGTL_STRING("jul"), TAO_PEGTL_STRING("aug"), TAO_PEGTL_STRING("sep"), TAO_PEGTL_STRING("oct"), TAO_PEGTL_STRING("nov"), TAO_PEGTL_STRING("dec"), TAO_PEGTL_STRING("mai"), TAO_PEGTL_STRING("okt"), TAO_PEGTL_STRING("dez"), TAO_PEGTL_STRING("ноябр"), TAO_PEGTL_STRING("октябр"), TAO_PEGTL_STRING("декабр"), TAO_PEGTL_STRING("январ")>, p::star<letter>, p::opt<p::one<'.'>>> {};
struct day_of_month : p::seq<day, p::opt<p::sor<TAO_PEGTL_STRING("th"), TAO_PEGTL_STRING("st"), TAO_PEGTL_STRING("nd"), TAO_PEGTL_STRING("rd"), p::one<'.'>>>, p::plus<blank>, month, p::opt<p::opt<p::one<','>>, p::plus<blank>, year>> {};
struct month_day    : p::seq<month, p::plus<blank>, day, p::not_at<p::digit>, p::opt<p::opt<p::one<','>>, p::plus<blank>, year>> {};
struct clock        : p::seq<p::rep_min_max<1, 2, p::digit>, p::one<':'>, p::rep<2, p::digit>, p::opt<p::one<':'>, p::rep<2, p::digit>>, p::not_at<p::digit>> {};
struct version      : p::seq<p::opt<p::one<'v'>>, p::plus<p::digit>, p::rep_min<2, p::one<'.'>, p::plus<p::digit>>, p::opt<p::one<':'>, p::plus<p::digit>>> {};
struct v_version    : p::seq<p::one<'v'>, p::plus<p::digit>, p::star<p::one<'.'>, p::plus<p::digit>>, p::not_at<word_char>> {};
struct port         : p::seq<p::one<':'>, p::rep_min_max<2, 5, p::digit>, p::not_at<p::sor<word_char, p::seq<p::one<'.', ','>, p::digit>>>> {};
struct hash_id      : p::seq<p::one<'#'>, p::plus<p::digit>> {};
struct ticket       : p::seq<p::plus<letter>, p::one<'-'>, p::plus<p::digit>, p::not_at<word_char>> {};
struct ordinal      : p::seq<p::plus<p::digit>, p::sor<TAO_PEGTL_STRING("st"), TAO_PEGTL_STRING("nd"), TAO_PEGTL_STRING("rd")>, p::not_at<word_char>> {};
struct status_class : p::seq<p::range<'1', '5'>, TAO_PEGTL_STRING("xx"), p::not_at<word_char>> {};
// 302 那组, "the 503 page": the pages that answer so
struct status_noun  : p::sor<TAO_PEGTL_STRING("页"), TAO_PEGTL_STRING("那组"), TAO_PEGTL_STRING("这组"), TAO_PEGTL_STRING("那个"), TAO_PEGTL_STRING("这个"), TAO_PEGTL_STRING("跳转"), TAO_PEGTL_STRING("限流"), TAO_PEGTL_STRING("响应页"), TAO_PEGTL_STRING("错误页"), TAO_PEGTL_STRING("状态"), TAO_PEGTL_STRING("ページ"), TAO_PEGTL_STRING("страниц"), TAO_PEGTL_STRING("página"),
                             p::seq<p::sor<TAO_PEGTL_STRING("page"), TAO_PEGTL_STRING("redirect"), TAO_PEGTL_STRING("endpoint"), TAO_PEGTL_STRING("seite"), TAO_PEGTL_STRING("case"), TAO_PEGTL_STRING("handler")>, p::opt<p::one<'s', 'n'>>, p::not_at<word_char>>> {};
struct status_name  : p::seq<p::range<'1', '5'>, p::rep<2, p::digit>, p::at<p::seq<p::opt<p::one<' ', '-'>>, status_noun>>> {};
struct identifier   : p::sor<date, day_of_month, clock, version, v_version, hash_id, ordinal> {};

// -w 4, --workers=4, -n 1000, -c 100
struct option       : p::seq<p::one<'-'>, p::opt<p::one<'-'>>, p::alpha, p::star<p::sor<p::alnum, p::one<'-', '_'>>>, p::opt<p::sor<p::one<'='>, p::plus<blank>>, p::plus<p::digit>, p::not_at<p::sor<word_char, p::one<'.', ',', '%'>>>>> {};

// 1252  1,252  1'252  1 252  1252.57  1.252,57  12,5  .5
struct group_mark   : p::one<',', '\'', ' ', '_', '.'> {};
struct three        : p::seq<p::rep<3, p::digit>, p::not_at<p::digit>> {};
struct group        : p::seq<group_mark, three> {};
template <char... Mark> struct grouped_by : p::seq<p::rep_min_max<1, 3, p::digit>, p::plus<p::one<Mark...>, three>> {};
struct grouped      : p::sor<grouped_by<','>, grouped_by<' '>, grouped_by<'\''>, grouped_by<'_'>, p::seq<p::rep_min_max<1, 3, p::digit>, p::rep_min<2, p::one<'.'>, three>>> {};
struct point_digits : p::seq<p::one<'.'>, p::plus<p::digit>> {};
// A comma before one or two digits, or before more behind a group of points: decimals.
struct comma_digits : p::seq<p::one<','>, p::sor<p::seq<p::rep_min_max<1, 2, p::digit>, p::not_at<p::digit>>>> {};
struct figure       : p::sor<p::seq<grouped_by<' '>, comma_digits>, p::seq<grouped, p::opt<point_digits>>,
                             p::seq<p::rep_min_max<1, 3, p::digit>, p::plus<p::one<'.'>, three>, comma_digits>,
                             p::seq<p::plus<p::digit>, p::opt<p::sor<point_digits, comma_digits>>>,
                             point_digits> {};
// 95 of p95, 99.9 of p99.9: "p95 110 ms" is no ninety-five thousand
struct level_digits : p::seq<p::rep_min_max<2, 3, p::digit>, p::opt<point_digits>> {};
struct suffix_end   : p::not_at<word_char> {};
struct thousand     : p::sor<p::seq<p::opt<blank>, p::one<'k', 'w'>, suffix_end>, p::seq<p::opt<blank>, p::sor<TAO_PEGTL_STRING("万"), TAO_PEGTL_STRING("千"), TAO_PEGTL_STRING("億"), TAO_PEGTL_STRING("億")>>,
                             p::seq<blank, p::sor<TAO_PEGTL_STRING("thousand"), TAO_PEGTL_STRING("million"), TAO_PEGTL_STRING("тысяч"), TAO_PEGTL_STRING("тысячи"), TAO_PEGTL_STRING("тыс."), TAO_PEGTL_STRING("тыс"), TAO_PEGTL_STRING("tausend"), TAO_PEGTL_STRING("mille"), TAO_PEGTL_STRING("mil")>, suffix_end>,
                             p::seq<TAO_PEGTL_STRING("m"), suffix_end>> {};
struct masked       : p::seq<p::plus<p::digit>, p::rep_min<2, p::one<'x'>>, suffix_end> {};
struct minus        : p::one<'-'> {};
struct signs        : p::one<'-', '+'> {};
struct plus_sign    : p::one<'+'> {};

// a word of letters, digits, and what joins them
struct joiner       : p::one<'-', '.', '/', '\'', ':'> {};
struct plain_word   : p::seq<p::plus<word_char>, p::star<joiner, p::plus<word_char>>> {};
struct letters      : p::plus<word_char> {};

struct ideograph    : p::utf8::ranges<0x3040, 0x30FF, 0x3400, 0x9FFF> {};
struct blanks       : p::plus<blank> {};
struct line_feed    : p::one<'\n'> {};
struct full_stop    : p::sor<p::seq<p::one<'.'>, p::at<p::sor<p::space, p::eof, p::one<')', '"', '*'>>>>, TAO_PEGTL_STRING("。"), p::one<'!'>> {};
struct question     : p::one<'?'> {};
struct clause_mark  : p::sor<p::one<',', ';'>, TAO_PEGTL_STRING("—"), TAO_PEGTL_STRING("--"), TAO_PEGTL_STRING("…"), p::seq<p::at<blank>, TAO_PEGTL_STRING(" - ")>> {};
// 1) 1、 (1) 1） ① at the beginning of a line
struct close_ordinal: p::sor<p::one<')'>, TAO_PEGTL_STRING("、"), TAO_PEGTL_STRING("）")> {};
struct line_ordinal : p::sor<p::seq<p::opt<p::sor<p::one<'('>, TAO_PEGTL_STRING("（")>>, p::rep_min_max<1, 2, p::digit>, close_ordinal>, p::utf8::range<0x2460, 0x2473>> {};
// 四成, 3 割: tenths
struct tenths_digit : p::sor<p::digit, TAO_PEGTL_STRING("一"), TAO_PEGTL_STRING("两"), TAO_PEGTL_STRING("二"), TAO_PEGTL_STRING("三"), TAO_PEGTL_STRING("四"), TAO_PEGTL_STRING("五"), TAO_PEGTL_STRING("六"), TAO_PEGTL_STRING("七"), TAO_PEGTL_STRING("八"), TAO_PEGTL_STRING("九")> {};
struct tenths_noun  : p::sor<p::seq<TAO_PEGTL_STRING("成"), p::not_at<p::sor<TAO_PEGTL_STRING("功"), TAO_PEGTL_STRING("本"), TAO_PEGTL_STRING("为"), TAO_PEGTL_STRING("绩"), TAO_PEGTL_STRING("分"), TAO_PEGTL_STRING("立"), TAO_PEGTL_STRING("果"), TAO_PEGTL_STRING("员"), TAO_PEGTL_STRING("就"), TAO_PEGTL_STRING("了")>>>,
                             p::seq<TAO_PEGTL_STRING("割"), p::not_at<p::sor<TAO_PEGTL_STRING("り"), TAO_PEGTL_STRING("合"), TAO_PEGTL_STRING("当")>>>> {};
struct tenths       : p::seq<tenths_digit, p::star<blank>, tenths_noun> {};
struct enumeration  : p::sor<TAO_PEGTL_STRING("、"), p::one<'/'>> {};
// clang-format on

}  // namespace abstat::token_rules
