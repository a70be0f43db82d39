#include "line_reader.hpp"

#include "report_actions_run.hpp"
#include "report_actions_times.hpp"

#include <algorithm>
#include <array>
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

// <tr ><th colspan=2 bgcolor=white>Server Port:</th><td colspan=2 bgcolor=white>8000</td></tr>
// A row of ab -w, which is not a text report. ab leaves a blank for the attributes even where it has none.
struct html_row         : pegtl::seq<pegtl::star<blank>, literal<"<tr ">, pegtl::star<pegtl::not_one<'>'>>, literal<"><t">, pegtl::one<'h', 'd'>, pegtl::one<' '>> {};

// "Server SoftwCompleted 900 requests": standard error in the middle of a line of standard output.
struct completed_notice : pegtl::seq<literal<"Completed ">, pegtl::plus<pegtl::digit>, literal<" requests">> {};
struct finished_notice  : pegtl::seq<literal<"Finished ">, pegtl::plus<pegtl::digit>, literal<" requests">, pegtl::opt<literal<" (interrupted)">>> {};
struct interruption     : pegtl::seq<pegtl::sor<completed_notice, finished_notice>, pegtl::eof> {};
struct interrupted_half : pegtl::plus<pegtl::not_at<interruption>, pegtl::any> {};
struct interrupted_line : pegtl::seq<interrupted_half, interruption> {};
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

constexpr std::array<bool, 256> first_bytes_of_lines() {
  std::array<bool, 256> table{};
  for (const char byte : std::string_view("\n\rBCDFHKLNPRSTW "))
    table.at(static_cast<unsigned char>(byte)) = true;
  return table;
}
constexpr std::array<bool, 256> begins_line = first_bytes_of_lines();

bool is_html_row(std::string_view text) {
  LineInput in(text.data(), text.data() + text.size(), "");
  return pegtl::parse<rules::html_row>(in);
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

LineReader::LineReader(std::string file, ReportAssembler::Sink sink, Problems problems)
    : assembler_(file, std::move(sink)), file_(std::move(file)), problems_(std::move(problems)) {
  assembler_.line.number = 1;
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
  if (!learned.empty() && learned.begins(begin, lines.size(), learned.size())) {
    enter(Style::prefixed);
    assembler_.line.prefix = learned.text();
    assembler_.line.prefix_kind = learned.kind();
    return read_prefixed(begin, end);
  }
  if (!begins_line[static_cast<unsigned char>(lines.front())]) return 0;
  enter(Style::plain);
  assembler_.line.prefix = {};
  assembler_.line.prefix_kind = PrefixKind::none;
  return read_plain(begin, end);
}

void LineReader::finish(std::string_view line) {
  if (!line.empty()) read_physical_line(line);
  if (!fragment_.text.empty()) give_up(fragment_.text, fragment_.text);
  assembler_.finish(!line.empty());
}

void LineReader::read_physical_line(std::string_view line) {
  while (line.ends_with('\r')) line.remove_suffix(1);
  for (std::size_t end = line.find('\r'); end != std::string_view::npos; end = line.find('\r')) {
    read_line(line.substr(0, end));
    pass_lone_cr();
    line.remove_prefix(end + 1);
  }
  read_line(line);
}

// A CR with something behind it.
void LineReader::pass_lone_cr() {
  if (!lf_ended_a_line_) cr_ends_lines_ = true;
  if (cr_ends_lines_) ++assembler_.line.number;
}

void LineReader::read_line(std::string_view line) {
  const std::string_view shown = visible_text(line, shown_);
  assembler_.line.text = line.substr(0, limits::unparsed_bytes);
  if (!read_joined(shown) && !read_parts(shown) && !read_interrupted(shown)) give_up(shown, line);
}

void LineReader::give_up(std::string_view shown, std::string_view line) {
  std::string_view text = shown;
  if (has_own_prefix(shown)) {
    text = shown.substr(assembler_.prefix().size());
    // The rest is an end of line written out: {"log":"\n","stream":"stdout"}
    LineInput in(text.data(), text.data() + text.size(), "");
    if (pegtl::parse<rules::source_break>(in)) return;
  } else if (!shown.empty() && assembler_.prefix().starts_with(shown)) {
    return;  // the prefix alone, its blanks cut off
  }
  assembler_.take_unknown(text, line);
}

bool LineReader::has_own_prefix(std::string_view text) const {
  const std::string_view prefix = assembler_.prefix();
  return !prefix.empty() && text.size() >= prefix.size() && same_shape(text.substr(0, prefix.size()), prefix);
}

// The half line that was interrupted and this one.
bool LineReader::read_joined(std::string_view shown) {
  if (fragment_.text.empty()) return false;
  LineInput in(shown.data(), shown.data() + shown.size(), "");
  if (pegtl::parse<rules::interruption>(in)) return read_at(shown, 0, PrefixKind::none);
  const Fragment fragment = std::exchange(fragment_, {});
  if (read_parts(fragment.text + std::string(shown))) return true;
  const std::size_t here = std::exchange(assembler_.line.number, fragment.line);
  give_up(fragment.text, fragment.text);
  assembler_.line.number = here;
  return false;
}

bool LineReader::read_interrupted(std::string_view shown) {
  if (!assembler_.is_open() || shown.find(" requests") == std::string_view::npos) return false;
  LineInput in(shown.data(), shown.data() + shown.size(), "");
  std::string_view half;
  if (!pegtl::parse<rules::interrupted_line, rules::half_action>(in, half)) return false;
  fragment_ = {std::string(half), assembler_.line.number};
  return read_at(shown, half.size(), PrefixKind::none);
}

bool LineReader::read_parts(std::string_view shown) {
  if (shown.find_first_of("<\\") == std::string_view::npos) return read_part(shown);
  bool known = false;
  if (is_html_row(shown)) return false;
  const auto take = [&](std::string_view part) { known = read_part(part) || known; };
  LineInput in(shown.data(), shown.data() + shown.size(), "");
  pegtl::parse<rules::parts, rules::part_action>(in, take);
  return known;
}

bool LineReader::read_part(std::string_view part) {
  const std::size_t decoration = decoration_size(part);
  if (decoration == part.size()) return false;
  if (read_at(part, decoration, PrefixKind::none)) return true;
  if (has_own_prefix(part) && read_at(part, assembler_.prefix().size(), prefix_kind(assembler_.prefix())))
    return true;
  const std::size_t end = std::min(part.size(), limits::prefix_bytes);
  for (std::size_t at = decoration + 1; at < end; ++at) {
    if (!is_capital(part[at]) || is_word_byte(part[at - 1])) continue;
    if (read_at(part, at, prefix_kind(part.substr(0, at)))) return true;
  }
  return false;
}

bool LineReader::read_at(std::string_view part, std::size_t begin, PrefixKind kind) {
  enter(Style::pasted);
  assembler_.line.prefix = part.substr(0, begin);
  assembler_.line.prefix_kind = kind;
  assembler_.values.prefix = assembler_.line.prefix;
  assembler_.values.words = {};
  LineInput in(part.data() + begin, part.data() + part.size(), "");
  if (!pegtl::parse<rules::line_of_ab, rules::action>(in, assembler_)) return false;
  if (begin != 0) assembler_.learned.learn(part.substr(0, begin));
  return true;
}

}  // namespace abstat
