// What the rules of a line read before it is known whether the line is whole: numbers and words wait here,
// and the action of the line stores them once everything matched.
#pragma once

#include "figure_grammar.hpp"
#include "line_digits.hpp"
#include "line_text.hpp"

#include <array>
#include <cstdint>
#include <string_view>

#include <abstat/limits.hpp>

namespace abstat {

struct LineValues {
  std::array<Figure, 5> figures;
  std::array<std::int64_t, 4> integers;
  std::array<std::string_view, 4> words;
  std::string_view prefix;  // what stood in front of the line, for pasted lines
};

namespace rules {

// Up to seven digits, and up to seven more behind a point, written straight into the slot: every number ab
// prints on a good day. Signs, inf, nan and longer numbers are left to the pasted rules, and so are numbers
// so near the end of the text that eight bytes cannot be loaded.
template <std::size_t Slot>
struct plain_figure {
  using rule_t = plain_figure;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    if (in.size(2 * digits::width + 1) < 2 * digits::width + 1) return false;
    const char* const text = in.current();
    const std::uint64_t bytes = digits::load(text);
    std::uint64_t ends = digits::others_than_digits(bytes);
    const std::size_t whole = digits::bytes_before(ends);
    if (whole == 0 || whole == digits::width) return false;
    Figure& figure = state.values.figures[Slot];
    if (text[whole] != '.') {
      figure = Figure{digits::number(bytes, whole), 0, FigureKind::finite, false};
      in.bump_in_this_line(whole);
      return true;
    }
    ends &= ends - 1;
    if (ends == 0) return match_long(in, figure, bytes, whole);
    const std::size_t size = digits::bytes_before(ends);
    const std::size_t decimals = size - whole - 1;
    if (decimals == 0) return false;
    // Without the point all digits are joined at once.
    const std::uint64_t front = (std::uint64_t{1} << (8 * whole)) - 1;
    const std::uint64_t pointless = (bytes & front) | (bytes >> 8U & ~front);
    figure = Figure{digits::number(pointless, size - 1), static_cast<std::int8_t>(decimals),
                    FigureKind::finite, false};
    in.bump_in_this_line(size);
    return true;
  }

 private:
  // More than eight bytes, or eight of which the last is a digit.
  template <typename Input>
  [[nodiscard]] static bool match_long(Input& in, Figure& figure, std::uint64_t bytes, std::size_t whole) {
    const std::uint64_t behind_point = digits::load(in.current() + whole + 1);
    const std::size_t decimals = digits::leading_digits(behind_point);
    if (decimals == 0 || decimals == digits::width) return false;
    figure = Figure{digits::number(bytes, whole) * digits::powers_of_ten[decimals] +
                        digits::number(behind_point, decimals),
                    static_cast<std::int8_t>(decimals), FigureKind::finite, false};
    in.bump_in_this_line(whole + 1 + decimals);
    return true;
  }
};

// A whole number at the right end of a column: the %5d of ab's tables.
template <std::size_t Width, std::size_t Slot>
struct aligned_whole {
  using rule_t = aligned_whole;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    if (in.size(digits::width) < digits::width) return false;
    const std::int64_t value = digits::right_aligned<Width>(digits::load(in.current()));
    if (value < 0) return false;
    state.values.figures[Slot] = Figure{value, 0, FigureKind::finite, false};
    in.bump_in_this_line(Width);
    return true;
  }
};

