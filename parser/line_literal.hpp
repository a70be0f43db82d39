// Words of ab as template arguments, and the two ways to match them: exactly as ab pads them, or as they
// look after somebody pasted them somewhere.
#pragma once

#include "line_digits.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

namespace abstat {
namespace pegtl = tao::pegtl;

// A string that can be a template argument.
template <std::size_t Size>
struct Words {
  char text[Size + 1] = {};
  static constexpr std::size_t size = Size;

  constexpr Words() = default;
  // Implicit, so that rules can be written as entry<"Server Port:", …>.
  constexpr Words(const char (&words)[Size + 1]) { std::copy_n(words, Size, text); }  // NOLINT
  [[nodiscard]] constexpr std::string_view view() const { return {text, Size}; }
};
template <std::size_t Length>
Words(const char (&)[Length]) -> Words<Length - 1>;

// ab's "%-24s": the label and the blanks behind it.
template <Words Label, std::size_t Width>
consteval auto padded() {
  static_assert(Label.size <= Width);
  Words<Width> result;
  std::fill_n(result.text, Width, ' ');
  std::copy_n(Label.text, Label.size, result.text);
  return result;
}

// The label without its colon, for places where something else stands between it and the value.
template <Words Label>
consteval auto without_colon() {
  static_assert(Label.text[Label.size - 1] == ':');
  Words<Label.size - 1> result;
  std::copy_n(Label.text, Label.size - 1, result.text);
  return result;
}

namespace rules {

// Whether Size bytes are the same, eight at a time and without a call: a call of memcmp for each line that ab
// might have printed next took a fifth of the time.
template <std::size_t Size>
[[nodiscard, gnu::always_inline]] inline bool same_bytes(const char* one, const char* other) {
  if constexpr (Size < digits::width) {
    return __builtin_memcmp(one, other, Size) == 0;
  } else {
    if (digits::load(one) != digits::load(other)) return false;
    std::uint64_t difference =
        digits::load(one + Size - digits::width) ^ digits::load(other + Size - digits::width);
    for (std::size_t at = digits::width; at + digits::width < Size; at += digits::width)
      difference |= digits::load(one + at) ^ digits::load(other + at);
    return difference == 0;
  }
}

// Exactly these bytes. Unlike pegtl::string its size is known where it is compared.
template <Words Text>
struct literal {
  using rule_t = literal;
  using subs_t = pegtl::empty_list;

  template <typename Input>
  [[nodiscard]] static bool match(Input& in) {
    if (in.size(Text.size) < Text.size || !same_bytes<Text.size>(in.current(), Text.text)) return false;
    in.bump_in_this_line(Text.size);
    return true;
  }
};

// A rule whose code stands once, however often the grammar names it, and is called. All code of a report is
// run once for each: written out at every place, it is more than a processor's cache for code holds, and
// reading it again takes longer than the calls.
template <typename Rule>
struct called {
  using rule_t = called;
  using subs_t = pegtl::type_list<Rule>;

  template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename State>
  [[nodiscard]] static bool match(Input& in, State& state) {
    const Rest rest = rest_behind<A, M, Action, Control, Input>(in.current(), in.end(), state);
    if (rest.begin == nullptr) return false;
    in.bump_in_this_line(static_cast<std::size_t>(rest.begin - in.current()));
    in.private_set_end(rest.end);  // a rule may end the text: see learned_lead
    return true;
  }

 private:
  struct Rest {
    const char* begin;
    const char* end;
  };
  // By value: an input whose address is taken would live in memory.
  template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename State>
  [[nodiscard, gnu::noinline, gnu::flatten]] static Rest rest_behind(const char* begin, const char* end,
                                                                     State& state) {
    Input in(begin, end, "");
    if (!Control<Rule>::template match<A, M, Action, Control>(in, state)) return {nullptr, nullptr};
    return {in.current(), in.end()};
  }
};

// These words, however many blanks stand where one was printed.
template <Words Text>
struct spaced {
  using rule_t = spaced;
  using subs_t = pegtl::empty_list;

  template <typename Input>
  [[nodiscard]] static bool match(Input& in) {
    const char* at = in.current();
    const char* const end = in.end();
    for (const char wanted : Text.view()) {
      if (at == end) return false;
      if (wanted == ' ') {
        if (*at != ' ' && *at != '\t') return false;
        while (at != end && (*at == ' ' || *at == '\t')) ++at;
      } else if (*at++ != wanted) {
        return false;
      }
    }
    in.bump_in_this_line(static_cast<std::size_t>(at - in.current()));
    return true;
  }
};

}  // namespace rules
}  // namespace abstat

namespace tao::pegtl {

template <typename Name, typename Rule>
struct analyze_traits<Name, abstat::rules::called<Rule>> : analyze_seq_traits<Rule> {};
template <typename Name, abstat::Words Text>
struct analyze_traits<Name, abstat::rules::literal<Text>> : analyze_any_traits<> {};
template <typename Name, abstat::Words Text>
struct analyze_traits<Name, abstat::rules::spaced<Text>> : analyze_any_traits<> {};

}  // namespace tao::pegtl
