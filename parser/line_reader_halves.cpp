// Lines of ab whose two halves stand apart.
#include "line_beginnings.hpp"
#include "line_literal.hpp"
#include "line_reader.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>
#include <utility>

namespace abstat {

namespace rules {

// clang-format off

// "Server SoftwCompleted 900 requests": standard error in the middle of a line of standard output.
struct completed_notice : pegtl::seq<literal<"Completed ">, pegtl::plus<pegtl::digit>, literal<" requests">> {};
struct finished_notice  : pegtl::seq<literal<"Finished ">, pegtl::plus<pegtl::digit>, literal<" requests">, pegtl::opt<literal<" (interrupted)">>> {};
struct interruption     : pegtl::seq<pegtl::sor<completed_notice, finished_notice>, pegtl::eof> {};
struct interrupted_half : pegtl::plus<pegtl::not_at<interruption>, pegtl::any> {};
struct interrupted_line : pegtl::seq<interrupted_half, interruption> {};
// clang-format on

template <typename Rule>
struct half_action : pegtl::nothing<Rule> {};
template <>
struct half_action<interrupted_half> {
  template <typename Input>
  static void apply(const Input& in, std::string_view& half) {
    half = in.string_view();
  }
};

}  // namespace rules

namespace {

// Shorter ones are seldom cut off by the width of a terminal.
constexpr std::size_t shortest_wrapped_line = 40;

constexpr std::array<std::string_view, 2> gaps{"", " "};

}  // namespace

// The half line at hand and this one.
bool LineReader::read_joined(std::string_view shown) {
  if (fragment_.text.empty()) return false;
  LineInput in(shown.data(), shown.data() + shown.size(), "");
  if (pegtl::parse<rules::interruption>(in)) return read_at(shown, 0, PrefixKind::none);
  const Fragment fragment = std::exchange(fragment_, {});
  if (fragment.wrapped ? read_wrapped(fragment, without_prefix(shown))
                       : read_parts(fragment.text + std::string(shown))) {
    return true;
  }
  fragment_ = fragment;
  give_up_fragment();
  return false;
}

// A terminal cuts anywhere; whoever wraps a text drops the blank.
bool LineReader::read_wrapped(const Fragment& fragment, std::string_view rest) {
  const std::size_t begin = fragment.text.size() - without_prefix(fragment.text).size();
  return std::any_of(gaps.begin(), gaps.end(), [&](std::string_view gap) {
    const std::string line = fmt::format("{}{}{}", fragment.text, gap, rest);
    return read_at(line, begin, prefix_kind(line.substr(0, begin)));
  });
}

void LineReader::give_up_fragment() {
  if (fragment_.text.empty()) return;
  const Fragment fragment = std::exchange(fragment_, {});
  const std::size_t here = std::exchange(assembler_.line.number, fragment.line);
  give_up(fragment.text, fragment.text);
  assembler_.line.number = here;
}

std::string_view LineReader::without_prefix(std::string_view shown) const {
  const std::size_t prefix = own_prefix_size(shown);
  return shown.substr(prefix != 0 ? prefix : decoration_size(shown));
}

// "Time per request:       0.798 [ms] (mean, across all" of a narrow terminal: the next line may be its end.
bool LineReader::keep_wrapped(std::string_view shown) {
  if (!assembler_.is_open()) return false;
  const std::string_view words = without_prefix(shown);
  if (words.size() < shortest_wrapped_line || !begins_like_a_line(words)) return false;
  fragment_ = {std::string(shown), assembler_.line.number, true};
  return true;
}

bool LineReader::read_interrupted(std::string_view shown) {
  if (!assembler_.is_open() || !(shown.ends_with(" requests") || shown.ends_with(" (interrupted)")))
    return false;
  LineInput in(shown.data(), shown.data() + shown.size(), "");
  std::string_view half;
  if (!pegtl::parse<rules::interrupted_line, rules::half_action>(in, half)) return false;
  fragment_ = {std::string(half), assembler_.line.number, false};
  return read_at(shown, half.size(), PrefixKind::none);
}

}  // namespace abstat
