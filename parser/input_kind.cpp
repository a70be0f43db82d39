#include "html_report_grammar.hpp"
#include "percentile_file_grammar.hpp"
#include "request_log_grammar.hpp"

#include <abstat/input_kind.hpp>

namespace abstat {

namespace rules::input_kind {

// What is left of a line, with its end. There are only few texts of which not all lines are looked through
// so.
struct other_line {
  using rule_t = other_line;
  using subs_t = pegtl::empty_list;

  template <typename Input>
  [[nodiscard]] static bool match(Input& in) {
    const std::string_view rest(in.current(), in.size(0));
    in.bump_in_this_line(std::min(rest.find('\n'), rest.size() - 1) + 1);
    return !rest.empty();
  }
};

// clang-format off
// The header may have been cut away from a -g file; a -e file without it is any table of numbers.
struct begin_of_request_log     : pegtl::sor<request_log::header, request_log::row, request_log::row_cut_year> {};
struct begin_of_percentile_file : percentile_file::header {};

struct html_line     : pegtl::sor<html::banner, html::row> {};
struct maybe_html    : pegtl::seq<html::blanks, pegtl::one<'<', 'T'>> {};
struct html_here     : pegtl::seq<pegtl::at<maybe_html>, html_line> {};
struct begin_of_html : pegtl::seq<pegtl::star<pegtl::not_at<html_here>, other_line>, html_here> {};
// clang-format on

}  // namespace rules::input_kind

namespace {

namespace kinds = rules::input_kind;

template <typename Rule, typename... States>
bool begins_with(std::string_view text, States&... states) {
  pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf_crlf, const char*> in(
      text.data(), text.data() + text.size(), "");
  return pegtl::parse<Rule>(in, states...);
}

}  // namespace

std::string_view to_string(InputKind kind) {
  switch (kind) {
    case InputKind::text:
      return "text";
    case InputKind::html:
      return "HTML report";
    case InputKind::request_log:
      return "request log";
    case InputKind::percentile_file:
      return "percentile file";
  }
  return "";
}

InputKind kind_of(std::string_view beginning) {
  RequestRow row;
  if (begins_with<kinds::begin_of_request_log>(beginning, row)) return InputKind::request_log;
  if (begins_with<kinds::begin_of_percentile_file>(beginning)) return InputKind::percentile_file;
  return begins_with<kinds::begin_of_html>(beginning) ? InputKind::html : InputKind::text;
}

}  // namespace abstat
