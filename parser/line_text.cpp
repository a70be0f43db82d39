#include "line_text.hpp"

#include "line_digits.hpp"
#include "report_style.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <abstat/limits.hpp>

namespace abstat {

namespace rules {

// clang-format off

// A first look before many alternatives.
template <typename First, typename... Rules> struct guarded : pegtl::seq<pegtl::at<First>, pegtl::sor<Rules...>> {};

// \x1b[0;32m  \x1b]0;title\x07  \x1b(B
struct escape_parameters : pegtl::star<pegtl::range<'\x20', '\x3f'>> {};
struct control_sequence  : pegtl::seq<pegtl::one<'['>, escape_parameters, pegtl::opt<pegtl::range<'\x40', '\x7e'>>> {};
struct string_end        : pegtl::sor<pegtl::one<'\x07'>, literal<"\x1b\\">> {};
struct control_string    : pegtl::seq<pegtl::one<']'>, pegtl::star<pegtl::not_one<'\x07', '\x1b'>>, pegtl::opt<string_end>> {};
struct charset_choice    : pegtl::seq<pegtl::one<'(', ')'>, pegtl::opt<pegtl::any>> {};
struct ansi_escape       : pegtl::seq<pegtl::one<'\x1b'>, pegtl::opt<pegtl::sor<control_sequence, control_string, charset_choice>>> {};
struct zero_width        : pegtl::sor<literal<"\xef\xbb\xbf">, literal<"\xe2\x80\x8b">> {};
// No-break spaces, the blanks of typesetters (U+2000 to U+200A, U+202F, U+205F) and of Chinese text (U+3000).
struct other_blank       : pegtl::sor<literal<"\xc2\xa0">, pegtl::seq<literal<"\xe2\x80">, pegtl::sor<pegtl::range<'\x80', '\x8a'>, pegtl::one<'\xaf'>>>,
                                      literal<"\xe2\x81\x9f">, literal<"\xe3\x80\x80">, literal<"&nbsp;">, literal<"&#160;">> {};
struct ellipsis          : literal<"\xe2\x80\xa6"> {};
// Signs that had to be escaped: &lt; &#60; &#x2F; in HTML, \[ in markdown, \u003c in JSON. Never &amp;, which is
// part of paths.
struct less_reference    : literal<"&lt;"> {};
struct greater_reference : literal<"&gt;"> {};
struct quote_reference   : literal<"&quot;"> {};
struct decimal_code      : pegtl::rep_min_max<2, 3, pegtl::digit> {};
struct hexadecimal_code  : pegtl::rep<2, pegtl::xdigit> {};
template <typename Code> struct reference_to : pegtl::seq<pegtl::at<Code, pegtl::one<';'>>, Code, pegtl::one<';'>> {};
struct numeric_reference : pegtl::seq<literal<"&#">, pegtl::sor<reference_to<decimal_code>, pegtl::seq<pegtl::one<'x', 'X'>, reference_to<hexadecimal_code>>>> {};
struct json_escape       : pegtl::seq<literal<"\\u00">, hexadecimal_code> {};
struct escaped_sign      : pegtl::one<'[', ']', '<', '>', '(', ')', '#', '*', '_', '$', '+', '-', '|', '/', '"', '`', '.', '&'> {};
struct backslash_escape  : pegtl::seq<pegtl::one<'\\'>, escaped_sign> {};
struct escape            : pegtl::sor<numeric_reference, json_escape, backslash_escape> {};
struct control_byte      : pegtl::sor<pegtl::range<'\0', '\x08'>, pegtl::range<'\x0a', '\x1f'>, pegtl::one<'\x7f'>> {};
struct shown_byte        : pegtl::any {};
struct visible_line      : pegtl::star<pegtl::sor<ansi_escape, zero_width, other_blank, ellipsis, less_reference, greater_reference, quote_reference, escape, control_byte, shown_byte>> {};

// "12. ", "3) ", "17:" of grep -n, "  17\t" of cat -n
struct list_number     : pegtl::seq<pegtl::rep_min_max<1, 6, pegtl::digit>, pegtl::sor<
                             pegtl::seq<pegtl::one<'.', ')'>, pegtl::at<blank>>,
                             pegtl::seq<pegtl::one<':'>, pegtl::not_at<pegtl::digit>>,
                             pegtl::one<'\t', '|'>, pegtl::at<blank, blank>>> {};
struct check_box       : pegtl::seq<pegtl::one<'['>, pegtl::one<' ', 'x', 'X'>, pegtl::one<']'>, pegtl::at<blank>> {};
// A sign in front of a digit belongs to the number.
struct bullet          : pegtl::seq<pegtl::one<'-', '+'>, pegtl::not_at<pegtl::digit>> {};
struct wide_sign       : guarded<pegtl::one<'\xc2', '\xe2'>, literal<"•">, literal<"·">, literal<"–">, literal<"—">, literal<"▪">, literal<"◦">,
                                    literal<"│">, literal<"┃">, literal<"║">, literal<"├">, literal<"─">, literal<"└">> {};
struct comment_word    : pegtl::seq<guarded<pegtl::one<'r', 'R', 'd'>, TAO_PEGTL_ISTRING("rem"), literal<"dnl">>, pegtl::at<blank>> {};
struct decoration_atom : pegtl::sor<pegtl::one<' ', '\t', '>', '#', '*', '|', '`', '~', '/', ';', '!', '\'', '"', '_', '\\', '=', '{', ','>, bullet, tag,
                                    literal<"<!--">, literal<"&gt;">, list_number, check_box, wide_sign, comment_word> {};
struct decoration      : pegtl::star<decoration_atom> {};

struct quoting         : pegtl::star<pegtl::one<' ', '\t', '>'>> {};
// ```bash
struct fence           : pegtl::seq<quoting, pegtl::sor<pegtl::rep_min<3, pegtl::one<'`'>>, pegtl::rep_min<3, pegtl::one<'~'>>>, pegtl::star<pegtl::not_one<'`'>>, pegtl::eof> {};
struct closing_atom    : pegtl::sor<literal<"\\n">, literal<"\\r">, decoration_atom, pegtl::one<'}', ']', '[', '(', ')', ':', '-'>> {};
struct only_signs      : pegtl::seq<pegtl::star<closing_atom>, pegtl::eof> {};
struct only_decoration : pegtl::sor<fence, only_signs> {};

// A tag that opens or closes a block separates what stands above from what stands below, as a fence does.
struct block_name      : pegtl::sor<TAO_PEGTL_ISTRING("pre"), TAO_PEGTL_ISTRING("code"), TAO_PEGTL_ISTRING("table"), TAO_PEGTL_ISTRING("details"), TAO_PEGTL_ISTRING("blockquote"), TAO_PEGTL_ISTRING("div"), TAO_PEGTL_ISTRING("hr")> {};
struct block_tag       : pegtl::seq<pegtl::one<'<'>, pegtl::opt<pegtl::one<'/'>>, block_name, pegtl::not_at<pegtl::alnum>> {};
struct blank_sign      : pegtl::seq<pegtl::not_at<pegtl::sor<block_tag, pegtl::one<'`', '~'>>>, closing_atom> {};
struct decorated_blank : pegtl::seq<pegtl::star<blank_sign>, pegtl::eof> {};

// ## nginx    <h2>    -----    =====
struct hash_heading    : pegtl::seq<quoting, pegtl::rep_min_max<1, 6, pegtl::one<'#'>>, blank, pegtl::star<blank>, pegtl::not_one<'\n'>> {};
struct tag_heading     : pegtl::seq<quoting, pegtl::one<'<'>, pegtl::one<'h', 'H'>, pegtl::range<'1', '6'>> {};
struct ruled           : pegtl::seq<quoting, pegtl::sor<pegtl::rep_min<3, pegtl::one<'-'>>, pegtl::rep_min<3, pegtl::one<'='>>, pegtl::rep_min<3, pegtl::one<'*'>>, pegtl::rep_min<3, pegtl::one<'_'>>>, pegtl::star<blank>, pegtl::eof> {};
// run `ab -n 1000 -c 100 http://localhost/`
struct ab_name         : pegtl::seq<pegtl::sor<literal<"abs">, literal<"ab">>, pegtl::opt<literal<".exe">>> {};
struct ab_command      : pegtl::seq<ab_name, blanks, pegtl::sor<pegtl::seq<pegtl::one<'-'>, pegtl::alpha>, literal<"http">>> {};
struct word            : pegtl::plus<pegtl::alnum> {};
struct has_ab_command  : pegtl::until<ab_command, pegtl::sor<word, pegtl::any>> {};
// "/index.html # the page", "/   // the page"
struct spaced_note     : pegtl::seq<blank, pegtl::sor<pegtl::seq<pegtl::sor<literal<"#">, literal<"//">>, blank>, literal<"<-">, literal<"<=">, literal<"←">>> {};
struct distant_note    : pegtl::seq<blank, blanks, pegtl::sor<pegtl::one<'#'>, literal<"//">, literal<"/*">, pegtl::range<'\x80', '\xff'>>> {};
struct note_of_text    : pegtl::sor<spaced_note, distant_note> {};
struct noted_text      : pegtl::star<pegtl::not_at<note_of_text>, pegtl::any> {};
// ...  [...]  ....中間省略....  <snip>
struct elision         : pegtl::sor<pegtl::seq<quoting, TAO_PEGTL_ISTRING("<snip")>,
                           pegtl::seq<decoration, pegtl::opt<pegtl::one<'[', '('>>, pegtl::sor<literal<"..">, literal<"…">, TAO_PEGTL_ISTRING("snip")>>> {};
struct shell_prompt    : pegtl::seq<quoting, pegtl::sor<pegtl::one<'$'>, literal<"❯">>, blank> {};
struct section_break   : pegtl::sor<hash_heading, tag_heading, ruled, shell_prompt> {};

// "[   12.345] "
struct padded_number   : pegtl::seq<pegtl::star<blank>, pegtl::plus<pegtl::digit>> {};
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
struct text_action<escaped_sign> : text_action<shown_byte> {};
template <char Byte, std::size_t Count = 1>
struct shows_bytes {
  static void apply0(std::string& shown) { shown.append(Count, Byte); }
};
template <>
struct text_action<other_blank> : shows_bytes<' '> {};
template <>
struct text_action<ellipsis> : shows_bytes<'.', 3> {};
template <>
struct text_action<less_reference> : shows_bytes<'<'> {};
template <>
struct text_action<greater_reference> : shows_bytes<'>'> {};
template <>
struct text_action<quote_reference> : shows_bytes<'"'> {};
template <int Base>
struct shows_code {
  template <typename Input>
  static bool apply(const Input& in, std::string& shown) {
    int code = 0;
    std::from_chars(in.begin(), in.end(), code, Base);
    if (code < 0x20 || code > 0x7e) return false;  // left as it is written
    shown.push_back(static_cast<char>(code));
    return true;
  }
};
template <>
struct text_action<decimal_code> : shows_code<10> {};
template <>
struct text_action<hexadecimal_code> : shows_code<16> {};

}  // namespace rules

namespace {

using TextInput = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

TextInput input_of(std::string_view text) {
  return {text.data(), text.data() + text.size(), ""};
}

// Whether the byte may be shown otherwise than it is.
constexpr std::array<bool, 256> strange_bytes() {
  std::array<bool, 256> table{};
  for (unsigned byte = 0; byte < 0x20; ++byte) table.at(byte) = byte != '\t';
  for (const unsigned byte : {0x7fU, 0xc2U, 0xe2U, 0xe3U, 0xefU, unsigned{'&'}, unsigned{'\\'}})
    table.at(byte) = true;
  return table;
}
constexpr std::array<bool, 256> is_strange = strange_bytes();

bool needs_cleaning(std::string_view line) {
  const auto is_strange_byte = [](char byte) { return is_strange[static_cast<unsigned char>(byte)]; };
  for (; line.size() >= digits::width; line.remove_prefix(digits::width)) {
    // No byte of the eight is strange, nor any that it takes a second look to tell from a strange one.
    if (eight_bytes::are_visible_except<'&', '\\', '\x7f'>(digits::load(line.data()))) continue;
    if (std::any_of(line.begin(), line.begin() + digits::width, is_strange_byte)) return true;
  }
  return std::any_of(line.begin(), line.end(), is_strange_byte);
}

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t';
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

std::string_view without_blanks_behind(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// Neither decoration nor a sign of something left out begins with most letters: what most lines fail in.
bool begins_as_words(std::string_view line) {
  if (line.empty()) return false;
  const char letter = static_cast<char>(line.front() | 0x20);
  return letter >= 'a' && letter <= 'z' && letter != 'd' && letter != 'r' && letter != 's';
}

// Where the digits end that stand at this place, or behind blanks there; the place itself if there are none.
std::size_t end_of_number(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_blank(text[end])) ++end;
  if (end == text.size() || !is_digit(text[end])) return at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end;
}

constexpr std::array<std::string_view, 3> bars{"│", "┃", "║"};

// The length of the frame that ends a line of a box, or 0.
std::size_t box_bar_size(std::string_view text) {
  for (const std::string_view bar : bars) {
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
  if (begins_as_words(line)) return 0;
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

std::string_view without_next_pane(std::string_view text) {
  for (const std::string_view bar : bars) text = text.substr(0, text.find(bar));
  return text;
}

std::string_view without_note(std::string_view text) {
  auto in = input_of(text);
  pegtl::parse<rules::noted_text>(in);
  return text.substr(0, static_cast<std::size_t>(in.current() - text.data()));
}

bool is_elision(std::string_view line) {
  if (begins_as_words(line)) return false;
  auto in = input_of(line);
  return pegtl::parse<rules::elision>(in);
}

std::string_view without_marks(std::string_view value, std::string_view rest) {
  constexpr std::string_view marks = "*`\"'";  // no underscore: names begin and end with it
  const auto is_opened = [&] { return value.size() > 1 && marks.find(value.front()) != marks.npos; };
  for (std::size_t closing = value.size();
       closing < rest.size() && is_opened() && rest[closing] == value.front(); ++closing) {
    value.remove_prefix(1);
  }
  while (is_opened() && value.back() == value.front()) value = value.substr(1, value.size() - 2);
  return value;
}

bool is_decorated_blank(std::string_view line) {
  auto in = input_of(line);
  return pegtl::parse<rules::decorated_blank>(in);
}

bool is_only_decoration(std::string_view line) {
  auto in = input_of(line);
  return pegtl::parse<rules::only_decoration>(in);
}

// By the rarer of the two letters.
bool has_ab(std::string_view line) {
  std::size_t b = line.find('b', 1);
  while (b != std::string_view::npos && line[b - 1] != 'a') b = line.find('b', b + 1);
  return b != std::string_view::npos;
}

bool is_section_break(std::string_view line) {
  auto in = input_of(line);
  if (pegtl::parse<rules::section_break>(in)) return true;
  return has_ab(line) && pegtl::parse<rules::has_ab_command>(in);
}

PrefixKind prefix_kind(std::string_view prefix) {
  if (decoration_size(prefix) == prefix.size()) return PrefixKind::none;
  const std::string_view shown = without_blanks_behind(prefix);
  auto in = input_of(shown.substr(shown.size() - 1));
  return pegtl::parse<rules::label_end>(in) ? PrefixKind::label : PrefixKind::loose_words;
}

std::size_t prefix_size_in(std::string_view text, std::string_view prefix) {
  auto in = input_of(text);
  for (std::size_t at = 0; at < prefix.size();) {
    if (const std::size_t end = end_of_number(prefix, at); end != at) {
      if (!pegtl::parse<rules::padded_number>(in)) return 0;
      at = end;
    } else {
      if (in.empty() || *in.current() != prefix[at]) return 0;
      in.bump(1);
      ++at;
    }
  }
  return static_cast<std::size_t>(in.current() - text.data());
}

}  // namespace abstat
