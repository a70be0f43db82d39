#include "line_reader.hpp"

#include "line_beginnings.hpp"
#include "report_actions_run.hpp"
#include "report_actions_times.hpp"

#include <algorithm>
#include <utility>

#include <abstat/limits.hpp>

namespace abstat {

namespace rules {

// clang-format off

// Line breaks that are written out: "Failed requests: 0<br/>" in markdown, "Failed requests: 0\n" in source code.
struct markup_break     : pegtl::seq<pegtl::sor<TAO_PEGTL_ISTRING("<br"), TAO_PEGTL_ISTRING("</br")>, pegtl::star<blank>, pegtl::opt<pegtl::one<'/'>>, pegtl::one<'>'>> {};
struct source_break     : pegtl::seq<pegtl::opt<literal<"\\r">>, literal<"\\n">> {};
struct written_break    : pegtl::sor<markup_break, source_break> {};
struct part             : pegtl::plus<pegtl::not_at<written_break>, pegtl::any> {};
struct parts            : pegtl::star<pegtl::sor<written_break, part>> {};
// {"log":"Total:   1\n"}
struct ending_break     : pegtl::seq<pegtl::plus<written_break>, pegtl::star<pegtl::one<' ', '"', '\'', '}', ']', ')'>>, pegtl::eof> {};
struct ends_with_break  : pegtl::until<ending_break, pegtl::any> {};

// Two panes of a terminal beside each other: "Server Port:            8000   │ $ top"
struct pane_border      : pegtl::sor<literal<"│">, literal<"┃">, literal<"║">> {};
struct pane             : pegtl::plus<pegtl::not_at<pane_border>, pegtl::any> {};
struct panes            : pegtl::star<pegtl::sor<pane_border, pane>> {};

// <tr ><th colspan=2 bgcolor=white>Server Port:</th><td colspan=2 bgcolor=white>8000</td></tr>
// A row of ab -w, which is not a text report. ab leaves a blank for the attributes even where it has none.
struct html_row         : pegtl::seq<pegtl::star<blank>, literal<"<tr ">, pegtl::star<pegtl::not_one<'>'>>, literal<"><t">, pegtl::one<'h', 'd'>, pegtl::one<' '>> {};
// clang-format on

// Cuts the line into its parts.
template <typename Rule>
struct part_action : pegtl::nothing<Rule> {};
template <>
struct part_action<part> {
  template <typename Input, typename Take>
  static void apply(const Input& in, Take& take) {
    take(in.string_view());
  }
};

template <typename Rule>
struct pane_action : pegtl::nothing<Rule> {};
template <>
struct pane_action<pane> : part_action<part> {};

}  // namespace rules

namespace {

bool is_html_row(std::string_view text) {
  LineInput in(text.data(), text.data() + text.size(), "");
  return pegtl::parse<rules::html_row>(in);
}

bool ends_with_break(std::string_view line) {
  LineInput in(line.data(), line.data() + line.size(), "");
  return pegtl::parse<rules::ends_with_break>(in);
}

bool has_pane_border(std::string_view line) {
  if (line.find('\xe2') == std::string_view::npos) return false;
  LineInput in(line.data(), line.data() + line.size(), "");
  return pegtl::parse<pegtl::until<rules::pane_border, pegtl::any>>(in);
}

// "  50%      0", "   (Connect: 0, …": ab's own blanks, which no other line has in front.
bool is_own_indent(std::string_view part, std::size_t begin) {
  constexpr std::size_t widest = 3;
  if (begin == 0 || begin > widest || begin == part.size()) return false;
  const bool indented = part[begin] == '(' || (part[begin] >= '0' && part[begin] <= '9');
  return indented && part.substr(0, begin).find_first_not_of(' ') == std::string_view::npos;
}

bool is_word_byte(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
         code >= 0x80;
}

bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

}  // namespace

LineReader::LineReader(std::string file, ReportAssembler::Sink sink, Problems problems,
                       std::size_t first_line)
    : assembler_(file, std::move(sink)),
      lf_ended_a_line_(first_line > 1),
      file_(std::move(file)),
      problems_(std::move(problems)) {
  assembler_.line.number = first_line;
}

void LineReader::read(std::string_view lines) {
  while (!lines.empty()) {
    if (const std::size_t size = read_plain_lines(lines); size != 0) {
      lines.remove_prefix(size);
      lf_ended_a_line_ = true;
      continue;
    }
    const std::size_t end = lines.find('\n');
    if (end <= limits::line_bytes) {
      if (learn_from_banner(lines.substr(0, end))) continue;
      read_physical_line(lines.substr(0, end));
      ++assembler_.line.number;
      lf_ended_a_line_ = true;
    } else {
      read_long_line(lines.substr(0, end));
      end_long_line();
    }
    lines.remove_prefix(end + 1);
  }
}

// The lines of one style look alike in front; when it changes, the assembler has to look.
void LineReader::enter(Style style) {
  if (style == Style::pasted || style != style_) assembler_.look_closely();
  style_ = style;
}

std::size_t LineReader::read_plain_lines(std::string_view lines) {
  if (!fragment_.text.empty()) return 0;
  const char* const begin = lines.data();
  const char* const end = begin + lines.size();
  const LearnedPrefix& learned = assembler_.learned;
  assembler_.line.text = {};
  if (!learned.empty() && learned.begins(begin, lines.size())) {
    enter(Style::prefixed);
    assembler_.line.prefix = learned.text();
    assembler_.line.prefix_kind = learned.kind();
    return read_prefixed(begin, end);
  }
  if (const std::size_t size = read_blank_lines(begin, end); size != 0) return size;
  if (!may_begin_like_a_line(lines) && lines.front() != '\r') return 0;
  enter(Style::plain);
  assembler_.line.prefix = {};
  assembler_.line.prefix_kind = PrefixKind::none;
  assembler_.line.cr_is_no_line_end = lf_ended_a_line_ && !cr_ends_lines_;
  return read_plain(begin, end);
}

std::size_t LineReader::read_blank_lines(const char* begin, const char* end) {
  LineInput in(begin, end, "");
  pegtl::parse<pegtl::star<rules::blank_in_order>, rules::action>(in, assembler_);
  if (in.current() != begin) enter(Style::plain);
  return static_cast<std::size_t>(in.current() - begin);
}

void LineReader::finish(std::string_view line) {
  if (!line.empty()) read_physical_line(line);
  give_up_fragment();
  assembler_.finish(!line.empty() && !ends_with_break(line));
}

bool LineReader::finish_before_report() {
  return fragment_.text.empty() && !cr_ends_lines_ && assembler_.finish_before_report();
}

void LineReader::read_physical_line(std::string_view line) {
  while (line.ends_with('\r')) line.remove_suffix(1);
  for (std::size_t end = line.find('\r'); end != std::string_view::npos; end = line.find('\r')) {
    read_line(line.substr(0, end));
    pass_lone_cr();
    // Until 2.0.16 reports begin behind CRs: "Benchmarking h (be patient)...\r\rServer Software:        x".
    assembler_.line.behind_prefix =
        !cr_ends_lines_ && (assembler_.line.behind_prefix || begins_with_own_prefix(line.substr(0, end)));
    line.remove_prefix(end + 1);
  }
  read_line(line);
  assembler_.line.behind_prefix = false;
}

bool LineReader::begins_with_own_prefix(std::string_view line) {
  const std::string_view shown = visible_text(line, shown_);
  return own_prefix_size(shown) != 0 || is_prefix_alone(shown);
}

// A CR with something behind it.
void LineReader::pass_lone_cr() {
  if (!lf_ended_a_line_) cr_ends_lines_ = true;
  if (cr_ends_lines_) ++assembler_.line.number;
}

void LineReader::read_line(std::string_view line) {
  const std::string_view shown = visible_text(line, shown_);
  assembler_.line.text = line.substr(0, limits::unparsed_bytes);
  if (!read_joined(shown) && !read_parts(shown) && !read_interrupted(shown) && !keep_wrapped(shown)) {
    give_up(shown, line);
  }
}

void LineReader::give_up(std::string_view shown, std::string_view line) {
  std::string_view text = shown;
  if (const std::size_t prefix = own_prefix_size(shown); prefix != 0) {
    text = shown.substr(prefix);
    // The rest is an end of line written out: {"log":"\n","stream":"stdout"}
    LineInput in(text.data(), text.data() + text.size(), "");
    if (pegtl::parse<rules::source_break>(in)) return;
  } else if (is_prefix_alone(shown)) {
    return;
  }
  assembler_.take_unknown(text, line);
}

std::size_t LineReader::own_prefix_size(std::string_view text) const {
  return prefix_size_in(text, assembler_.prefix());
}

// Blanks and signs at its end may be cut off.
bool LineReader::is_prefix_alone(std::string_view text) const {
  const std::string_view prefix = assembler_.prefix();
  const std::size_t size = std::min(text.size(), prefix.size());
  return !text.empty() && prefix_size_in(text, prefix.substr(0, size)) == text.size() &&
         decoration_size(prefix.substr(size)) == prefix.size() - size;
}

bool LineReader::read_parts(std::string_view shown) {
  if (shown.find('<') == std::string_view::npos && shown.find('\\') == std::string_view::npos)
    return read_panes(shown);
  bool known = false;
  if (is_html_row(shown)) return false;
  const auto take = [&](std::string_view part) { known = read_panes(part) || known; };
  LineInput in(shown.data(), shown.data() + shown.size(), "");
  pegtl::parse<rules::parts, rules::part_action>(in, take);
  return known;
}

// A border may also be the frame of a table, with all of one line of ab between its bars.
bool LineReader::read_panes(std::string_view shown) {
  if (!has_pane_border(shown)) return read_part(shown);
  if (read_at(shown, decoration_size(shown), PrefixKind::none)) return true;
  bool known = false;
  const auto take = [&](std::string_view pane) { known = read_part(pane) || known; };
  LineInput in(shown.data(), shown.data() + shown.size(), "");
  pegtl::parse<rules::panes, rules::pane_action>(in, take);
  return known;
}

bool LineReader::read_part(std::string_view part) {
  const std::size_t decoration = decoration_size(part);
  if (decoration == part.size()) return false;
  if (read_at(part, decoration, PrefixKind::none)) return true;
  if (const std::size_t prefix = own_prefix_size(part);
      prefix != 0 && read_at(part, prefix, prefix_kind(assembler_.prefix()))) {
    return true;
  }
  const std::size_t end = std::min(part.size(), limits::prefix_bytes);
  for (std::size_t at = decoration + 1; at < end; ++at) {
    if (!is_capital(part[at]) || is_word_byte(part[at - 1])) continue;
    if (read_at(part, at, prefix_kind(part.substr(0, at)))) return true;
  }
  return false;
}

bool LineReader::read_at(std::string_view part, std::size_t begin, PrefixKind kind) {
  enter(Style::pasted);
  const std::string_view prefix = is_own_indent(part, begin) ? std::string_view{} : part.substr(0, begin);
  assembler_.line.prefix = prefix;
  assembler_.line.prefix_kind = kind;
  assembler_.values.prefix = assembler_.line.prefix;
  assembler_.values.words = {};
  LineInput in(part.data() + begin, part.data() + part.size(), "");
  if (!pegtl::parse<rules::line_of_ab, rules::action>(in, assembler_)) return false;
  if (!prefix.empty()) assembler_.learned.learn(prefix);
  return true;
}

}  // namespace abstat
