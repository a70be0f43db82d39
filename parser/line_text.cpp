#include "line_text.hpp"

#include "report_style.hpp"

#include <algorithm>

#include <abstat/limits.hpp>

namespace abstat {

namespace rules {

// clang-format off

// \x1b[0;32m  \x1b]0;title\x07  \x1b(B
struct escape_parameters : pegtl::star<pegtl::range<'\x20', '\x3f'>> {};
struct control_sequence  : pegtl::seq<pegtl::one<'['>, escape_parameters, pegtl::opt<pegtl::range<'\x40', '\x7e'>>> {};
struct string_end        : pegtl::sor<pegtl::one<'\x07'>, TAO_PEGTL_STRING("\x1b\\")> {};
struct control_string    : pegtl::seq<pegtl::one<']'>, pegtl::star<pegtl::not_one<'\x07', '\x1b'>>, pegtl::opt<string_end>> {};
struct charset_choice    : pegtl::seq<pegtl::one<'(', ')'>, pegtl::opt<pegtl::any>> {};
struct ansi_escape       : pegtl::seq<pegtl::one<'\x1b'>, pegtl::opt<pegtl::sor<control_sequence, control_string, charset_choice>>> {};
struct zero_width        : pegtl::sor<TAO_PEGTL_STRING("\xef\xbb\xbf"), TAO_PEGTL_STRING("\xe2\x80\x8b")> {};
struct no_break_space    : pegtl::sor<TAO_PEGTL_STRING("\xc2\xa0"), TAO_PEGTL_STRING("&nbsp;")> {};
struct control_byte      : pegtl::sor<pegtl::range<'\0', '\x08'>, pegtl::range<'\x0a', '\x1f'>, pegtl::one<'\x7f'>> {};
struct shown_byte        : pegtl::any {};
struct visible_line      : pegtl::star<pegtl::sor<no_break_space, ansi_escape, zero_width, control_byte, shown_byte>> {};

// "12. ", "3) ", "17:" of grep -n, "  17\t" of cat -n
struct list_number     : pegtl::seq<pegtl::rep_min_max<1, 6, pegtl::digit>, pegtl::sor<
                             pegtl::seq<pegtl::one<'.', ')'>, pegtl::at<blank>>,
                             pegtl::seq<pegtl::one<':'>, pegtl::not_at<pegtl::digit>>,
                             pegtl::one<'\t', '|'>, pegtl::at<blank, blank>>> {};
struct check_box       : pegtl::seq<pegtl::one<'['>, pegtl::one<' ', 'x', 'X'>, pegtl::one<']'>, pegtl::at<blank>> {};
// A sign in front of a digit belongs to the number.
struct bullet          : pegtl::seq<pegtl::one<'-', '+'>, pegtl::not_at<pegtl::digit>> {};
struct wide_sign       : pegtl::sor<TAO_PEGTL_STRING("•"), TAO_PEGTL_STRING("·"), TAO_PEGTL_STRING("–"), TAO_PEGTL_STRING("—"), TAO_PEGTL_STRING("▪"), TAO_PEGTL_STRING("◦"),
                                    TAO_PEGTL_STRING("│"), TAO_PEGTL_STRING("┃"), TAO_PEGTL_STRING("║"), TAO_PEGTL_STRING("├"), TAO_PEGTL_STRING("─"), TAO_PEGTL_STRING("└")> {};
struct comment_word    : pegtl::seq<pegtl::sor<TAO_PEGTL_ISTRING("rem"), TAO_PEGTL_STRING("dnl")>, pegtl::at<blank>> {};
struct decoration_atom : pegtl::sor<pegtl::one<' ', '\t', '>', '#', '*', '|', '`', '~', '/', ';', '!', '\'', '"', '_', '\\', '=', '{', ','>, bullet, tag,
                                    TAO_PEGTL_STRING("<!--"), TAO_PEGTL_STRING("&gt;"), list_number, check_box, wide_sign, comment_word> {};
struct decoration      : pegtl::star<decoration_atom> {};

struct quoting         : pegtl::star<pegtl::one<' ', '\t', '>'>> {};
// ```bash
struct fence           : pegtl::seq<quoting, pegtl::sor<pegtl::rep_min<3, pegtl::one<'`'>>, pegtl::rep_min<3, pegtl::one<'~'>>>, pegtl::star<pegtl::not_one<'`'>>, pegtl::eof> {};
struct closing_atom    : pegtl::sor<TAO_PEGTL_STRING("\\n"), TAO_PEGTL_STRING("\\r"), decoration_atom, pegtl::one<'}', ']', '[', '(', ')', ':', '-'>> {};
struct only_signs      : pegtl::seq<pegtl::star<closing_atom>, pegtl::eof> {};
struct only_decoration : pegtl::sor<fence, only_signs> {};

// ## nginx    <h2>    -----    =====
struct hash_heading    : pegtl::seq<quoting, pegtl::rep_min_max<1, 6, pegtl::one<'#'>>, blank, pegtl::star<blank>, pegtl::not_one<'\n'>> {};
struct tag_heading     : pegtl::seq<quoting, pegtl::one<'<'>, pegtl::one<'h', 'H'>, pegtl::range<'1', '6'>> {};
struct ruled           : pegtl::seq<quoting, pegtl::sor<pegtl::rep_min<3, pegtl::one<'-'>>, pegtl::rep_min<3, pegtl::one<'='>>, pegtl::rep_min<3, pegtl::one<'*'>>, pegtl::rep_min<3, pegtl::one<'_'>>>, pegtl::star<blank>, pegtl::eof> {};
// run `ab -n 1000 -c 100 http://localhost/`
struct ab_name         : pegtl::seq<pegtl::sor<TAO_PEGTL_STRING("abs"), TAO_PEGTL_STRING("ab")>, pegtl::opt<TAO_PEGTL_STRING(".exe")>> {};
struct ab_command      : pegtl::seq<ab_name, blanks, pegtl::sor<pegtl::seq<pegtl::one<'-'>, pegtl::alpha>, TAO_PEGTL_STRING("http")>> {};
struct word            : pegtl::plus<pegtl::alnum> {};
struct has_ab_command  : pegtl::until<ab_command, pegtl::sor<word, pegtl::any>> {};
struct shell_prompt    : pegtl::seq<quoting, pegtl::sor<pegtl::one<'$'>, TAO_PEGTL_STRING("❯")>, blank> {};
struct section_break   : pegtl::sor<hash_heading, tag_heading, ruled, shell_prompt, has_ab_command> {};

// "web_1  | "  "runs/a.log:"  "[08:52:34] "
struct label_end       : pegtl::one<':', '|', ']', '>', ')', '}', '=', ','> {};
// clang-format on

template <typename Rule>
struct text_action : pegtl::nothing<Rule> {};
template <>
struct text_action<shown_byte> {
  template <typename Input>
  static void apply(const Input& in, std::string& shown) {
    shown.push_back(*in.begin());
  }
};
template <>
struct text_action<no_break_space> {
  static void apply0(std::string& shown) { shown.push_back(' '); }
};

}  // namespace rules

namespace {

using TextInput = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

TextInput input_of(std::string_view text) {
  return {text.data(), text.data() + text.size(), ""};
}

bool needs_cleaning(std::string_view line) {
  const bool hidden = std::any_of(line.begin(), line.end(), [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && byte != '\t') || code == 0x7f || code == 0xc2 || code == 0xef || code == 0xe2;
  });
  return hidden || line.find("&nbsp;") != std::string_view::npos;
}

constexpr std::string_view blanks = " \t";

std::string_view without_blanks_behind(std::string_view text) {
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

// The length of the frame that ends a line of a box, or 0.
std::size_t box_bar_size(std::string_view text) {
  for (const std::string_view bar : {"│", "┃", "║"}) {
    if (text.ends_with(bar)) return bar.size();
  }
  return 0;
}

// The length of the tag that ends the text, or 0.
std::size_t closing_tag_size(std::string_view text) {
  if (text.empty() || text.back() != '>') return 0;
  const std::size_t begin = text.rfind('<');
  if (begin == std::string_view::npos) return 0;
  auto in = input_of(text.substr(begin));
  return pegtl::parse<pegtl::seq<rules::tag, pegtl::eof>>(in) ? text.size() - begin : 0;
}

}  // namespace

std::string_view visible_text(std::string_view line, std::string& buffer) {
  if (!needs_cleaning(line)) return line;
  buffer.clear();
  auto in = input_of(line);
  pegtl::parse<rules::visible_line, rules::text_action>(in, buffer);
  return buffer;
}

std::size_t decoration_size(std::string_view line) {
  auto in = input_of(line);
  pegtl::parse<rules::decoration>(in);
  return static_cast<std::size_t>(in.current() - line.data());
}

std::string_view without_trailer(std::string_view value, std::string_view prefix) {
  while (true) {
    value = without_blanks_behind(value);
    if (const std::size_t tag = closing_tag_size(value); tag != 0) {
      value.remove_suffix(tag);
      continue;
    }
    if (const std::size_t bar = box_bar_size(value); bar != 0) {
      value.remove_suffix(bar);
      continue;
    }
    const bool opened = !value.empty() &&
                        std::string_view("\"'`|*").find(value.back()) != std::string_view::npos &&
                        prefix.find(value.back()) != std::string_view::npos;
    const bool listed =
        !value.empty() && value.back() == ',' && prefix.find_first_of("\"'") != std::string_view::npos;
    const bool hard_break = value.ends_with('\\');  // markdown; no URL has a backslash
    if (!opened && !listed && !hard_break) return value;
    value.remove_suffix(1);
  }
}

bool is_only_decoration(std::string_view line) {
  auto in = input_of(line);
  return pegtl::parse<rules::only_decoration>(in);
}

bool is_section_break(std::string_view line) {
  auto in = input_of(line);
  return pegtl::parse<rules::section_break>(in);
}

PrefixKind prefix_kind(std::string_view prefix) {
  if (decoration_size(prefix) == prefix.size()) return PrefixKind::none;
  const std::string_view shown = without_blanks_behind(prefix);
  auto in = input_of(shown.substr(shown.size() - 1));
  return pegtl::parse<rules::label_end>(in) ? PrefixKind::label : PrefixKind::loose_words;
}

bool same_shape(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char left, char right) {
    return left == right || (left >= '0' && left <= '9' && right >= '0' && right <= '9');
  });
}

}  // namespace abstat
