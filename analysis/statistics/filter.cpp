#include "field_lookup.hpp"
#include "filter_grammar.hpp"

#include <charconv>
#include <fast_float/fast_float.h>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <abstat/filter.hpp>

namespace abstat {

namespace {

// Deeper nesting than this length allows would only exhaust the stack.
constexpr std::size_t longest_expression = 1024;

enum class Relation { equal, unequal, less, at_most, more, at_least, contains };

struct Test {
  std::string field;
  Relation relation;
  FieldValue value;
};
struct And {};
struct Or {};
struct Not {};
using Step = std::variant<Test, And, Or, Not>;

bool ordered(Relation relation, double a, double b) {
  switch (relation) {
    case Relation::equal:
      return a == b;
    case Relation::unequal:
      return a != b;
    case Relation::less:
      return a < b;
    case Relation::at_most:
      return a <= b;
    case Relation::more:
      return a > b;
    case Relation::at_least:
      return a >= b;
    case Relation::contains:
      break;
  }
  return false;
}

bool holds(const Test& test, const Report& report) {
  const FieldValue value = field_value(report, test.field);
  const bool absent = std::holds_alternative<std::monostate>(value);
  if (std::holds_alternative<std::monostate>(test.value)) {
    return test.relation == Relation::equal ? absent : test.relation == Relation::unequal && !absent;
  }
  if (absent) return false;
  const auto* number = std::get_if<double>(&value);
  const auto* asked_number = std::get_if<double>(&test.value);
  if (number != nullptr && asked_number != nullptr) return ordered(test.relation, *number, *asked_number);
  if (test.relation == Relation::contains) {
    const auto* text = std::get_if<std::string>(&value);
    const auto* asked = std::get_if<std::string>(&test.value);
    return text != nullptr && asked != nullptr && text->find(*asked) != std::string::npos;
  }
  if (test.relation == Relation::equal) return value == test.value;
  return test.relation == Relation::unequal && value != test.value;
}

}  // namespace

// Postfix: tests push a truth value, the joining words take theirs from the top.
struct Filter::Program {
  std::vector<Step> steps;
};

namespace {

struct Building {
  std::vector<Step> steps;
  Test test;
  std::optional<Problem> problem;
};

namespace rules = filter_rules;

template <typename Rule>
struct action : tao::pegtl::nothing<Rule> {};

template <>
struct action<rules::field> {
  template <typename Input>
  static void apply(const Input& in, Building& building) {
    auto name = resolve_field(in.string_view());
    if (name) {
      building.test.field = *std::move(name);
    } else if (!building.problem) {
      building.problem = std::move(name).error();
      building.problem->where.column = in.position().column;
    }
  }
};

template <Relation Value>
struct set_relation {
  static void apply0(Building& building) { building.test.relation = Value; }
};
template <>
struct action<rules::equal> : set_relation<Relation::equal> {};
template <>
struct action<rules::unequal> : set_relation<Relation::unequal> {};
template <>
struct action<rules::less> : set_relation<Relation::less> {};
template <>
struct action<rules::at_most> : set_relation<Relation::at_most> {};
template <>
struct action<rules::more> : set_relation<Relation::more> {};
template <>
struct action<rules::at_least> : set_relation<Relation::at_least> {};
template <>
struct action<rules::contains> : set_relation<Relation::contains> {};

template <>
struct action<rules::number> {
  template <typename Input>
  static void apply(const Input& in, Building& building) {
    const char* first = *in.begin() == '+' ? in.begin() + 1 : in.begin();
    double number = 0;
    fast_float::from_chars(first, in.end(), number);
    building.test.value = number;
  }
};

struct set_text {
  template <typename Input>
  static void apply(const Input& in, Building& building) {
    building.test.value = in.string();
  }
};
template <>
struct action<rules::double_quoted_text> : set_text {};
template <>
struct action<rules::single_quoted_text> : set_text {};

template <>
struct action<rules::true_word> {
  static void apply0(Building& building) { building.test.value = true; }
};
template <>
struct action<rules::false_word> {
  static void apply0(Building& building) { building.test.value = false; }
};
template <>
struct action<rules::null_word> {
  static void apply0(Building& building) { building.test.value = std::monostate{}; }
};

template <>
struct action<rules::comparison> {
  static void apply0(Building& building) { building.steps.emplace_back(std::exchange(building.test, {})); }
};

template <typename Word>
struct push_word {
  static void apply0(Building& building) { building.steps.emplace_back(Word{}); }
};
template <>
struct action<rules::and_tail> : push_word<And> {};
template <>
struct action<rules::or_tail> : push_word<Or> {};
template <>
struct action<rules::negation> : push_word<Not> {};

// What was expected where a rule had to match.
template <typename Rule>
inline constexpr const char* expected = "a comparison: FIELD == VALUE";
template <>
inline constexpr const char* expected<rules::relation> = "one of == != < <= > >= ~";
template <>
inline constexpr const char* expected<rules::value> = "a number, \"text\", true, false or null";
template <>
inline constexpr const char* expected<rules::closing_parenthesis> = "and, or or )";
template <>
inline constexpr const char* expected<rules::closing_double_quote> = "a closing \"";
template <>
inline constexpr const char* expected<rules::closing_single_quote> = "a closing '";
template <>
inline constexpr const char* expected<rules::end> = "and, or or the end";

template <typename Rule>
struct control : tao::pegtl::normal<Rule> {
  template <typename Input, typename... States>
  [[noreturn]] static void raise(const Input& in, States&&... /*states*/) {
    throw tao::pegtl::parse_error(expected<Rule>, in);
  }
};

Problem problem_at(std::string_view expression, std::size_t column, std::string what) {
  const std::string_view rest = column <= expression.size() ? expression.substr(column - 1) : "";
  return {{"", 0, column}, std::move(what), rest.empty() ? "the end" : std::string(rest.substr(0, 20))};
}

}  // namespace

bool Filter::matches(const Report& report) const {
  std::vector<bool> truth;
  const auto take = [&] {
    const bool top = truth.back();
    truth.pop_back();
    return top;
  };
  for (const Step& step : program_->steps) {
    if (const auto* test = std::get_if<Test>(&step)) {
      truth.push_back(holds(*test, report));
      continue;
    }
    const bool right = take();
    if (std::holds_alternative<Not>(step)) {
      truth.push_back(!right);
    } else {
      const bool left = take();
      truth.push_back(std::holds_alternative<And>(step) ? left && right : left || right);
    }
  }
  return truth.back();
}

Result<Filter> parse_filter(std::string_view expression) {
  if (expression.size() > longest_expression) {
    return tl::unexpected(problem_at(expression, longest_expression + 1, "at most 1024 bytes"));
  }
  Building building{{}, {}, std::nullopt};
  tao::pegtl::memory_input input(expression, "");
  try {
    tao::pegtl::parse<rules::whole, action, control>(input, building);
  } catch (const tao::pegtl::parse_error& error) {
    return tl::unexpected(
        problem_at(expression, error.positions().front().column, std::string(error.message())));
  }
  if (building.problem) return tl::unexpected(*std::move(building.problem));
  return Filter(std::make_shared<const Filter::Program>(Filter::Program{std::move(building.steps)}));
}

}  // namespace abstat
