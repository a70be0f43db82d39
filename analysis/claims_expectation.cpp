// Evaluates the claims that comments state for machines.
#include "claims_binding.hpp"
#include "claims_side_value.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <tl/expected.hpp>

namespace abstat {

namespace {

using Value = tl::expected<double, std::string>;

struct FunctionName {
  std::string_view name;
  ClaimMetric metric;
};
constexpr std::array functions{
    FunctionName{"throughput", ClaimMetric::throughput},
    FunctionName{"rps", ClaimMetric::throughput},
    FunctionName{"qps", ClaimMetric::throughput},
    FunctionName{"goodput", ClaimMetric::goodput},
    FunctionName{"latency", ClaimMetric::mean},
    FunctionName{"mean", ClaimMetric::mean},
    FunctionName{"median", ClaimMetric::median},
    FunctionName{"max", ClaimMetric::max},
    FunctionName{"time_per_request", ClaimMetric::time_per_request},
    FunctionName{"time_taken", ClaimMetric::time_taken},
    FunctionName{"transfer_rate", ClaimMetric::transfer_rate},
    FunctionName{"failed", ClaimMetric::failed},
    FunctionName{"non_2xx", ClaimMetric::non_2xx},
    FunctionName{"failure_rate", ClaimMetric::failure_rate},
    FunctionName{"complete", ClaimMetric::complete},
    FunctionName{"concurrency", ClaimMetric::concurrency},
};

std::optional<Claim> metric_claim(std::string_view name) {
  Claim claim;
  const auto found = std::find_if(functions.begin(), functions.end(),
                                  [name](const FunctionName& f) { return f.name == name; });
  if (found != functions.end()) {
    claim.metric = found->metric;
    return claim;
  }
  const bool level = name.size() >= 3 && name.size() <= 4 && name.front() == 'p' &&
                     name.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (!level) return std::nullopt;
  claim.metric = ClaimMetric::percentile;
  claim.percentile = std::stoi(std::string(name.substr(1)));
  return claim;
}

std::string known_functions() {
  std::string names = "speedup";
  for (const FunctionName& function : functions) names += ", " + std::string(function.name);
  return names + ", p50 to p99";
}

class Evaluation {
 public:
  Evaluation(const Binder& binder, JudgedClaim& judged) : binder_(binder), judged_(judged) {}

  Value evaluate(const std::vector<ExpressionStep>& steps) {
    std::vector<double> stack;
    for (const ExpressionStep& step : steps) {
      if (step.kind == ExpressionStep::Kind::number) {
        stack.push_back(step.number);
        continue;
      }
      if (step.kind == ExpressionStep::Kind::call) {
        const Value value = call(step);
        if (!value) return value;
        stack.push_back(*value);
        continue;
      }
      const double right = stack.back();
      stack.pop_back();
      stack.back() = combine(step.kind, stack.back(), right);
      if (!std::isfinite(stack.back())) return tl::unexpected<std::string>("a division by zero");
    }
    return stack.back();
  }

 private:
  static double combine(ExpressionStep::Kind kind, double left, double right) {
    switch (kind) {
      case ExpressionStep::Kind::add:
        return left + right;
      case ExpressionStep::Kind::subtract:
        return left - right;
      case ExpressionStep::Kind::multiply:
        return left * right;
      default:
        return left / right;
    }
  }

  // speedup("a", "b") or speedup("a", "b", "p95"); any other function takes one stack.
  Value call(const ExpressionStep& step) {
    if (step.function != "speedup") {
      if (step.arguments.size() != 1) return tl::unexpected(step.function + " takes one stack");
      return stack_value(step.function, step.arguments.front());
    }
    if (step.arguments.size() < 2 || step.arguments.size() > 3)
      return tl::unexpected<std::string>("speedup takes two stacks and perhaps a metric");
    const std::string metric = step.arguments.size() == 3 ? step.arguments[2] : "throughput";
    const Value first = stack_value(metric, step.arguments[0]);
    if (!first) return first;
    const Value second = stack_value(metric, step.arguments[1]);
    if (!second) return second;
    const auto claim = metric_claim(metric);
    const double ratio = less_is_better(claim->metric) ? *second / *first : *first / *second;
    if (!std::isfinite(ratio)) return tl::unexpected<std::string>("a division by zero");
    return ratio;
  }