// "%5d %4d %5.1f %6d %7d", the columns of a row of Connection Times since 2.0.17, with at most four digits in
// each but the last. Two of them are read at once.
struct aligned_columns {
  using rule_t = aligned_columns;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    constexpr std::size_t size = 31;
    if (in.size(size) < size) return false;
    const char* const text = in.current();
    const char tenths[] = {text[11], text[12], text[13], text[15]};  // without their point
    const std::uint64_t first = digits::two_right_aligned(digits::fours(text + 1, text + 6));
    const std::uint64_t second = digits::two_right_aligned(digits::fours(tenths, text + 19));
    const std::int64_t max = digits::right_aligned<8>(digits::load(text + 23));
    const bool are_columns = text[0] == ' ' && text[5] == ' ' && text[10] == ' ' && text[13] != ' ' &&
                             text[14] == '.' && text[16] == ' ' && text[17] == ' ' && text[18] == ' ' &&
                             text[23] == ' ';
    if (!are_columns || max < 0 || first == digits::not_two_numbers || second == digits::not_two_numbers)
      return false;
    const auto half = [](std::uint64_t number) { return static_cast<std::int64_t>(number & 0xffffffffU); };
    auto& figures = state.values.figures;
    figures[0] = Figure{half(first), 0, FigureKind::finite, false};
    figures[1] = Figure{half(first >> 32U), 0, FigureKind::finite, false};
    figures[2] = Figure{half(second), 1, FigureKind::finite, false};
    figures[3] = Figure{half(second >> 32U), 0, FigureKind::finite, false};
    figures[4] = Figure{max, 0, FigureKind::finite, false};
    in.bump_in_this_line(size);
    return true;
  }
};

// Up to fifteen digits.
template <std::size_t Slot>
struct plain_integer {
  using rule_t = plain_integer;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    if (in.size(2 * digits::width) < 2 * digits::width) return false;
    const char* const text = in.current();
    const std::uint64_t first = digits::load(text);
    std::size_t size = digits::leading_digits(first);
    if (size == 0) return false;
    std::int64_t value = digits::number(first, size);
    if (size == digits::width) {
      const std::uint64_t rest = digits::load(text + digits::width);
      const std::size_t more = digits::leading_digits(rest);
      if (more == digits::width) return false;
      if (more != 0) value = value * digits::powers_of_ten[more] + digits::number(rest, more);
      size += more;
    }
    state.values.integers[Slot] = value;
    in.bump_in_this_line(size);
    return true;
  }
};

// The blanks that align a column.
struct plain_blanks_between {
  using rule_t = plain_blanks_between;
  using subs_t = pegtl::empty_list;

  template <typename Input>
  [[nodiscard]] static bool match(Input& in) {
    if (in.size(digits::width) < digits::width) return false;
    const std::size_t size = digits::leading_blanks(digits::load(in.current()));
    in.bump_in_this_line(size);
    return size != digits::width;  // no column of ab is so far from the next
  }
};

// A word without blanks and without anything that decorates pasted text. It may be empty: servers without a
// name are printed so.
template <std::size_t Slot>
struct plain_word {
  using rule_t = plain_word;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    const char* const begin = in.current();
    const char* at = begin;
    while (at != in.end() && is_undecorated(*at)) ++at;
    const auto size = static_cast<std::size_t>(at - begin);
    if (size > limits::line_bytes / 2) return false;  // left to the rules that know where lines are too long
    state.values.words[Slot] = {begin, size};
    in.bump_in_this_line(size);
    return true;
  }
};

// Nothing stands where a word may stand.
template <std::size_t Slot>
struct no_word {
  using rule_t = no_word;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& /*in*/, State& state) {
    state.values.words[Slot] = {};
    return true;
  }
};

// Words of letters and digits with one blank between them.
template <std::size_t Slot>
struct plain_phrase {
  using rule_t = plain_phrase;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    const char* const begin = in.current();
    if (!pegtl::parse<pegtl::list<pegtl::plus<pegtl::alnum>, pegtl::one<' '>>>(in)) return false;
    state.values.words[Slot] = {begin, static_cast<std::size_t>(in.current() - begin)};
    return true;
  }
};

// "TLSv1.3," of "TLSv1.3,TLS_AES_256_GCM_SHA384,2048,256"
template <std::size_t Slot>
struct word_before_comma {
  using rule_t = word_before_comma;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    const std::string_view rest(in.current(), in.size(0));
    std::size_t comma = 0;
    while (comma < rest.size() && is_undecorated(rest[comma])) ++comma;
    if (comma == 0 || comma == rest.size() || rest[comma] != ',') return false;
    state.values.words[Slot] = rest.substr(0, comma);
    in.bump_in_this_line(comma + 1);
    return true;
  }
};

