// A text of fixed width, given as a picture of it. All its bytes are compared at once, which the compiler
// turns into vector instructions: rows that come by the million begin with a date.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>
#include <utility>

namespace abstat::rules {

template <std::size_t Size>
struct Picture {
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is to be written as template argument
  consteval Picture(const char (&text)[Size + 1]) { std::copy_n(text, Size, bytes.begin()); }
  std::array<char, Size> bytes{};
};
template <std::size_t Size>
Picture(const char (&)[Size]) -> Picture<Size - 1>;

// In a picture A stands for a letter, 9 for a digit, _ for a digit or a blank; all else for itself.
template <Picture Text>
struct picture {
  using rule_t = picture;
  using subs_t = tao::pegtl::empty_list;

  static constexpr std::size_t size = Text.bytes.size();

  template <tao::pegtl::apply_mode, tao::pegtl::rewind_mode, template <typename...> class,
            template <typename...> class, typename Input, typename... States>
  static bool match(Input& in, States&&... /*unused*/) {
    if (in.size(size) < size || !fits(in.current())) return false;
    in.bump_in_this_line(size);
    return true;
  }

 private:
  using Bytes = std::array<std::uint8_t, size>;

  // A byte fits when (byte | fold) lies in [low, low + span].
  static constexpr Bytes fold = [] {
    Bytes bytes{};
    std::transform(Text.bytes.begin(), Text.bytes.end(), bytes.begin(), [](char c) -> std::uint8_t {
      return c == 'A' ? 0x20 : c == '_' ? 0x10 : 0;  // upper to lower case; blank to 0
    });
    return bytes;
  }();
  static constexpr Bytes low = [] {
    Bytes bytes{};
    std::transform(Text.bytes.begin(), Text.bytes.end(), bytes.begin(), [](char c) {
      return static_cast<std::uint8_t>(c == 'A' ? 'a' : c == '9' || c == '_' ? '0' : c);
    });
    return bytes;
  }();
  static constexpr Bytes span = [] {
    Bytes bytes{};
    std::transform(Text.bytes.begin(), Text.bytes.end(), bytes.begin(), [](char c) -> std::uint8_t {
      return c == 'A' ? 25 : c == '9' || c == '_' ? 9 : 0;
    });
    return bytes;
  }();

  static bool fits(const char* text) {
    std::uint8_t strange = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const auto byte = static_cast<std::uint8_t>(static_cast<std::uint8_t>(text[i]) | fold[i]);
      const auto offset = static_cast<std::uint8_t>(byte - low[i]);
      strange = static_cast<std::uint8_t>(strange | (offset > span[i] ? 1U : 0U));
    }
    // The fold takes !"#$%&'() for digits too.
    const bool clean = [text]<std::size_t... I>(std::index_sequence<I...> /*unused*/) {
      return ((Text.bytes[I] != '_' || text[I] == ' ' || text[I] >= '0') && ...);
    }
    (std::make_index_sequence<size>());
    return clean && strange == 0;
  }
};

}  // namespace abstat::rules

namespace tao::pegtl {

template <typename Name, abstat::rules::Picture Text>
struct analyze_traits<Name, abstat::rules::picture<Text>> : analyze_any_traits<> {};

}  // namespace tao::pegtl