  // The figure of a stack: of its one run, or the geometric mean of its runs (the plain one where a run has
  // 0).
  Value stack_value(const std::string& function, const std::string& name) {
    const auto claim = metric_claim(function);
    if (!claim)
      return tl::unexpected(fmt::format("no function {}; there are {}", function, known_functions()));
    const auto stack = find_stack(name);
    if (!stack) return tl::unexpected(fmt::format("no report is of \"{}\"", name));
    double logs = 0;
    double sum = 0;
    bool positive = true;
    const std::vector<std::size_t>& runs = binder_.runs_of(*stack);
    for (const std::size_t run : runs) {
      const auto figures = figures_for(*claim, binder_.reports()[run]);
      if (figures.empty())
        return tl::unexpected(fmt::format("the report at line {} does not print {}",
                                          binder_.reports()[run].source.first_line, function));
      const double value = figures.front().figure.value();
      positive = positive && value > 0;
      logs += positive ? std::log(value) : 0;
      sum += value;
      judged_.reports.push_back({run, "\"" + name + "\""});
    }
    if (runs.size() == 1) return sum;
    const auto n = static_cast<double>(runs.size());
    return positive ? std::exp(logs / n) : sum / n;
  }

  [[nodiscard]] std::optional<std::size_t> find_stack(const std::string& name) const {
    for (std::size_t stack = 0; stack < binder_.stacks(); ++stack) {
      if (binder_.reports()[binder_.runs_of(stack).front()].stack == name) return stack;
    }
    const std::vector<Fit> fits = binder_.fits(binder_.read({name}), static_cast<std::size_t>(-1));
    if (fits.empty() || !fits.front().perfect()) return std::nullopt;
    return binder_.label(fits.front().report).stack;
  }

  const Binder& binder_;
  JudgedClaim& judged_;
};

bool holds(double left, Comparator comparator, double right) {
  switch (comparator) {
    case Comparator::less:
      return left < right;
    case Comparator::less_or_equal:
      return left <= right;
    case Comparator::equal:
      return left == right;
    case Comparator::greater_or_equal:
      return left >= right;
    case Comparator::greater:
      return left > right;
  }
  return false;
}

}  // namespace

JudgedClaim judge_expectation(const Binder& binder, const Expectation& expectation) {
  JudgedClaim judged;
  judged.claim.where = expectation.where;
  judged.claim.text = expectation.text;
  judged.claim.carrier = expectation.text;
  judged.claim.kind = ClaimKind::bound;
  Evaluation evaluation(binder, judged);
  const Value left = evaluation.evaluate(expectation.left);
  const Value right = left ? evaluation.evaluate(expectation.right) : left;
  if (!left || !right) {
    judged.explanation = !left ? left.error() : right.error();
    judged.reports.clear();
    return judged;
  }
  const bool true_so = holds(*left, expectation.comparator, *right);
  judged.verdict = true_so ? Verdict::confirmed : Verdict::contradicted;
  const bool upper =
      expectation.comparator == Comparator::less || expectation.comparator == Comparator::less_or_equal;
  judged.match = !true_so                                      ? Match::none
                 : expectation.comparator == Comparator::equal ? Match::exact
                 : upper                                       ? Match::upper_bound
                                                               : Match::lower_bound;
  judged.explanation = fmt::format("{:.6g} {} {:.6g} {}", *left, to_string(expectation.comparator), *right,
                                   true_so ? "holds" : "does not hold");
  add_report_caveats(binder, {}, judged);
  return judged;
}

}  // namespace abstat
