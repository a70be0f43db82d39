#include "comment_parsing.hpp"

#include "comment_grammar.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include <abstat/limits.hpp>

namespace abstat {

namespace rules = comment_rules;
namespace p = tao::pegtl;

namespace {

// What was expected, for each rule that may be missed.
template <typename Rule>
inline constexpr const char* expected = "the end of the comment";
template <>
inline constexpr const char* expected<rules::comment_end> = "\"-->\"";
template <>
inline constexpr const char* expected<rules::body> = "report=\"…\", metric=…, expect …, begin … or end";
template <>
inline constexpr const char* expected<rules::metric_name> = "the name of a metric";
template <>
inline constexpr const char* expected<rules::left_side> = "a number or a call such as speedup(\"a\",\"b\")";
template <>
inline constexpr const char* expected<rules::right_side> = "a number or a call such as speedup(\"a\",\"b\")";
template <>
inline constexpr const char* expected<rules::operand> = "a number or a call such as speedup(\"a\",\"b\")";
template <>
inline constexpr const char* expected<rules::product> = "a number or a call such as speedup(\"a\",\"b\")";
template <>
inline constexpr const char* expected<rules::sum> = "a number or a call such as speedup(\"a\",\"b\")";
template <>
inline constexpr const char* expected<rules::comparator> = "one of >= > == < <=";
template <>
inline constexpr const char* expected<rules::arguments> = "the name of a stack in double quotes";
template <>
inline constexpr const char* expected<rules::argument> = "the name of a stack in double quotes";
template <>
inline constexpr const char* expected<rules::table_name> = "the name of a table, such as rank";
template <>
inline constexpr const char* expected<p::one<'"'>> = "\"";
template <>
inline constexpr const char* expected<p::one<')'>> = "\")\"";

template <typename Rule>
struct Control : p::normal<Rule> {
  template <typename Input, typename... States>
  [[noreturn]] static void raise(const Input& in, States&&... /*unused*/) {
    throw p::parse_error(expected<Rule>, in);
  }
};

struct Reading {
  Comment comment;
  std::vector<ExpressionStep> steps;
  std::size_t open_groups = 0;
  std::vector<std::string> functions;               // calls that are still open
  std::vector<std::vector<std::string>> arguments;  // theirs
};

struct MetricName {
  std::string_view name;
  ClaimMetric metric;
};
constexpr std::array metric_names{
    MetricName{"rps", ClaimMetric::throughput},
    MetricName{"qps", ClaimMetric::throughput},
    MetricName{"throughput", ClaimMetric::throughput},
    MetricName{"goodput", ClaimMetric::goodput},
    MetricName{"latency", ClaimMetric::latency},
    MetricName{"time-per-request", ClaimMetric::time_per_request},
    MetricName{"mean", ClaimMetric::mean},
    MetricName{"median", ClaimMetric::median},
    MetricName{"max", ClaimMetric::max},
    MetricName{"time-taken", ClaimMetric::time_taken},
    MetricName{"transfer-rate", ClaimMetric::transfer_rate},
    MetricName{"failed", ClaimMetric::failed},
    MetricName{"non-2xx", ClaimMetric::non_2xx},
    MetricName{"failure-rate", ClaimMetric::failure_rate},
    MetricName{"complete", ClaimMetric::complete},
    MetricName{"concurrency", ClaimMetric::concurrency},
};

void set_metric(std::string_view name, Reading& reading) {
  for (const auto& [known, metric] : metric_names) {
    if (known == name) reading.comment.pin.metric = metric;
  }
  if (name.size() > 1 && name.front() == 'p' &&
      name.find_first_not_of("0123456789", 1) == std::string_view::npos && name.size() <= 4) {
    reading.comment.pin.metric = ClaimMetric::percentile;
    reading.comment.pin.percentile = std::stoi(std::string(name.substr(1)));
  }
  if (!reading.comment.pin.metric) reading.comment.unknown_metric = name;
}

template <typename Rule>
struct action : p::nothing<Rule> {};

// A group calls itself for every parenthesis inside it: without a limit a line of them ends the program.
template <>
struct action<rules::group> : p::maybe_nothing {
  template <typename Rule, p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  static bool match(Input& in, Reading& reading) {
    if (reading.open_groups == limits::open_groups)
      throw p::parse_error(fmt::format("at most {} parentheses inside each other", limits::open_groups), in);
    ++reading.open_groups;
    const bool matched = p::match<Rule, A, M, Action, Control>(in, reading);
    --reading.open_groups;
    return matched;
  }
};

template <auto Do>
struct with_text {
  template <typename Input>
  static void apply(const Input& in, Reading& reading) {
    Do(in.string_view(), reading);
  }
};
template <ExpressionStep::Kind Kind>
struct push_operator {
  template <typename Input>
  static void apply(const Input& /*in*/, Reading& reading) {
    reading.steps.push_back({Kind, 0, {}, {}});
  }
};

void take_report(std::string_view text, Reading& reading) {
  reading.comment.pin.report = text;
  reading.comment.pinned = true;
}
void take_metric(std::string_view text, Reading& reading) {
  set_metric(text, reading);
  reading.comment.pinned = true;
}
void take_number(std::string_view text, Reading& reading) {
  const auto figure = parse_figure(text);
  reading.steps.push_back({ExpressionStep::Kind::number, figure ? figure->value() : 0, {}, {}});
}
void open_call(std::string_view text, Reading& reading) {
  reading.functions.emplace_back(text);
  reading.arguments.emplace_back();
}
void take_argument(std::string_view text, Reading& reading) {
  if (!reading.arguments.empty()) reading.arguments.back().emplace_back(text);
}
void close_call(std::string_view /*text*/, Reading& reading) {
  reading.steps.push_back(
      {ExpressionStep::Kind::call, 0, reading.functions.back(), reading.arguments.back()});
  reading.functions.pop_back();
  reading.arguments.pop_back();
}
void take_left(std::string_view /*text*/, Reading& reading) {
  reading.comment.expectation.emplace();
  reading.comment.expectation->left = std::move(reading.steps);
  reading.steps.clear();
}
void take_comparator(std::string_view text, Reading& reading) {
  reading.comment.expectation->comparator = text == ">="   ? Comparator::greater_or_equal
                                            : text == "<=" ? Comparator::less_or_equal
                                            : text == "<"  ? Comparator::less
                                            : text == ">"  ? Comparator::greater
                                                           : Comparator::equal;
}
void take_right(std::string_view /*text*/, Reading& reading) {
  reading.comment.expectation->right = std::move(reading.steps);
}
void take_begin(std::string_view text, Reading& reading) {
  reading.comment.begin = text;
}
void take_end(std::string_view /*text*/, Reading& reading) {
  reading.comment.end = true;
}

template <>
struct action<rules::report_text> : with_text<take_report> {};
template <>
struct action<rules::metric_name> : with_text<take_metric> {};
template <>
struct action<rules::number> : with_text<take_number> {};
template <>
struct action<rules::argument_text> : with_text<take_argument> {};
template <>
struct action<rules::call> : with_text<close_call> {};
template <>
struct action<rules::left_side> : with_text<take_left> {};
template <>
struct action<rules::comparator> : with_text<take_comparator> {};
template <>
struct action<rules::right_side> : with_text<take_right> {};
template <>
struct action<rules::table_name> : with_text<take_begin> {};
template <>
struct action<rules::end_mark> : with_text<take_end> {};
template <>
struct action<rules::times_operand> : push_operator<ExpressionStep::Kind::multiply> {};
template <>
struct action<rules::over_operand> : push_operator<ExpressionStep::Kind::divide> {};
template <>
struct action<rules::plus_operand> : push_operator<ExpressionStep::Kind::add> {};
template <>
struct action<rules::minus_operand> : push_operator<ExpressionStep::Kind::subtract> {};

// The name of a call is known before its arguments are read.
template <>
struct action<rules::function_name> : with_text<open_call> {};

}  // namespace

tl::expected<std::optional<Comment>, CommentError> parse_comment(std::string_view text) {
  p::memory_input<p::tracking_mode::eager, p::eol::lf, const char*> in(text.data(), text.data() + text.size(),
                                                                       "");
  Reading reading;
  try {
    if (!p::parse<rules::comment, action, Control>(in, reading)) return std::nullopt;
  } catch (const p::parse_error& error) {
    return tl::unexpected(CommentError{error.positions().front().byte, std::string(error.message())});
  }
  reading.comment.size = static_cast<std::size_t>(in.current() - text.data());
  return std::move(reading.comment);
}

}  // namespace abstat
