#include "comment_grammar.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include <abstat/document_comments.hpp>
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
  Pin pin;
  bool pinned = false;
  std::optional<Expectation> expectation;
  std::vector<ExpressionStep> steps;
  std::size_t open_groups = 0;
  std::vector<std::string> functions;               // calls that are still open
  std::vector<std::vector<std::string>> arguments;  // theirs
  std::string begin;
  bool end = false;
  std::string unknown_metric;
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
    if (known == name) reading.pin.metric = metric;
  }
  if (name.size() > 1 && name.front() == 'p' &&
      name.find_first_not_of("0123456789", 1) == std::string_view::npos && name.size() <= 4) {
    reading.pin.metric = ClaimMetric::percentile;
    reading.pin.percentile = std::stoi(std::string(name.substr(1)));
  }
  if (!reading.pin.metric) reading.unknown_metric = name;
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
  reading.pin.report = text;
  reading.pinned = true;
}
void take_metric(std::string_view text, Reading& reading) {
  set_metric(text, reading);
  reading.pinned = true;
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
  reading.expectation.emplace();
  reading.expectation->left = std::move(reading.steps);
  reading.steps.clear();
}
void take_comparator(std::string_view text, Reading& reading) {
  reading.expectation->comparator = text == ">="   ? Comparator::greater_or_equal
                                    : text == "<=" ? Comparator::less_or_equal
                                    : text == "<"  ? Comparator::less
                                    : text == ">"  ? Comparator::greater
                                                   : Comparator::equal;
}
void take_right(std::string_view /*text*/, Reading& reading) {
  reading.expectation->right = std::move(reading.steps);
}
void take_begin(std::string_view text, Reading& reading) {
  reading.begin = text;
}
void take_end(std::string_view /*text*/, Reading& reading) {
  reading.end = true;
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

bool is_regenerated(std::string_view table) {
  const auto& known = regenerated_table_names;
  return std::find(known.begin(), known.end(), table) != known.end();
}

class CommentReader {
 public:
  explicit CommentReader(const Document& document) : document_(document) {}

  DocumentComments read() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      if (document_.blocks[i].kind == BlockKind::code) continue;
      for (const ProseLine& line : document_.blocks[i].prose) read_line(line, i);
    }
    for (const RegeneratedTable& open : open_)
      problem({document_.file, open.begin_line, 1}, "<!-- abstat:end -->", "the end of the document");
    return std::move(out_);
  }

 private:
  void problem(Position where, std::string wanted, std::string found) {
    out_.problems.push_back({std::move(where), std::move(wanted), std::move(found)});
  }

  void read_line(const ProseLine& line, std::size_t block) {
    const std::string_view text = line.text;
    // Up to the next opening: a line of openings that are never closed is read once.
    for (std::size_t at = text.find("<!--"), next = 0; at != std::string_view::npos; at = next) {
      next = text.find("<!--", at + 4);
      const bool beside_text = at > 0 || next != std::string_view::npos;
      read_comment(text.substr(at, next - at), {document_.file, line.line, line.column + at}, block,
                   beside_text);
    }
  }

  void read_comment(std::string_view text, const Position& where, std::size_t block, bool beside_text) {
    p::memory_input<p::tracking_mode::eager, p::eol::lf, const char*> in(text.data(),
                                                                         text.data() + text.size(), "");
    Reading reading;
    try {
      if (!p::parse<rules::comment, action, Control>(in, reading)) return;
    } catch (const p::parse_error& error) {
      const std::size_t offset = error.positions().front().byte;
      constexpr std::size_t shown = 80;
      const std::string found(text.substr(offset, std::min(text.find("-->", offset) - offset, shown)));
      problem({where.file, where.line, where.column + offset}, std::string(error.message()),
              found.empty() ? "the end of the comment" : "\"" + found + "\"");
      return;
    }
    const bool inline_text = beside_text || in.current() != text.data() + text.size();
    keep(reading, text.substr(0, static_cast<std::size_t>(in.current() - text.data())), where, block,
         inline_text);
  }

  void keep(Reading& reading, std::string_view text, const Position& where, std::size_t block,
            bool inline_text) {
    if (!reading.unknown_metric.empty())
      return problem({where.file, where.line, where.column + text.rfind(reading.unknown_metric)},
                     "a metric such as rps, mean, p95", "\"" + reading.unknown_metric + "\"");
    if (reading.expectation) return keep_expectation(*reading.expectation, text, where);
    if (!reading.begin.empty()) return open_table(reading.begin, text, where);
    if (reading.end) return close_table(where);
    if (!reading.pinned) return;
    reading.pin.where = where;
    govern(reading.pin, block, inline_text);
    out_.pins.push_back(std::move(reading.pin));
  }

  void keep_expectation(Expectation& expectation, std::string_view text, const Position& where) {
    const std::size_t start = text.find("expect") + 7;
    expectation.where = {where.file, where.line, where.column + start};
    const std::string_view body = text.substr(start, text.rfind("-->") - start);
    expectation.text = body.substr(0, body.find_last_not_of(" \t") + 1);
    out_.expectations.push_back(std::move(expectation));
  }

  void open_table(const std::string& name, std::string_view text, const Position& where) {
    if (!is_regenerated(name))
      problem({where.file, where.line, where.column + text.rfind(name)}, "one of the tables rank, compare",
              "\"" + name + "\"");
    open_.push_back({name, where.line, 0});
  }

  void close_table(const Position& where) {
    if (open_.empty()) return problem(where, "<!-- abstat:begin … --> before it", "none");
    RegeneratedTable table = std::move(open_.back());
    open_.pop_back();
    table.end_line = where.line;
    if (is_regenerated(table.name)) out_.tables.push_back(std::move(table));
  }

  // A comment beside text governs its line; one that stands alone the block behind it, a list as a whole.
  void govern(Pin& pin, std::size_t block, bool inline_text) const {
    pin.first_line = pin.last_line = pin.where.line;
    if (inline_text) return;
    const Block& own = document_.blocks[block];
    if (own.kind != BlockKind::html) {
      pin.last_line = own.last_line;
      return;
    }
    if (block + 1 >= document_.blocks.size()) return;
    const Block& next = document_.blocks[block + 1];
    pin.last_line = next.last_line;
    for (std::size_t i = block + 1;
         next.list != 0 && i < document_.blocks.size() && document_.blocks[i].list == next.list; ++i) {
      pin.last_line = document_.blocks[i].last_line;
    }
  }

  const Document& document_;
  DocumentComments out_;
  std::vector<RegeneratedTable> open_;
};

}  // namespace

std::string_view to_string(Comparator comparator) {
  constexpr std::array<std::string_view, 5> marks{"<", "<=", "==", ">=", ">"};
  return marks.at(static_cast<std::size_t>(comparator));
}

DocumentComments read_document_comments(const Document& document) {
  return CommentReader(document).read();
}

void apply_pins(const std::vector<Pin>& pins, ClaimsRead& read) {
  for (const Pin& pin : pins) {
    const auto first =
        std::lower_bound(read.claims.begin(), read.claims.end(), pin.first_line,
                         [](const Claim& claim, std::size_t line) { return claim.where.line < line; });
    for (auto claim = first; claim != read.claims.end() && claim->where.line <= pin.last_line; ++claim) {
      if (claim->where.column == 0) continue;
      if (!pin.report.empty()) claim->subject = {pin.report};
      if (!pin.metric) continue;
      claim->metric = *pin.metric;
      claim->metric_named = true;
      claim->percentile = pin.percentile;
    }
  }
}

}  // namespace abstat
