// The PEGTL grammar of one printed number. Rules only read; figure_action writes the digits once the whole
// number matched, so a failed alternative leaves nothing behind.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include <abstat/figure.hpp>

namespace abstat {
namespace pegtl = tao::pegtl;

namespace rules {

// clang-format off
struct sign      : pegtl::one<'-', '+'> {};
struct whole     : pegtl::plus<pegtl::digit> {};
struct fraction  : pegtl::seq<pegtl::one<'.'>, pegtl::star<pegtl::digit>> {};
struct bare_fraction : pegtl::seq<pegtl::one<'.'>, pegtl::plus<pegtl::digit>> {};
struct exponent  : pegtl::seq<pegtl::one<'e', 'E'>, pegtl::opt<sign>, pegtl::rep_min_max<1, 3, pegtl::digit>> {};
struct number    : pegtl::seq<pegtl::sor<pegtl::seq<whole, pegtl::opt<fraction>>, bare_fraction>, pegtl::opt<exponent>> {};

// glibc prints inf and nan; the Windows runtime 1.#INF, 1.#IND, 1.#QNAN and 1.#SNAN.
struct infinite     : pegtl::sor<TAO_PEGTL_ISTRING("infinity"), TAO_PEGTL_ISTRING("inf"), pegtl::seq<TAO_PEGTL_STRING("1.#INF"), pegtl::star<pegtl::one<'0'>>>> {};
struct not_a_number : pegtl::sor<TAO_PEGTL_ISTRING("nan"), pegtl::seq<TAO_PEGTL_STRING("1.#"), pegtl::sor<TAO_PEGTL_STRING("IND"), TAO_PEGTL_STRING("QNAN"), TAO_PEGTL_STRING("SNAN")>, pegtl::star<pegtl::one<'0'>>>> {};

struct figure : pegtl::seq<pegtl::opt<sign>, pegtl::sor<infinite, not_a_number, number>> {};
// clang-format on

// What a number's text says; false when its digits do not fit 64 bits.
inline bool read_figure(std::string_view text, Figure& figure) {
  figure = Figure{};
  std::size_t at = 0;
  if (text[at] == '-' || text[at] == '+') figure.negative = text[at++] == '-';
  const std::string_view magnitude = text.substr(at);
  const char first = magnitude.front();
  const bool windows = magnitude.find('#') != std::string_view::npos;
  if (windows || first == 'i' || first == 'I' || first == 'n' || first == 'N') {
    const char tell = windows ? magnitude[3] : first;  // the letter behind "1.#"
    const bool infinite = (tell == 'I' || tell == 'i') && (!windows || magnitude[5] == 'F');
    figure.kind = infinite ? FigureKind::infinite : FigureKind::not_a_number;
    if (!infinite) figure.negative = false;
    return true;
  }
  int decimals = 0;
  bool behind_point = false;
  for (; at < text.size() && text[at] != 'e' && text[at] != 'E'; ++at) {
    if (text[at] == '.') {
      behind_point = true;
      continue;
    }
    const int digit = text[at] - '0';
    if (figure.digits > (std::numeric_limits<std::int64_t>::max() - digit) / 10) return false;
    figure.digits = figure.digits * 10 + digit;
    if (behind_point) ++decimals;
  }
  if (at < text.size()) {
    ++at;  // the e
    const bool negative_exponent = text[at] == '-';
    if (negative_exponent || text[at] == '+') ++at;
    int exponent = 0;
    for (; at < text.size(); ++at) exponent = exponent * 10 + (text[at] - '0');
    decimals += negative_exponent ? exponent : -exponent;
  }
  constexpr int most_decimals = std::numeric_limits<std::int8_t>::max();
  if (decimals > most_decimals || decimals < -most_decimals) return false;
  figure.decimals = static_cast<std::int8_t>(decimals);
  if (figure.negative) figure.digits = -figure.digits;
  return true;
}

template <typename Rule>
struct figure_action : pegtl::nothing<Rule> {};

template <>
struct figure_action<figure> {
  template <typename Input>
  static bool apply(const Input& in, Figure& figure) {
    return read_figure(in.string_view(), figure);
  }
};

}  // namespace rules
}  // namespace abstat