// Any number the grammar of figures takes.
template <std::size_t Slot>
struct pasted_figure {
  using rule_t = pasted_figure;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    const char* const begin = in.current();
    if (!pegtl::parse<figure>(in)) return false;
    return read_figure({begin, static_cast<std::size_t>(in.current() - begin)}, state.values.figures[Slot]);
  }
};

// A whole number of 64 bits with its sign.
template <std::size_t Slot>
struct pasted_integer {
  using rule_t = pasted_integer;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    const char* const begin = in.current();
    if (!pegtl::parse<pegtl::seq<pegtl::opt<pegtl::one<'-'>>, pegtl::plus<pegtl::digit>>>(in)) return false;
    Figure whole;
    const bool fits = read_figure({begin, static_cast<std::size_t>(in.current() - begin)}, whole);
    state.values.integers[Slot] = whole.digits;
    return fits;
  }
};

// A word up to the next blank.
template <std::size_t Slot>
struct pasted_word {
  using rule_t = pasted_word;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    const std::string_view rest(in.current(), in.size(0));
    const std::string_view word =
        without_trailer(rest.substr(0, rest.find_first_of(" \t")), state.values.prefix);
    state.values.words[Slot] = without_marks(word, rest);
    in.bump_in_this_line(word.size());
    return true;
  }
};

// The rest of the line without what decorates its end, without what its author says about it and without what
// stands beside it on the screen.
template <std::size_t Slot>
struct pasted_text {
  using rule_t = pasted_text;
  using subs_t = pegtl::empty_list;

  template <pegtl::apply_mode, pegtl::rewind_mode, template <typename...> class, template <typename...> class,
            typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    const std::string_view rest = without_note(without_next_pane({in.current(), in.size(0)}));
    const std::string_view text = without_trailer(rest, state.values.prefix);
    state.values.words[Slot] = without_marks(text, rest);
    in.bump_in_this_line(text.size());
    return true;
  }
};

}  // namespace rules
}  // namespace abstat

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, abstat::rules::plain_blanks_between> : analyze_opt_traits<> {};
template <typename Name, std::size_t Slot>
struct analyze_traits<Name, abstat::rules::plain_figure<Slot>> : analyze_any_traits<> {};
template <typename Name, std::size_t Width, std::size_t Slot>
struct analyze_traits<Name, abstat::rules::aligned_whole<Width, Slot>> : analyze_any_traits<> {};
template <typename Name>
struct analyze_traits<Name, abstat::rules::aligned_columns> : analyze_any_traits<> {};
template <typename Name, std::size_t Slot>
struct analyze_traits<Name, abstat::rules::plain_integer<Slot>> : analyze_any_traits<> {};
template <typename Name, std::size_t Slot>
struct analyze_traits<Name, abstat::rules::plain_word<Slot>> : analyze_opt_traits<> {};
template <typename Name, std::size_t Slot>
struct analyze_traits<Name, abstat::rules::no_word<Slot>> : analyze_opt_traits<> {};
template <typename Name, std::size_t Slot>
struct analyze_traits<Name, abstat::rules::plain_phrase<Slot>> : analyze_any_traits<> {};
template <typename Name, std::size_t Slot>
struct analyze_traits<Name, abstat::rules::word_before_comma<Slot>> : analyze_any_traits<> {};
template <typename Name, std::size_t Slot>
struct analyze_traits<Name, abstat::rules::pasted_figure<Slot>> : analyze_any_traits<> {};
template <typename Name, std::size_t Slot>
struct analyze_traits<Name, abstat::rules::pasted_integer<Slot>> : analyze_any_traits<> {};
template <typename Name, std::size_t Slot>
struct analyze_traits<Name, abstat::rules::pasted_word<Slot>> : analyze_opt_traits<> {};
template <typename Name, std::size_t Slot>
struct analyze_traits<Name, abstat::rules::pasted_text<Slot>> : analyze_opt_traits<> {};

}  // namespace tao::pegtl
