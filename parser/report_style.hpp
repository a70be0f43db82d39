// The two styles in which every line of ab is read. `plain` takes it byte for byte as ab pads it, `pasted` as
// it looks after people, terminals and markup have touched it. The rules of the lines are written once for
// both.
#pragma once

#include "line_literal.hpp"
#include "line_values.hpp"

namespace abstat::rules {

// clang-format off

// What stands around and between pasted words.
struct blank      : pegtl::one<' ', '\t'> {};
struct blanks     : pegtl::plus<blank> {};
struct tag        : pegtl::seq<pegtl::one<'<'>, pegtl::opt<pegtl::one<'/'>>, pegtl::alpha, pegtl::until<pegtl::one<'>'>, pegtl::not_one<'<'>>> {};
struct mark       : pegtl::one<'*', '_', '`', '"', '\''> {};  // emphasises or quotes
struct filler     : pegtl::sor<blank, mark, tag> {};
struct colon      : pegtl::sor<pegtl::one<':'>, literal<"：">> {};
struct cell_break : pegtl::sor<pegtl::one<'|'>, literal<"</td>">, literal<"</th>">, pegtl::one<'\t'>> {};
struct filling    : pegtl::star<pegtl::not_at<cell_break>, filler> {};
// A mark right behind the label belongs to it ("**Server Port:** 80"), one in front of the value to the value.
struct value_gap  : pegtl::star<pegtl::sor<blank, tag, pegtl::one<'|'>>> {};
struct separator  : pegtl::seq<filling, pegtl::sor<colon, cell_break>, pegtl::star<mark>, value_gap> {};
struct trailer    : pegtl::star<pegtl::sor<pegtl::one<' ', '\t', '*', '_', '`', '"', '\'', '|', ',', ';', '\\', '+'>, tag, literal<"-->">, literal<"*/">, literal<"│">, literal<"┃">, literal<"║">>> {};
// Between the columns of Connection Times, which some turn into a markdown table or write as 0 ± 0.9.
struct column_gap : pegtl::plus<pegtl::sor<blank, pegtl::one<'|', '[', ']'>, literal<"+/-">, literal<"±">, tag>> {};

struct plain_end  : pegtl::sor<pegtl::one<'\n'>, literal<"\r\n">> {};
// What authors explain their lines with: "Failed requests:        0    # 失败请求数", "(mean)  <=== look", "（…".
struct foreign_word : pegtl::range<'\x80', '\xff'> {};
struct note_sign    : pegtl::sor<pegtl::one<'#'>, literal<"//">, literal<"/*">, literal<"<-">, literal<"<=">, literal<"->">, literal<"=>">, literal<"--">, literal<"**">, foreign_word> {};
struct note         : pegtl::seq<note_sign, pegtl::star<pegtl::any>> {};
struct pasted_end   : pegtl::sor<pegtl::seq<trailer, pegtl::eof>, pegtl::seq<pegtl::star<blank>, note>> {};
// clang-format on

inline constexpr std::size_t label_width = 24;
inline constexpr std::size_t row_label_width = 12;

struct plain {
  template <Words Label>
  using label = literal<padded<Label, label_width>()>;
  template <Words Label>
  using row_label = pegtl::seq<literal<padded<Label, row_label_width>()>, plain_blanks_between>;
  template <Words Text>
  using words = literal<Text>;
  template <std::size_t Slot>
  using figure = called<plain_figure<Slot>>;
  template <std::size_t Slot>
  using integer = called<plain_integer<Slot>>;
  template <std::size_t Slot>
  using word = called<plain_word<Slot>>;
  template <std::size_t Slot>
  using text = called<plain_word<Slot>>;
  template <std::size_t Slot>
  using phrase = plain_phrase<Slot>;
  using gap = plain_blanks_between;
  using indent = pegtl::star<pegtl::one<' '>>;
  using end = plain_end;
};

struct pasted {
  template <Words Label>
  using label = pegtl::seq<spaced<without_colon<Label>()>, separator>;
  template <Words Label>
  using row_label = pegtl::seq<spaced<without_colon<Label>()>, separator, pegtl::star<column_gap>>;
  template <Words Text>
  using words = spaced<Text>;
  template <std::size_t Slot>
  using figure = pegtl::seq<pegtl::star<mark>, pasted_figure<Slot>, pegtl::star<mark>>;
  template <std::size_t Slot>
  using integer = pegtl::seq<pegtl::star<mark>, pasted_integer<Slot>, pegtl::star<mark>>;
  template <std::size_t Slot>
  using word = pasted_word<Slot>;
  template <std::size_t Slot>
  using text = pasted_text<Slot>;
  template <std::size_t Slot>
  using phrase = pasted_text<Slot>;
  using gap = column_gap;
  using indent = pegtl::star<blank>;
  using end = pasted_end;
};

}  // namespace abstat::rules
