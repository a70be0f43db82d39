// A whole number read straight into a field of a row, because rows come by the million. The rule writes
// before the row is known to be one: a row is taken only by the action of the whole row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

#include <abstat/request_log.hpp>

namespace abstat::rules::request_log {

// An optional minus and 1 to 18 digits.
template <auto Field>
struct integer {
  using rule_t = integer;
  using subs_t = tao::pegtl::empty_list;

  template <tao::pegtl::apply_mode, tao::pegtl::rewind_mode, template <typename...> class,
            template <typename...> class, typename Input, typename... States>
  [[gnu::always_inline]] static bool match(Input& in, RequestRow& row, States&&... /*unused*/) {
    const char* const begin = in.current();
    const char* const end = in.end();
    const char* at = begin;
    const bool negative = at != end && *at == '-';
    if (negative) ++at;
    const char* const digits = at;
    std::uint64_t value = 0;
    for (; at != end; ++at) {
      const auto digit = static_cast<unsigned char>(*at - '0');
      if (digit > 9) break;
      value = value * 10 + digit;
    }
    constexpr std::ptrdiff_t most_digits = 18;
    if (at == digits || at - digits > most_digits) return false;
    const auto magnitude = static_cast<std::int64_t>(value);
    row.*Field = negative ? -magnitude : magnitude;
    in.bump_in_this_line(static_cast<std::size_t>(at - begin));
    return true;
  }
};

}  // namespace abstat::rules::request_log

namespace tao::pegtl {

template <typename Name, auto Field>
struct analyze_traits<Name, abstat::rules::request_log::integer<Field>> : analyze_any_traits<> {};

}  // namespace tao::pegtl
